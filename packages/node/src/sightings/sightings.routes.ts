import { FiledSighting, FiledSightings, Problem, SightingReading, SightingReport } from '@csii/contract'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Sightings } from './sightings.ts'

const BODY_LIMIT = 16 * 1024

/** People tell what they saw, and are told how it was understood. */
export const sightingsRoutes: FastifyPluginAsyncTypebox<Sightings> = async (app, { read, file, list }) => {
  const refusals = { 400: Problem, 403: Problem, 422: Problem }

  app.get('/api/sightings', { schema: { response: { 200: FiledSightings } } }, list)

  const reading = { body: SightingReport, response: { 200: SightingReading, ...refusals } }
  app.post('/api/sightings/read', { schema: reading, bodyLimit: BODY_LIMIT }, async ({ body }) => read(body))

  const filing = { body: SightingReport, response: { 201: FiledSighting, ...refusals, 429: Problem, 503: Problem } }
  app.post('/api/sightings', { schema: filing, bodyLimit: BODY_LIMIT }, async ({ body }, reply) => reply.code(201).send(await file(body)))
}
