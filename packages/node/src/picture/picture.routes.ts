import { CALLED, ExplanationView, Problem, TrackDetail, TrackList } from '@csii/contract'
import type { Explanation, Track } from '@csii/model'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { TrackTable } from '../pipeline/track-table.ts'
import { refusal } from '../platform/errors.ts'
import { explanationOf } from './explanation-view.ts'
import { searchTracks } from './track-search.ts'
import { detailOf } from './track-view.ts'

export interface PicturePorts {
  readonly table: TrackTable
  describe(trackId: string): Promise<Track | undefined>
  explain(trackId: string): Promise<Explanation | undefined>
}

const number = String.raw`-?\d{1,3}(?:\.\d+)?`
const Query = Type.Object(
  {
    bbox: Type.Optional(
      Type.String({ pattern: `^${number}(?:,${number}){3}$`, description: 'west,south,east,north in degrees' }),
    ),
    search: Type.Optional(Type.String({ maxLength: 64, description: 'Part of a name, a call sign or an MMSI' })),
    sensor: Type.Optional(Type.String({ maxLength: 64, description: 'Only what this source heard' })),
    simulated: Type.Optional(Type.Boolean()),
    dark: Type.Optional(Type.Boolean({ description: `Whether it is dark with a probability of ${CALLED.dark} or more` })),
    suspect: Type.Optional(Type.Boolean({ description: `Whether it is elsewhere than it says with a probability of ${CALLED.suspect} or more` })),
    limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
  },
  { additionalProperties: false },
)
const Params = Type.Object({ id: Type.String({ maxLength: 64 }) })

export const pictureRoutes: FastifyPluginAsyncTypebox<PicturePorts> = async (app, { table, describe, explain }) => {
  const list = { querystring: Query, response: { 200: TrackList, 400: Problem } }
  app.get('/api/tracks', { schema: list }, async (request) => {
    const { bbox, ...query } = request.query
    return searchTracks(table, { ...query, box: bbox === undefined ? undefined : boxOf(bbox) })
  })

  const detail = { params: Params, response: { 200: TrackDetail, 404: Problem } }
  app.get('/api/tracks/:id', { schema: detail }, async (request) => {
    const track = await describe(request.params.id)
    if (!track) throw refusal('TRACK_NOT_FOUND', `There is no track ${request.params.id}.`)
    return detailOf(track)
  })

  const why = { params: Params, response: { 200: ExplanationView, 404: Problem } }
  app.get('/api/tracks/:id/explanation', { schema: why }, async (request) => {
    const explanation = await explain(request.params.id)
    if (!explanation) throw refusal('TRACK_NOT_FOUND', `There is no track ${request.params.id}, or nothing is known of how it came about.`)
    return explanationOf(explanation)
  })
}

function boxOf(bbox: string) {
  const [west = 0, south = 0, east = 0, north = 0] = bbox.split(',').map(Number)
  return { west, south, east, north }
}
