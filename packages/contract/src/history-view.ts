import { Type, type Static } from 'typebox'

const Time = (description: string) => Type.Number({ description: `${description}, epoch ms UTC` })

/** What a node remembers, and how its store does. */
export const HistoryView = Type.Object(
  {
    from: Type.Optional(Time('The first moment that is kept. Absent while nothing is')),
    to: Type.Optional(Time('The last moment that is kept')),
    journal: Type.Object(
      {
        seq: Type.Integer({ minimum: 0, description: 'Of the last entry that is durable' }),
        plots: Type.Integer({ minimum: 0, description: 'Plots made durable since the node started' }),
        at: Type.Optional(Time('When the last entry became durable')),
        waiting: Type.Integer({ minimum: 0, description: 'Entries that are not durable yet' }),
        problem: Type.Optional(Type.String({ description: 'Why nothing can be kept now' })),
      },
      { description: 'What is durable' },
    ),
    store: Type.Object({
      kind: Type.String({ description: '`sqlite` or `postgres`' }),
      bytes: Type.Integer({ minimum: 0 }),
      damaged: Type.Integer({ minimum: 0, description: 'Parts found damaged and not repaired: they are never served' }),
    }),
  },
  { $id: 'HistoryView' },
)
export type HistoryView = Static<typeof HistoryView>

/** How much went on in a stretch of time, and what of it stands out. */
export const HistoryActivity = Type.Object(
  {
    from: Time('Where the first bin begins'),
    to: Time('Where the last bin ends'),
    bins: Type.Array(
      Type.Object({
        time: Time('Where the bin begins'),
        plots: Type.Number({ minimum: 0, description: 'Plots received' }),
        tracks: Type.Integer({ minimum: 0, description: 'Tracks of which anything was heard' }),
      }),
      { description: 'All of one width' },
    ),
    marks: Type.Array(
      Type.Object({ time: Time('When it was'), kind: Type.String(), text: Type.String(), trackId: Type.Optional(Type.String()) }),
      { description: 'What people did and what the node alarmed about, oldest first' },
    ),
    isTruncated: Type.Boolean({ description: 'There are more marks than are shown' }),
  },
  { $id: 'HistoryActivity' },
)
export type HistoryActivity = Static<typeof HistoryActivity>

export const EXPORT_FORMATS = ['csv', 'geojson', 'kml', 'nmea'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
