import { setImmediate } from 'node:timers/promises'
import type { CoverageView, SensorAlert, SourceHealth } from '@csii/contract'
import type { Means } from '@csii/model'
import type { SavedHearing } from '../pipeline/hearing.ts'
import type { Log } from '../platform/log.ts'
import { coverageView } from './coverage-view.ts'
import type { CoverageStore } from './coverage.store.ts'
import type { SensorReception } from './expectation.ts'
import type { Scarcity } from './judgement.ts'
import { createHealthWatch, type WatchedSensor } from './health-watch.ts'
import { horizonOf, type Antenna } from './horizons.ts'
import { scarcityOf } from './scarcity.ts'

/** One installed sensor, as the rest of the node tells of it. */
export type CoveredSensor = Antenna & Omit<WatchedSensor, 'scarcity'>

export interface CoveragePorts {
  readonly sensors: () => readonly CoveredSensor[]
  /** What each sensor was learned to hear. */
  readonly hearings: () => Promise<readonly SavedHearing[]>
  readonly store: CoverageStore
  readonly clock: () => number
  /** Age of the oldest bytes that wait to be read. */
  readonly delayMs: () => number
  readonly log: Log
  readonly lookEveryMs?: number
  readonly refreshEveryMs?: number
  readonly saveEveryMs?: number
}

/** What every sensor hears, and whether it is well. */
export interface Coverage {
  /** Of these sensors, or of all. */
  view(sensorIds?: readonly string[]): Promise<CoverageView>
  healthOf(sensorId: string): SourceHealth | undefined
  alerts(): readonly SensorAlert[]
  /** How each sensor is, by its id. */
  states(): readonly (SourceHealth & { readonly id: string })[]
  /** Saves once more what was learned. */
  stop(): Promise<void>
}

const LOOK_MS = 500
const REFRESH_MS = 15_000
const SAVE_MS = 300_000
/** A sensor that was not listened to for so long is not coming back. */
const KEPT_MS = 90 * 24 * 3_600_000
/** A map may be asked for by many pages at once. */
const FRESH_MS = 2000

/** These tell of what is there, and never that nothing is. */
const NO_COVERAGE: ReadonlySet<Means> = new Set(['person', 'equipment'])

const HEARING = new Set(['well', 'quiet', 'late', 'clock-off', 'learning'])

export function createCoverage(ports: CoveragePorts): Coverage {
  const { sensors, store, clock, log } = ports
  const watch = createHealthWatch(log)
  let receptions: readonly SensorReception[] = []
  let scarce: ReadonlyMap<string, Scarcity | undefined> = new Map()
  const hearings = shared(ports.hearings, clock)

  function look(): void {
    const watched = sensors().map((sensor) => ({ ...sensor, scarcity: scarce.get(sensor.id) }))
    // What is known of sensors is as old as what waits to be read: bytes that wait are no silence.
    watch.look(watched, clock() - ports.delayMs())
  }

  async function refresh(): Promise<void> {
    const known = await hearings()
    const covering = new Set(
      sensors()
        .filter(({ means }) => !NO_COVERAGE.has(means))
        .map(({ id }) => id),
    )
    receptions = known
      .filter(({ sensorId }) => covering.has(sensorId))
      .map(({ sensorId, simulated, reception }) => {
        const isHearing = HEARING.has(watch.healthOf(sensorId)?.state ?? 'learning')
        return { sensorId, simulated, reception, isHearing }
      })
    scarce = new Map(receptions.map((own) => [own.sensorId, scarcityOf(own, fellowsOf(own))]))
  }

  function fellowsOf({ sensorId, simulated }: SensorReception): readonly SensorReception[] {
    return receptions.filter((other) => other.sensorId !== sensorId && other.simulated === simulated)
  }

  async function save(): Promise<void> {
    for (const hearing of await ports.hearings()) {
      await store.save(hearing, clock())
      // The screens do not wait for all of it.
      await setImmediate()
    }
    await store.forgetBefore(clock() - KEPT_MS)
  }

  const refreshOrSay = () => void refresh().catch(missing(log, 'sensors that hear too little go unnoticed'))
  const saveOrSay = () => void save().catch(missing(log, 'after a restart, normal reception is learned anew'))
  const timers = [
    setInterval(look, ports.lookEveryMs ?? LOOK_MS),
    setInterval(refreshOrSay, ports.refreshEveryMs ?? REFRESH_MS),
    setInterval(saveOrSay, ports.saveEveryMs ?? SAVE_MS),
  ]

  return {
    async view(sensorIds) {
      look()
      await refresh()
      const isAsked = (id: string) => sensorIds?.includes(id) ?? true
      const asked = sensors().filter(({ id }) => isAsked(id))
      return coverageView(receptions, asked.flatMap(horizonOf), clock(), isAsked)
    },
    healthOf: watch.healthOf,
    alerts: watch.alerts,
    states: watch.states,
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await save().catch(missing(log, 'what was learned since the last save is lost'))
    },
  }
}

const missing = (log: Log, what: string) => (error: unknown) =>
  log.error({ error: String(error) }, `What sensors hear is not known: ${what}`)

/** One question for all that ask at about the same time. */
function shared<T>(ask: () => Promise<T>, clock: () => number): () => Promise<T> {
  let answer: Promise<T> | undefined
  let askedAt = 0
  return () => {
    if (answer && Math.abs(clock() - askedAt) < FRESH_MS) return answer
    askedAt = clock()
    answer = ask()
    answer.catch(() => (answer = undefined))
    return answer
  }
}
