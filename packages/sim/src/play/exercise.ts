import type { Timestamp } from '@csii/model'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { SCENARIOS } from '../scenario.ts'
import type { ExercisePorts, SensorWire } from './wires.ts'

export interface ExerciseOptions {
  /** Where each sensor puts its bytes. A sensor that is not named stays silent. */
  readonly wires: readonly SensorWire[]
  readonly scenario?: string
  readonly seed?: number
  /** Where the exercise begins. Without it the exercise follows this machine's clock. */
  readonly clock?: () => Timestamp
  /** Times faster than life; only with another rate or clock do its times differ from the wall's. */
  readonly speed?: number
  /** Told once when the exercise cannot go on. */
  readonly log?: (message: string) => void
}

export interface Exercise {
  /** The ports in use, once all wires are open. Fails when one cannot be opened. */
  readonly ready: Promise<ExercisePorts>
  stop(): Promise<void>
}

/** What the thread is started with. */
export interface Order {
  readonly scenario: string
  readonly seed: number
  readonly wires: readonly SensorWire[]
  readonly startAt?: Timestamp
  readonly speed: number
}

/** What the thread says back, once. */
export type Report = { readonly ready: ExercisePorts } | { readonly failed: string }

/**
 * Plays a scenario through real sockets, in a thread of its own. Whoever connects to a sensor that says when each of
 * its reports was true is first told the last of them: the picture is full at once, and its ages are honest.
 */
export function startExercise(options: ExerciseOptions): Exercise {
  const { wires, scenario = 'caribbean', seed = 1, clock, speed = 1, log = () => {} } = options
  if (!SCENARIOS[scenario]) throw new Error(`no scenario is called ${scenario}`)
  const startAt = clock?.() ?? (speed === 1 ? undefined : Date.now())
  const order: Order = { scenario, seed, wires, speed, ...(startAt === undefined ? {} : { startAt }) }
  const worker = new Worker(new URL('./player-worker.ts', import.meta.url), { workerData: order })
  const exited = once(worker, 'exit').catch(() => undefined)
  const ready = new Promise<ExercisePorts>((resolve, reject) => {
    const fail = (reason: string) => {
      log(`The exercise cannot play: ${reason}`)
      reject(new Error(reason))
    }
    worker.on('message', (report: Report) => ('ready' in report ? resolve(report.ready) : fail(report.failed)))
    worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)))
    worker.on('exit', () => reject(new Error('the exercise ended before it began')))
  })
  // Whoever does not wait for it learns of a failure through the log.
  ready.catch(() => {})
  return {
    ready,
    async stop() {
      worker.postMessage('stop')
      const timer = setTimeout(() => void worker.terminate(), 1_000)
      await exited
      clearTimeout(timer)
    },
  }
}
