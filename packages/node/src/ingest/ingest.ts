import type { Intake } from '../pipeline/intake.ts'
import type { SourceConfig } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import { TRANSPORTS } from '../platform/transports/transports.ts'
import { Source, type SourceState } from './source.ts'

export interface IngestOptions {
  readonly sources: readonly SourceConfig[]
  readonly intake: Intake
  readonly clock: () => number
  readonly random: () => number
  readonly log: Log
}

export interface Ingest {
  start(): void
  /** Closes every transport. */
  stop(): Promise<void>
  list(): readonly SourceState[]
}

/** Opens every source of the configuration and keeps it open. */
export function createIngest({ sources, intake, clock, random, log }: IngestOptions): Ingest {
  const running = sources.map((config) => new Source(config, { intake, clock, random, log, transports: TRANSPORTS }))
  return {
    start() {
      for (const source of running) source.open()
      log.info({ sources: sources.map(({ id }) => id) }, 'Sources opened')
    },
    async stop() {
      await Promise.all(running.map((source) => source.stop()))
    },
    list: () => running.map((source) => source.state),
  }
}
