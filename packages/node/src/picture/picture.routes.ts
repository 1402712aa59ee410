import { Problem, TrackDetail, TrackList } from '@csii/contract'
import type { Track } from '@csii/model'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { TrackTable } from '../pipeline/track-table.ts'
import { refusal } from '../platform/errors.ts'
import { searchTracks } from './track-search.ts'
import { detailOf } from './track-view.ts'

export interface PicturePorts {
  readonly table: TrackTable
  describe(trackId: string): Promise<Track | undefined>
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
    limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
  },
  { additionalProperties: false },
)
const Params = Type.Object({ id: Type.String({ maxLength: 64 }) })

export const pictureRoutes: FastifyPluginAsyncTypebox<PicturePorts> = async (app, { table, describe }) => {
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
}

function boxOf(bbox: string) {
  const [west = 0, south = 0, east = 0, north = 0] = bbox.split(',').map(Number)
  return { west, south, east, north }
}
