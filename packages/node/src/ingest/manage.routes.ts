import { NewSource, Problem, SensorKinds, SourceDescription, SourceEnabled, SourceView } from '@csii/contract'
import type { SensorKind } from '@csii/model'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { refusal } from '../platform/errors.ts'
import { PAGE_TRANSPORTS } from '../platform/transports/transports.ts'
import type { Ingest } from './ingest.ts'
import { viewOf, type Readings } from './ingest.routes.ts'
import type { SourceRegister } from './source-register.ts'

export interface ManagePorts {
  readonly ingest: Pick<Ingest, 'list'>
  readonly register: SourceRegister
  readonly readings: (sensorId: string) => Readings
  readonly kinds: readonly SensorKind[]
}

const Params = Type.Object({ id: Type.String({ maxLength: 64 }) })
const BODY_LIMIT = 64 * 1024

/** Sources are set up, changed, removed and disabled while the node runs. */
export const manageRoutes: FastifyPluginAsyncTypebox<ManagePorts> = async (app, ports) => {
  const { ingest, register, readings, kinds } = ports
  const { originOf } = register
  const view = (id: string): SourceView => {
    const state = ingest.list().find(({ source }) => source.id === id)
    if (!state) throw refusal('SOURCE_NOT_FOUND', `Source ${id} was removed meanwhile. /api/sources lists the others.`)
    return viewOf(state, { readings, originOf })
  }
  const refusals = { 400: Problem, 403: Problem, 404: Problem, 409: Problem }

  app.get('/api/sensor-kinds', { schema: { response: { 200: SensorKinds } } }, () => choicesOf(kinds))

  const addition = { body: NewSource, response: { 201: SourceView, ...refusals } }
  app.post('/api/sources', { schema: addition, bodyLimit: BODY_LIMIT }, async (request, reply) =>
    reply.code(201).send(view(await register.add(request.body))),
  )

  const change = { params: Params, body: SourceDescription, response: { 200: SourceView, ...refusals } }
  app.put('/api/sources/:id', { schema: change, bodyLimit: BODY_LIMIT }, async ({ params: { id }, body }) => {
    await register.replace(id, body)
    return view(id)
  })

  const enabling = { params: Params, body: SourceEnabled, response: { 200: SourceView, ...refusals } }
  app.put('/api/sources/:id/enabled', { schema: enabling }, async ({ params: { id }, body }) => {
    await register.enable(id, body.enabled)
    return view(id)
  })

  const removal = { params: Params, response: { 204: Type.Null(), ...refusals } }
  app.delete('/api/sources/:id', { schema: removal }, async ({ params: { id } }, reply) => {
    await register.remove(id)
    return reply.code(204).send(null)
  })
}

const choicesOf = (kinds: readonly SensorKind[]): SensorKinds => ({
  kinds: kinds.map(({ id, title, options = [] }) => ({
    id,
    title,
    options: options.map(({ key, form, choices = [], usual, write }) => {
      return { key, form, choices: [...choices], usual, write }
    }),
  })),
  transports: PAGE_TRANSPORTS.map(([scheme, { form }]) => ({ scheme, form })),
})
