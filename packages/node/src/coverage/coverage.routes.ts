import { CoverageView, Problem, SensorAlert } from '@csii/contract'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Coverage } from './coverage.ts'

export type CoverageRoutesPorts = Pick<Coverage, 'view' | 'alerts'>

const Query = Type.Object(
  {
    sources: Type.Optional(
      Type.String({
        maxLength: 4096,
        pattern: '^[a-z0-9-]+(?:,[a-z0-9-]+)*$',
        description: 'Ids of sources with commas between; all when absent',
      }),
    ),
  },
  { additionalProperties: false },
)

export const coverageRoutes: FastifyPluginAsyncTypebox<CoverageRoutesPorts> = async (app, { view, alerts }) => {
  app.get(
    '/api/coverage',
    { schema: { querystring: Query, response: { 200: CoverageView, 400: Problem } } },
    (request) => view(request.query.sources?.split(',')),
  )
  app.get('/api/sensor-alerts', { schema: { response: { 200: Type.Array(SensorAlert) } } }, () => [...alerts()])
}
