import { sensorKinds } from '@csii/codecs'
import type { SourceHealth } from '@csii/contract'
import type { FastifyPluginAsync } from 'fastify'
import type { Pipeline } from '../pipeline/pipeline.ts'
import type { NodeConfig, SourceConfig } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import type { Store } from '../platform/store/store.ts'
import type { TransportKind } from '../platform/transports/transport.ts'
import { checkUrl, TRANSPORTS } from '../platform/transports/transports.ts'
import { createIngest, type Ingest } from './ingest.ts'
import { ingestRoutes } from './ingest.routes.ts'
import { manageRoutes } from './manage.routes.ts'
import { observationRoutes } from './observation.routes.ts'
import { previewRoutes } from './preview.routes.ts'
import { createPreviews } from './previews.ts'
import { createSourceRegister } from './source-register.ts'
import { createSourceStore } from './source.store.ts'
import { sourcesAtStart } from './sources-at-start.ts'

/** The sources of a node: those of its file and those of its page, and all that is done with them while it runs. */
export interface Sources {
  /** What the pipeline begins with, but for what is built in. */
  readonly atStart: readonly SourceConfig[]
  run(ports: SourcesPorts): { readonly ingest: Ingest; readonly plugin: FastifyPluginAsync }
}

/** Sources that the node itself has, with ways in that nothing else can open. */
export interface BuiltIn {
  readonly atStart: readonly SourceConfig[]
  /** Ids of these, and of those that may be added while the node runs. */
  readonly ids: ReadonlySet<string>
  readonly transports: ReadonlyMap<string, TransportKind>
}

const NONE: BuiltIn = { atStart: [], ids: new Set(), transports: new Map() }

export interface SourcesPorts {
  readonly pipeline: Omit<Pipeline, 'table' | 'ready' | 'stop'>
  readonly builtIn?: BuiltIn
  readonly healthOf: (sensorId: string) => SourceHealth | undefined
  readonly clock: () => number
  readonly random: () => number
}

export async function readSources({ node, sources: fixed }: NodeConfig, store: Store, log: Log): Promise<Sources> {
  const known = { kinds: sensorKinds, checkUrl }
  const sourceStore = await createSourceStore(store, log)
  const atStart = await sourcesAtStart(fixed, sourceStore, known, node.nation, log)
  return {
    atStart,
    run({ pipeline, builtIn = NONE, healthOf, clock, random }) {
      const { intake, inspect, measurements, radarPicture, registrations } = pipeline
      const readings = (id: string) => ({ ...pipeline.readings(id), health: healthOf(id) })
      const ingest = createIngest({
        sources: [...atStart, ...builtIn.atStart], intake, sensors: pipeline, clock, random, log,
        transports: new Map([...TRANSPORTS, ...builtIn.transports]),
      })
      const register = createSourceRegister({ ingest, store: sourceStore, fixed, builtIn: builtIn.ids, known, nation: node.nation })
      const previews = createPreviews({ list: ingest.list, kinds: sensorKinds, clock, random })
      return {
        ingest,
        async plugin(app) {
          await app.register(ingestRoutes, { ingest, readings, inspect, originOf: register.originOf })
          await app.register(observationRoutes, { ingest, measurements, radarPicture, registrations })
          await app.register(manageRoutes, { ingest, readings, register, kinds: sensorKinds })
          await app.register(previewRoutes, { ingest, register, previews })
        },
      }
    },
  }
}
