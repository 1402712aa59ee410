import { DecisionList, DecisionView, NewDecision, Problem, Undoing } from '@csii/contract'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Decisions } from './decisions.ts'

const Params = Type.Object({ id: Type.String({ maxLength: 64 }) })
const BODY_LIMIT = 4096

/** People lay hands on tracks, and take it back. */
export const decisionsRoutes: FastifyPluginAsyncTypebox<Pick<Decisions, 'decide' | 'undo' | 'list'>> = async (app, decisions) => {
  const refusals = { 400: Problem, 403: Problem, 404: Problem }

  app.get('/api/decisions', { schema: { response: { 200: DecisionList } } }, decisions.list)

  const deciding = { body: NewDecision, response: { 201: DecisionView, ...refusals, 409: Problem } }
  app.post('/api/decisions', { schema: deciding, bodyLimit: BODY_LIMIT }, async ({ body }, reply) =>
    reply.code(201).send(await decisions.decide(body)),
  )

  const undoing = { params: Params, querystring: Undoing, response: { 204: Type.Null(), ...refusals } }
  app.delete('/api/decisions/:id', { schema: undoing }, async ({ params, query }, reply) => {
    await decisions.undo(params.id, query.by)
    return reply.code(204).send(null)
  })
}
