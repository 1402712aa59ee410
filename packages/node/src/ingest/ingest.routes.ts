import { Inspection, Problem, SourceView, type SourceOrigin } from '@csii/contract'
import type { DecodeProblem, SensorCounts } from '@csii/model'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { refusal } from '../platform/errors.ts'
import { withoutSecrets } from '../platform/transports/transports.ts'
import type { Ingest } from './ingest.ts'
import { printable } from './printable.ts'
import type { SourceState } from './source.ts'

export interface IngestPorts {
  readonly ingest: Pick<Ingest, 'list'>
  readonly readings: (sensorId: string) => Readings
  readonly originOf: (sensorId: string) => SourceOrigin
  readonly inspect: (sensorId: string) => Promise<readonly RejectedInput[]>
}

export interface Readings {
  readonly counts: SensorCounts
  readonly lastHeardAt: number | undefined
  readonly messagesPerSecond: number
  readonly delay: SourceView['delay'] | undefined
  readonly hasVideo?: boolean
  readonly health?: SourceView['health'] | undefined
}

export interface RejectedInput {
  readonly problem: DecodeProblem
  readonly receivedAt: number
  readonly bytes: Uint8Array
}

const Params = Type.Object({ id: Type.String({ maxLength: 64 }) })

export const ingestRoutes: FastifyPluginAsyncTypebox<IngestPorts> = async (app, ports) => {
  app.get('/api/sources', { schema: { response: { 200: Type.Array(SourceView) } } }, () =>
    ports.ingest.list().map((state) => viewOf(state, ports)),
  )

  const schema = { params: Params, response: { 200: Inspection, 404: Problem } }
  app.get('/api/sources/:id/inspection', { schema }, async (request) => {
    const { id } = request.params
    if (!ports.ingest.list().some(({ source }) => source.id === id)) {
      throw refusal('SOURCE_NOT_FOUND', `There is no source ${id}. /api/sources lists them.`)
    }
    const rejected = await ports.inspect(id)
    const shown = rejected.map(({ problem, receivedAt, bytes }) => ({ problem, receivedAt, text: printable(bytes) }))
    return { rejected: shown }
  })
}

type ViewPorts = Pick<IngestPorts, 'readings' | 'originOf'>

export function viewOf(own: SourceState, { readings, originOf }: ViewPorts): SourceView {
  const { source, state, detail, bytes, dropped } = own
  const { id, title, kind, nation, position, simulated, antennaHeight, options, enabled = true } = source
  const { counts, lastHeardAt, messagesPerSecond, delay, health, hasVideo } = readings(id)
  return {
    id, title, kind, nation, simulated, enabled, state, bytes, dropped, messagesPerSecond,
    url: withoutSecrets(source.url),
    origin: originOf(id),
    ...(position && { position }),
    ...(antennaHeight !== undefined && { antennaHeight }),
    ...(options && { options }),
    ...(delay && { delay }),
    ...(hasVideo && { video: true }),
    ...(health && { health }),
    ...(detail !== undefined && { detail }),
    ...(lastHeardAt !== undefined && { lastHeardAt }),
    received: counts.received,
    decoded: counts.decoded,
    duplicates: counts.duplicates,
    pending: counts.pending,
    problems: counts.problems,
  }
}
