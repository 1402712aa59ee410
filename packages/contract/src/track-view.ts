import { Type, type Static } from 'typebox'

const Time = (description: string) => Type.Number({ description: `${description}, epoch ms UTC` })
export const Probability = (description: string) => Type.Number({ minimum: 0, maximum: 1, description })
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
    conflicting: Type.Boolean({ description: 'Somebody uses this identity from where the track cannot be, or a radar contradicts it' }),
    dark: Type.Optional(Probability('That it does not transmit although it would be heard here. Absent where nobody can judge')),
    suspect: Type.Optional(Probability('That it is not where it says. Absent where nothing speaks against it')),
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

export const SUSPICION_REASONS = ['no-echo', 'left-its-echo', 'impossible-move'] as const
export type SuspicionReason = (typeof SUSPICION_REASONS)[number]

const Darkness = Type.Object(
  {
    probability: Probability('That it does not transmit'),
    since: Time('Since when nothing was heard of it'),
    missedReports: Type.Number({ minimum: 0, description: 'Reports that would have been received since then of one that transmits' }),
  },
  { description: 'A radar sees it. Absent where nobody can judge whether it would be heard' },
)

const Suspicion = Type.Object(
  {
    probability: Probability('That it is not where it says'),
    // A union made by `map` loses its members in the type; this gives them back.
    reason: Type.Unsafe<SuspicionReason>(
      Type.Union(SUSPICION_REASONS.map((reason) => Type.Literal(reason)), {
        description: 'No radar that covers the place sees anything; a radar still follows what it was; nothing moves so fast',
      }),
    ),
    since: Time('Since when it is doubted'),
  },
  { description: 'Why its position is doubted' },
)

const Identity = Type.Object(
  {
    stated: Type.Optional(Type.String({ description: 'The strongest identity that it states, as decisions name it' })),
    probability: Type.Optional(Probability('That it is that of the object')),
    conflicting: Type.Boolean({ description: 'Reports with it come from two places, or disagree with what a radar sees' }),
    pinned: Type.Boolean({ description: 'A person has said that it is its own' }),
  },
  { description: 'Absent where it states none' },
)

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
    existence: Probability('That a real object is behind it'),
    darkness: Type.Optional(Darkness),
    suspicion: Type.Optional(Suspicion),
    identity: Type.Optional(Identity),
    revision: Type.Integer({ minimum: 0, description: 'Grows when late reports changed what was said of the past' }),
    revisedFrom: Type.Optional(Time('From when on the last revision changed it')),
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
