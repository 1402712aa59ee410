import { Type, type Static } from 'typebox'
import { SOURCE_STATES, type SourceStateName } from './source-view.ts'

const Claim = Type.Record(Type.String(), Type.Unknown(), { description: 'What the object says of itself, by field' })
const Time = Type.Number({ description: 'Time of validity, epoch ms UTC' })

const PreviewPlot = Type.Object({
  time: Time,
  position: Type.Object({ lat: Type.Number(), lon: Type.Number() }),
  sigma: Type.Number({ description: 'One standard deviation of the position, metres' }),
  speed: Type.Optional(Type.Number({ description: 'Over ground, m/s' })),
  courseDeg: Type.Optional(Type.Number()),
  altitude: Type.Optional(Type.Number({ description: 'Metres' })),
  sensorTrack: Type.Optional(Type.String()),
  claim: Type.Optional(Claim),
})

const PreviewCounts = Type.Object({
  bytes: Type.Integer(),
  received: Type.Integer(),
  decoded: Type.Integer(),
  duplicates: Type.Integer(),
  pending: Type.Integer(),
  problems: Type.Record(Type.String(), Type.Integer()),
  plots: Type.Integer(),
  statements: Type.Integer(),
  measurements: Type.Integer(),
  unshown: Type.Integer({ description: 'Lines left out, because people read no faster' }),
  dropped: Type.Integer({ description: 'Datagrams thrown away, because a preview reads no faster' }),
})

/** One line of a preview (newline-delimited JSON): each holds one thing that has just happened. */
export const PreviewLine = Type.Union(
  [
    Type.Object({
      state: Type.Unsafe<SourceStateName>(Type.Union(SOURCE_STATES.map((state) => Type.Literal(state)))),
      detail: Type.Optional(Type.String({ description: 'Why it is not open' })),
    }),
    Type.Object({ kind: Type.String({ description: 'Of the sensor, as recognised when asked for `auto`' }) }),
    Type.Object({
      proposal: Type.Object(
        { key: Type.String(), value: Type.String(), missing: Type.Array(Type.String()) },
        { description: 'A value for an option of the kind, as it seems to be right, and what a person must add' },
      ),
    }),
    Type.Object({ plot: PreviewPlot }),
    Type.Object({ statement: Type.Object({ time: Time, claim: Claim }) }),
    Type.Object({
      measurement: Type.Object({
        time: Time, asset: Type.String(), path: Type.String(),
        value: Type.Union([Type.Number(), Type.String(), Type.Boolean()]),
      }),
    }),
    Type.Object({
      problem: Type.String({ description: 'Why an input was refused; `unrecognised` while nobody knows the format' }),
      text: Type.String({ description: 'The input, unprintable bytes as \\xNN' }),
    }),
    Type.Object({ counts: PreviewCounts }),
  ],
  { $id: 'PreviewLine' },
)
export type PreviewLine = Static<typeof PreviewLine>
