import { PassThrough } from 'node:stream'
import { NewSource, PreviewLine, Problem } from '@csii/contract'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Ingest } from './ingest.ts'
import { AUTO } from './preview.ts'
import type { Previews } from './previews.ts'
import type { SourceRegister } from './source-register.ts'

export interface PreviewPorts {
  readonly ingest: Pick<Ingest, 'list'>
  readonly register: Pick<SourceRegister, 'read'>
  readonly previews: Previews
}

const BODY_LIMIT = 64 * 1024
/** More than so much unsent, and the client reads too slowly: it misses lines. */
const MOST_UNSENT = 64 * 1024

const schema = {
  summary: 'What a source would bring, live',
  description:
    'Opens the source apart from the picture, as newline-delimited JSON (PreviewLine of @csii/contract), until the client ' +
    'hangs up: 60 s at most. The kind may be "auto"; an id names the source that is being changed.',
  body: NewSource,
  response: {
    200: Type.Unsafe<PassThrough>(PreviewLine), 400: Problem, 403: Problem, 404: Problem, 409: Problem, 429: Problem,
  },
}

export const previewRoutes: FastifyPluginAsyncTypebox<PreviewPorts> = async (app, { ingest, register, previews }) => {
  app.addHook('preClose', () => previews.close())

  app.post('/api/sources/preview', { schema, bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const { id, kind, options, ...rest } = request.body
    const changed = ingest.list().some(({ source }) => source.id === id) ? id : undefined
    const source = kind === AUTO
      ? { ...register.read(rest, changed), kind: AUTO }
      : register.read({ ...rest, ...(kind !== undefined && { kind }), ...(options && { options }) }, changed)

    const lines = new PassThrough()
    const preview = previews.start(
      source,
      (line) => lines.writableLength < MOST_UNSENT && lines.write(`${JSON.stringify(line)}\n`),
      () => lines.end(),
    )
    reply.raw.on('close', () => preview.stop())
    // Who hung up before the preview began is not told of any more.
    if (reply.raw.destroyed) preview.stop()
    void reply.type('application/x-ndjson').header('cache-control', 'no-store')
    return lines
  })
}
