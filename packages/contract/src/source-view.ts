import { Type, type Static } from 'typebox'
import { SourceHealth } from './coverage-view.ts'

export const SOURCE_STATES = ['connecting', 'open', 'waiting', 'ended', 'failed', 'disabled'] as const
export type SourceStateName = (typeof SOURCE_STATES)[number]

export const SOURCE_ORIGINS = ['file', 'page', 'built-in'] as const
export type SourceOrigin = (typeof SOURCE_ORIGINS)[number]

/** One sensor's stream, as the technician sees it. */
export const SourceView = Type.Object(
  {
    id: Type.String(),
    title: Type.String(),
    kind: Type.String({ description: 'A sensor kind of the codecs registry, such as `ais`' }),
    url: Type.String({ description: 'Transport and address, without secrets' }),
    nation: Type.String({ description: 'ISO 3166-1 alpha-3 code of the owner' }),
    position: Type.Optional(Type.Object({ lat: Type.Number(), lon: Type.Number() })),
    antennaHeight: Type.Optional(Type.Number({ description: 'Metres above the sea' })),
    options: Type.Optional(
      Type.Record(Type.String(), Type.Unsafe<string | number>({ type: ['string', 'number'] }), {
        description: 'What is set of the kind\'s own options',
      }),
    ),
    simulated: Type.Boolean(),
    origin: Type.Unsafe<SourceOrigin>(
      Type.Union(SOURCE_ORIGINS.map((origin) => Type.Literal(origin)), {
        description: 'One of the configuration file is changed there, one of the page on the page, and what is built in stays as it is',
      }),
    ),
    enabled: Type.Boolean({ description: 'False for one that is described and not listened to' }),
    // A union made by `map` loses its members in the type; this gives them back.
    state: Type.Unsafe<SourceStateName>(Type.Union(SOURCE_STATES.map((state) => Type.Literal(state)))),
    detail: Type.Optional(Type.String({ description: 'Why it is not open, in one sentence' })),
    lastHeardAt: Type.Optional(Type.Number({ description: 'Last valid message, epoch ms UTC' })),
    messagesPerSecond: Type.Number({ description: 'Valid messages, mean of the last 10 s, duplicates included' }),
    delay: Type.Optional(
      Type.Object(
        {
          medianMs: Type.Number(),
          p95Ms: Type.Number(),
          leastMs: Type.Number({
            description: 'Below zero, the sensor\'s clock is ahead by at least so much; above, late or behind look the same',
          }),
        },
        { description: 'From time of validity to receipt, last minute or 16 messages. Absent while nothing was heard' },
      ),
    ),
    health: Type.Optional(SourceHealth),
    video: Type.Optional(Type.Boolean({ description: 'It sends the picture of a radar: see its radar-image' })),
    bytes: Type.Integer(),
    dropped: Type.Integer({ description: 'Datagrams or chunks thrown away because the pipeline was behind' }),
    received: Type.Integer(),
    decoded: Type.Integer(),
    duplicates: Type.Integer({ description: 'Heard before by this or another receiver' }),
    pending: Type.Integer(),
    problems: Type.Record(Type.String(), Type.Integer(), { description: 'Rejected sentences by reason' }),
  },
  { $id: 'SourceView' },
)
export type SourceView = Static<typeof SourceView>

/** The last rejected inputs of one source, newest first, non-printable bytes escaped as \\xNN. */
export const Inspection = Type.Object(
  {
    rejected: Type.Array(Type.Object({ problem: Type.String(), receivedAt: Type.Number(), text: Type.String() })),
  },
  { $id: 'Inspection' },
)
export type Inspection = Static<typeof Inspection>
