import { Type, type Static } from 'typebox'

const Time = (description: string) => Type.Number({ description: `${description}, epoch ms UTC` })
const position = { lat: Type.Number({ minimum: -90, maximum: 90 }), lon: Type.Number({ minimum: -180, maximum: 180 }) }

/** A track in a list. */
export const TrackView = Type.Object(
  {
    id: Type.String(),
    simulated: Type.Boolean(),
    heardAt: Time('When anything was last heard of it'),
    fix: Type.Optional(
      Type.Object({
        time: Time('When it was last where it is shown'),
        ...position,
        sigma: Type.Number({ description: 'One standard deviation of the position, metres' }),
      }, { description: 'Absent while nobody has said where it is' }),
    ),
    speed: Type.Optional(Type.Number({ description: 'Over ground, m/s' })),
    courseDeg: Type.Optional(Type.Number()),
    headingDeg: Type.Optional(Type.Number()),
    name: Type.Optional(Type.String()),
    mmsi: Type.Optional(Type.Integer()),
    station: Type.String(),
    means: Type.String({ description: 'By what means the sensor knows of it that placed it last: ais, radar, adsb, vms, satellite, tak, person, equipment' }),
    shipType: Type.Optional(Type.Integer()),
    navigationStatus: Type.Optional(Type.Integer()),
    conflicting: Type.Boolean({ description: 'Somebody uses this identity from where the track cannot be' }),
    distress: Type.Boolean(),
    test: Type.Boolean(),
    sensors: Type.Integer({ minimum: 0 }),
  },
  { $id: 'TrackView' },
)
export type TrackView = Static<typeof TrackView>

export const TrackList = Type.Object(
  { total: Type.Integer({ description: 'How many match, before the limit' }), tracks: Type.Array(TrackView) },
  { $id: 'TrackList' },
)
export type TrackList = Static<typeof TrackList>

export const HeldClaimView = Type.Object({
  field: Type.String(),
  value: Type.Unknown(),
  sensorId: Type.String(),
  time: Time('When it was last stated'),
})

/** One track with everything anybody said about it. */
export const TrackDetail = Type.Object(
  {
    track: TrackView,
    covariance: Type.Optional(
      Type.Object(
        { ee: Type.Number(), en: Type.Number(), nn: Type.Number() },
        { description: 'Of the position, m², `e` east and `n` north. Absent while nobody has said where it is' },
      ),
    ),
    altitude: Type.Optional(Type.Number({ description: 'Metres above the sea' })),
    claims: Type.Array(HeldClaimView),
    contributors: Type.Array(
      Type.Object({ sensorId: Type.String(), plots: Type.Integer(), lastAt: Time('Last plot taken') }),
    ),
    conflicts: Type.Array(
      Type.Object({
        sensorId: Type.String(),
        time: Time('When the other position was reported'),
        ...position,
        impliedSpeed: Type.Number({ description: 'What the track would have needed to get there, m/s' }),
      }),
    ),
  },
  { $id: 'TrackDetail' },
)
export type TrackDetail = Static<typeof TrackDetail>
