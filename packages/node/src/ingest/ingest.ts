import type { Intake } from '../pipeline/intake.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import type { SourceConfig } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import type { TransportKind } from '../platform/transports/transport.ts'
import { TRANSPORTS } from '../platform/transports/transports.ts'
import { Source, type SourceState } from './source.ts'

export interface IngestOptions {
  readonly sources: readonly SourceConfig[]
  readonly intake: Intake
  /** Where the sensors of sources are installed. It has those of `sources` already. */
  readonly sensors: Pick<Pipeline, 'install' | 'remove'>
  readonly clock: () => number
  readonly random: () => number
  readonly log: Log
  readonly transports?: ReadonlyMap<string, TransportKind>
}

/** The sources that run. Changes to one source follow one another; each is done when its promise is fulfilled. */
export interface Ingest {
  start(): void
  /** Closes every transport. */
  stop(): Promise<void>
  list(): readonly SourceState[]
  add(config: SourceConfig): void
  /** Closes it and opens it as described anew. */
  replace(config: SourceConfig): Promise<void>
  remove(id: string): Promise<void>
  enable(id: string, enabled: boolean): Promise<void>
}

/** Opens every source and keeps it open. */
export function createIngest(options: IngestOptions): Ingest {
  const { sources, intake, sensors, clock, random, log, transports = TRANSPORTS } = options
  const inTurn = createTurns()
  const make = (config: SourceConfig) => new Source(config, { intake, clock, random, log, transports })
  const running = new Map(sources.map((config) => [config.id, make(config)]))
  let isStopped = false

  function open(source: Source): void {
    if (!isStopped) source.open()
  }

  return {
    start() {
      for (const source of running.values()) open(source)
      log.info({ sources: [...running.keys()] }, 'Sources opened')
    },
    async stop() {
      isStopped = true
      await Promise.all([...running.values()].map((source) => source.stop()))
    },
    list: () => [...running.values()].map((source) => source.state),
    add(config) {
      sensors.install(config)
      const source = make(config)
      running.set(config.id, source)
      open(source)
    },
    replace: (config) =>
      inTurn(config.id, async () => {
        const before = running.get(config.id)
        if (!before) return
        await before.stop()
        sensors.install(config)
        const source = make(config)
        running.set(config.id, source)
        open(source)
      }),
    remove: (id) =>
      inTurn(id, async () => {
        await running.get(id)?.stop()
        if (running.delete(id)) sensors.remove(id)
      }),
    enable: (id, enabled) =>
      inTurn(id, async () => {
        if (enabled && !isStopped) await running.get(id)?.enable()
        else await running.get(id)?.disable()
      }),
  }
}

/** Runs pieces of work of one name one after another. */
function createTurns(): (name: string, work: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>()
  return async (name, work) => {
    const turn = (last.get(name) ?? Promise.resolve()).catch(() => {}).then(work)
    last.set(name, turn)
    try {
      await turn
    } finally {
      if (last.get(name) === turn) last.delete(name)
    }
  }
}
