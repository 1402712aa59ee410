import type { HealthView } from '@csii/contract'
import type { Timestamp } from '@csii/model'
import type { PipelineOptions } from '../pipeline/pipeline.ts'
import type { Log } from '../platform/log.ts'
import { createHistory, type History } from './history.ts'
import type { JournalTrouble } from './journal/journal.ts'

export interface RecordPorts {
  /** A data directory, or the address of a PostgreSQL database. */
  readonly location: string
  readonly clock: () => Timestamp
  readonly log: Log
  /** Nothing is kept any more: the node cannot go on. */
  readonly onFailure: (error: Error) => void
}

/** What is kept of one run of the node. */
export interface RunningRecord {
  readonly history: History
  /** What the pipeline is told, so that it hands on what it takes in and believes. */
  readonly ofRun: NonNullable<PipelineOptions['record']>
  readonly run: number
  /** There while what comes in cannot be kept. */
  trouble(): HealthView['record']
  /** Keeps what was handed over, and ends. */
  stop(): Promise<void>
}

/** Opens the history, checks the end of its journal, and begins a new run in it. */
export async function startRecord({ location, clock, log, onFailure }: RecordPorts): Promise<RunningRecord> {
  let trouble: JournalTrouble | undefined
  let waiting = 0
  const history = createHistory({
    location, clock, onFailure,
    onTrouble(next) {
      trouble = next
      if (next) log.error({ problem: next.problem, error: next.message }, 'What comes in cannot be kept')
      else log.info({}, 'What comes in is kept again')
    },
    onDamage: (damage) => log.error({ damage }, 'A part of the history is damaged'),
  })
  const counting = setInterval(() => {
    if (trouble) void history.status().then((status) => (waiting = status.waiting.plots), () => {})
  }, 1000)
  try {
    await history.ready
    const run = await history.nextRun()
    return {
      history, run,
      ofRun: { run, startedAt: clock(), port: history.port },
      trouble: () => trouble && { problem: trouble.problem, since: trouble.since, waiting },
      async stop() {
        clearInterval(counting)
        const lost = await history.stop()
        if (lost.rows > 0) log.error({ lost }, 'What came last could not be kept')
      },
    }
  } catch (error) {
    clearInterval(counting)
    await history.stop()
    throw error
  }
}
