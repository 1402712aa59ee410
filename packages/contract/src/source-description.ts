import { Type, type Static } from 'typebox'

/** What a person says of a sensor on the page. The node checks it by the rules of its configuration file besides. */
const description = {
  title: Type.Optional(Type.String({ maxLength: 100, description: 'What people call it; its id unless told' })),
  kind: Type.Optional(Type.String({ maxLength: 40, description: 'One of /api/sensor-kinds; `ais` unless told' })),
  url: Type.String({ maxLength: 1000, description: 'Transport and address, such as `tcp://192.0.2.10:4001`' }),
  nation: Type.Optional(
    Type.String({ maxLength: 3, description: 'ISO 3166-1 alpha-3 code of the owner; the node\'s own unless told' }),
  ),
  position: Type.Optional(Type.Object({ lat: Type.Number(), lon: Type.Number() }, { additionalProperties: false })),
  antennaHeight: Type.Optional(Type.Number({ description: 'Metres above the sea' })),
  simulated: Type.Optional(Type.Boolean()),
  enabled: Type.Optional(Type.Boolean({ description: 'False for one that is described and not listened to' })),
  options: Type.Optional(
    Type.Record(
      Type.String({ maxLength: 40 }),
      // Of two types at once, because a validator that coerces would make numbers of a union into texts.
      Type.Unsafe<string | number>({ type: ['string', 'number'], maxLength: 4000 }),
      { maxProperties: 32, description: 'What the kind lets a technician set' },
    ),
  ),
}

/** The whole of a source, which takes the place of what was known of it. */
export const SourceDescription = Type.Object(description, { $id: 'SourceDescription', additionalProperties: false })
export type SourceDescription = Static<typeof SourceDescription>

export const NewSource = Type.Object(
  { id: Type.Optional(Type.String({ maxLength: 63, description: 'Made from the title unless told' })), ...description },
  { $id: 'NewSource', additionalProperties: false },
)
export type NewSource = Static<typeof NewSource>

export const SourceEnabled = Type.Object(
  { enabled: Type.Boolean() },
  { $id: 'SourceEnabled', additionalProperties: false },
)
export type SourceEnabled = Static<typeof SourceEnabled>

/** What a person can choose from when describing a source. */
export const SensorKinds = Type.Object(
  {
    kinds: Type.Array(
      Type.Object({
        id: Type.String(),
        title: Type.String(),
        options: Type.Array(
          Type.Object({
            key: Type.String(),
            form: Type.Union([Type.Literal('text'), Type.Literal('number'), Type.Literal('choice')]),
            choices: Type.Array(Type.String(), { description: 'Of a choice' }),
            usual: Type.String({ description: 'What holds when nothing is set' }),
            write: Type.String({ description: 'What to write' }),
          }),
        ),
      }),
    ),
    transports: Type.Array(
      Type.Object({
        scheme: Type.String({ description: 'Such as `tcp:`' }),
        form: Type.String({ description: 'How its addresses are written' }),
      }),
      { description: 'Those that the page may set up' },
    ),
  },
  { $id: 'SensorKinds' },
)
export type SensorKinds = Static<typeof SensorKinds>
