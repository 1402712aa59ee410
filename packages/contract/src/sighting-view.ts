import { Type, type Static } from 'typebox'

export const HOW_SEEN = ['eye-from-shore', 'eye-from-boat', 'radar', 'phone'] as const
export const SIGHTING_LANGUAGES = ['en', 'es'] as const
export const VESSEL_KINDS = [
  'person', 'semi-submersible', 'go-fast', 'panga', 'raft', 'inflatable', 'jet-ski', 'fishing', 'sailing', 'yacht', 'tanker', 'cargo', 'tug',
  'passenger', 'government', 'aircraft', 'vessel',
] as const
export const COLOURS = ['white', 'blue', 'black', 'grey', 'green', 'red', 'yellow', 'orange', 'brown'] as const

export type HowSeen = (typeof HOW_SEEN)[number]
export type SightingLanguage = (typeof SIGHTING_LANGUAGES)[number]
export type VesselKind = (typeof VESSEL_KINDS)[number]
export type Colour = (typeof COLOURS)[number]

/** A union made by `map` loses its members in the type; this gives them back. */
const oneOf = <T extends string>(values: readonly T[], description?: string) =>
  Type.Unsafe<T>(Type.Union(values.map((value) => Type.Literal(value)), description === undefined ? {} : { description }))

const lat = Type.Number({ minimum: -90, maximum: 90 })
const lon = Type.Number({ minimum: -180, maximum: 180 })
const accuracy = Type.Optional(Type.Number({ minimum: 0, maximum: 100_000, description: 'Radius that holds 95 %, metres' }))
const courseDeg = Type.Optional(Type.Number({ minimum: 0, maximum: 360, description: 'True' }))
const speed = Type.Optional(Type.Number({ minimum: 0, maximum: 60, description: 'm/s' }))
const count = (maximum: number) => Type.Optional(Type.Integer({ minimum: 0, maximum }))

/** What somebody tells a desk: `text` in words, or fields of which only a place is needed. */
export const SightingReport = Type.Object(
  {
    text: Type.Optional(Type.String({ maxLength: 1000, description: 'As in an SMS of 459 characters at most; stands in place of the fields below' })),
    language: Type.Optional(oneOf(SIGHTING_LANGUAGES, 'Of the answer; that of the text unless told')),
    exercise: Type.Optional(
      Type.Boolean({ description: 'Nobody is out there. Unless told, as the sources of the node: true when all of them are simulated' }),
    ),
    where: Type.Optional(Type.String({ maxLength: 100, description: 'Coordinates in a usual form, or such as `5NM NW of Bequia`' })),
    position: Type.Optional(Type.Object({ lat, lon, accuracy }, { additionalProperties: false, description: 'In place of `where`' })),
    observer: Type.Optional(Type.Object({ lat, lon, accuracy }, { additionalProperties: false, description: 'Who saw it, when `bearingDeg` and `distance` are told' })),
    bearingDeg: Type.Optional(Type.Number({ minimum: 0, maximum: 360, description: 'True, from the observer' })),
    distance: Type.Optional(Type.Number({ minimum: 0, maximum: 100_000, description: 'Metres from the observer' })),
    time: Type.Optional(Type.Number({ minimum: 0, maximum: 8e15, description: 'When it was seen, epoch ms UTC' })),
    howSeen: Type.Optional(oneOf(HOW_SEEN, '`eye-from-boat` unless told')),
    vesselKind: Type.Optional(oneOf(VESSEL_KINDS)),
    colour: Type.Optional(oneOf(COLOURS)),
    engines: count(20),
    peopleOnBoard: count(9999),
    name: Type.Optional(Type.String({ maxLength: 40 })),
    marking: Type.Optional(Type.String({ maxLength: 20, description: 'A registration on the hull' })),
    courseDeg,
    speed,
    emergency: Type.Optional(Type.String({ maxLength: 40, description: 'Such as `man-overboard`' })),
    description: Type.Optional(Type.String({ maxLength: 300 })),
  },
  { $id: 'SightingReport', additionalProperties: false },
)
export type SightingReport = Static<typeof SightingReport>

const reading = {
  understood: Type.Object({
    language: oneOf(SIGHTING_LANGUAGES),
    howSeen: oneOf(HOW_SEEN),
    time: Type.Optional(Type.Number({ description: 'When it was seen, epoch ms UTC. Absent when nobody said: then it was just before the report came' })),
    vesselKind: Type.Optional(oneOf(VESSEL_KINDS)),
    colour: Type.Optional(Type.String()),
    engines: Type.Optional(Type.Integer()),
    peopleOnBoard: Type.Optional(Type.Integer()),
    name: Type.Optional(Type.String()),
    marking: Type.Optional(Type.String()),
    courseDeg: Type.Optional(Type.Number()),
    speed: Type.Optional(Type.Number({ description: 'm/s' })),
    emergency: Type.Optional(Type.String()),
    description: Type.Optional(Type.String()),
  }),
  left: Type.Array(Type.String(), { description: 'Words that meant nothing' }),
  answer: Type.String({ description: 'One SMS to read back to the reporter' }),
  position: Type.Object({ lat, lon }),
  ellipse: Type.Object(
    {
      semiMajor: Type.Number({ description: 'Metres' }),
      semiMinor: Type.Number({ description: 'Metres' }),
      orientationDeg: Type.Number({ description: 'Of the long axis, degrees true, 0 to 180' }),
    },
    { description: 'Holds the object with a probability of 95 %' },
  ),
  trackable: Type.Boolean({ description: 'Course and speed are known: where it goes can be reckoned' }),
  simulated: Type.Boolean(),
}

/** What a node understands of a report. */
export const SightingReading = Type.Object(reading, { $id: 'SightingReading' })
export type SightingReading = Static<typeof SightingReading>

export const FiledSighting = Type.Object(
  { id: Type.String({ description: 'Also the identifier that its track states' }), filedAt: Type.Number({ description: 'Epoch ms UTC' }), ...reading },
  { $id: 'FiledSighting' },
)
export type FiledSighting = Static<typeof FiledSighting>

/** The reports of the last day, newest first, with what the reporter said. */
export const FiledSightings = Type.Object(
  { sightings: Type.Array(Type.Object({ filed: FiledSighting, report: SightingReport })) },
  { $id: 'FiledSightings' },
)
export type FiledSightings = Static<typeof FiledSightings>
