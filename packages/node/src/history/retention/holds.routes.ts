import { HoldList, HoldView, NewHold, Problem, Releasing } from '@csii/contract'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Holds } from './holds.ts'

const Params = Type.Object({ id: Type.String({ maxLength: 24 }) })
const BODY_LIMIT = 4096

/** People hold evidence, and release it. */
export const holdsRoutes: FastifyPluginAsyncTypebox<Pick<Holds, 'list' | 'hold' | 'release'>> = async (app, holds) => {
  const refusals = { 400: Problem, 403: Problem, 404: Problem }

  app.get('/api/holds', { schema: { response: { 200: HoldList } } }, holds.list)

  const holding = { body: NewHold, response: { 201: HoldView, ...refusals } }
  app.post('/api/holds', { schema: holding, bodyLimit: BODY_LIMIT }, async ({ body }, reply) =>
    reply.code(201).send(await holds.hold(body)),
  )

  const releasing = { params: Params, querystring: Releasing, response: { 204: Type.Null(), ...refusals } }
  app.delete('/api/holds/:id', { schema: releasing }, async ({ params, query }, reply) => {
    await holds.release(params.id, query.by)
    return reply.code(204).send(null)
  })
}
