import { Inspection, Problem, SourceView } from '@csii/contract'
import type { DecodeProblem, SensorCounts } from '@csii/model'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { refusal } from '../platform/errors.ts'
import { withoutSecrets } from '../platform/transports/transports.ts'
import type { Ingest } from './ingest.ts'
import type { SourceState } from './source.ts'

export interface IngestPorts {
  readonly ingest: Pick<Ingest, 'list'>
  readonly readings: (sensorId: string) => Readings
  readonly inspect: (sensorId: string) => Promise<readonly RejectedInput[]>
}

export interface Readings {
  readonly counts: SensorCounts
  readonly lastHeardAt: number | undefined
  readonly messagesPerSecond: number
}

export interface RejectedInput {
  readonly problem: DecodeProblem
  readonly receivedAt: number
  readonly bytes: Uint8Array
}

const Params = Type.Object({ id: Type.String({ maxLength: 64 }) })

export const ingestRoutes: FastifyPluginAsyncTypebox<IngestPorts> = async (app, { ingest, readings, inspect }) => {
  app.get('/api/sources', { schema: { response: { 200: Type.Array(SourceView) } } }, () =>
    ingest.list().map((state) => viewOf(state, readings(state.source.id))),
  )

  const schema = { params: Params, response: { 200: Inspection, 404: Problem } }
  app.get('/api/sources/:id/inspection', { schema }, async (request) => {
    const { id } = request.params
    if (!ingest.list().some(({ source }) => source.id === id)) {
      throw refusal('SOURCE_NOT_FOUND', `There is no source ${id}. /api/sources lists them.`)
    }
    const rejected = await inspect(id)
    return { rejected: rejected.map(({ problem, receivedAt, bytes }) => ({ problem, receivedAt, text: printable(bytes) })) }
  })
}

function viewOf({ source, state, detail, bytes, dropped }: SourceState, readings: Readings): SourceView {
  const { id, title, kind, nation, position, simulated } = source
  const { counts, lastHeardAt, messagesPerSecond } = readings
  return {
    id, title, kind, url: withoutSecrets(source.url), nation, simulated, state, bytes, dropped, messagesPerSecond,
    ...(position && { position }),
    ...(detail !== undefined && { detail }),
    ...(lastHeardAt !== undefined && { lastHeardAt }),
    received: counts.received,
    decoded: counts.decoded,
    duplicates: counts.duplicates,
    pending: counts.pending,
    problems: counts.problems,
  }
}

/** What a stranger sent, made safe to look at: every byte beyond printable ASCII as `\xNN`. */
const printable = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
  ).join('')
