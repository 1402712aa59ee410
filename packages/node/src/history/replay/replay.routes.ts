import { Known, Problem, TrackDetail } from '@csii/contract'
import type { Track } from '@csii/model'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { refusal } from '../../platform/errors.ts'
import type { PictureAt } from './replay-session.ts'

export interface ReplayRoutesPorts {
  readonly pictureAt: PictureAt
  readonly detailOf: (track: Track) => TrackDetail
}

const Params = Type.Object({ id: Type.String({ maxLength: 64, description: 'As in the picture of that moment (`T-7`), or `run.serial`' }) })
const Query = Type.Object(
  {
    at: Type.Number({ minimum: 0, description: 'The moment, epoch ms UTC' }),
    known: Type.Optional(Known),
    exercise: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)

export const replayRoutes: FastifyPluginAsyncTypebox<ReplayRoutesPorts> = async (app, { pictureAt, detailOf }) => {
  const schema = { params: Params, querystring: Query, response: { 200: TrackDetail, 404: Problem } }
  app.get('/api/replay/tracks/:id', { schema }, async (request) => {
    const { id } = request.params
    const { at, known = 'then', exercise = false } = request.query
    const tracks = await pictureAt({ at, known, exercise })
    const track = tracks.find((each) => each.id === id || `${each.simulated ? 'SIM' : 'T'}-${each.serial}` === id)
    if (!track) throw refusal('TRACK_NOT_FOUND', `There was no track ${id} at that moment.`)
    return detailOf(track)
  })
}
