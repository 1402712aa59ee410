import { Type, type Static } from 'typebox'

/** The end of the year 9999, epoch ms. */
const LAST_MOMENT = 253_402_300_799_999
const Moment = (description: string) => Type.Number({ minimum: 0, maximum: LAST_MOMENT, description: `${description}, epoch ms UTC` })
const place = { lat: Type.Number({ minimum: -90, maximum: 90 }), lon: Type.Number({ minimum: -180, maximum: 180 }) }
const window = { from: Moment('First moment'), to: Moment('Last moment') }
const common = {
  ...window,
  exercise: Type.Optional(Type.Boolean({ description: 'Search what was simulated instead of what was real' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'So many hits at most; 100 unless told' })),
}
const strict = { additionalProperties: false }
const within = (maximum: number) => Type.Number({ exclusiveMinimum: 0, maximum, description: 'Metres' })

export const SearchBox = Type.Object(
  { west: place.lon, south: place.lat, east: place.lon, north: place.lat },
  { ...strict, description: '`west` exceeds `east` across the antimeridian' },
)
export const SearchPolygon = Type.Object(
  { polygon: Type.Array(Type.Object(place, strict), { minItems: 3, maxItems: 500 }) },
  { ...strict, description: 'Corners in order, either way round; edges are straight on the chart, and go the shorter way round the earth' },
)

const one = {
  track: Type.Optional(Type.String({ maxLength: 24, pattern: String.raw`^\d{1,9}\.\d{1,10}$`, description: '`run.serial`, as hits name it' })),
  mmsi: Type.Optional(Type.Integer({ minimum: 0, maximum: 999_999_999 })),
  imo: Type.Optional(Type.Integer({ minimum: 0, maximum: 9_999_999 })),
  callSign: Type.Optional(Type.String({ minLength: 1, maxLength: 16 })),
  name: Type.Optional(Type.String({ minLength: 2, maxLength: 40, description: 'A part of it' })),
}

/** Whose track went through an area. */
export const PassedSearch = Type.Object({ kind: Type.Literal('passed'), area: Type.Union([SearchBox, SearchPolygon]), ...common }, strict)
/** Who came nearest to a place. */
export const ClosestSearch = Type.Object({ kind: Type.Literal('closest'), position: Type.Object(place, strict), within: within(500_000), ...common }, strict)
/** Which vessels came near this one for a while. */
export const MetSearch = Type.Object(
  { kind: Type.Literal('met'), ...one, within: within(20_000), forMs: Type.Number({ minimum: 0, description: 'Near for so long at least, ms' }), ...common },
  strict,
)
/** Everywhere a vessel has been. */
export const BeenSearch = Type.Object({ kind: Type.Literal('been'), ...one, ...common }, strict)

export const HistorySearch = Type.Union([PassedSearch, ClosestSearch, MetSearch, BeenSearch], { $id: 'HistorySearch' })
export type HistorySearch = Static<typeof HistorySearch>

const PathPoint = Type.Object({ time: Type.Number(), ...place })

const Visit = Type.Object(window)

/** One vessel that a search found, all its tracks together. */
export const HistoryHit = Type.Object({
  track: Type.String({ description: '`run.serial` of its last track' }),
  name: Type.Optional(Type.String()),
  mmsi: Type.Optional(Type.Integer()),
  from: Type.Number({ description: 'When it first did what was searched for, epoch ms UTC' }),
  to: Type.Number({ description: 'When it last did' }),
  visits: Type.Array(Visit, { description: 'Each time it did: in the area, near the other vessel, heard of. The first 100' }),
  closest: Type.Optional(
    Type.Object({ time: Type.Number(), distance: Type.Number({ description: 'Metres' }), position: Type.Object(place) }, { description: 'Where it came nearest' }),
  ),
  with: Type.Optional(Type.String({ description: '`run.serial` of the vessel that it met' })),
  path: Type.Array(PathPoint, { description: 'The way it went, thinned out so that it lies within 50 m of this where 500 points suffice' }),
})
export type HistoryHit = Static<typeof HistoryHit>

export const HistoryHits = Type.Object(
  {
    hits: Type.Array(HistoryHit),
    isTruncated: Type.Boolean({ description: 'There are more than are shown' }),
    tookMs: Type.Number(),
  },
  { $id: 'HistoryHits' },
)
export type HistoryHits = Static<typeof HistoryHits>
