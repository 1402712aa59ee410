import { Readable } from 'node:stream'
import { EXPORT_FORMATS, HistoryActivity, HistoryHits, HistorySearch, HistoryView, Problem, type ExportFormat } from '@csii/contract'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { refusal } from '../platform/errors.ts'
import type { ActivityRequest } from './activity/activity.ts'
import { fileNameOf } from './export/about.ts'
import type { ExportRequest } from './export/window.ts'
import { isNamed } from './search/one-vessel.ts'

export interface HistoryPorts {
  /** What the node calls itself, for the names of files. */
  readonly node: string
  status(): Promise<HistoryView>
  activity(request: ActivityRequest): Promise<HistoryActivity>
  search(request: HistorySearch): Promise<HistoryHits>
  exportWindow(request: ExportRequest): AsyncIterable<string>
}

const LAST_MOMENT = 253_402_300_799_999
const Moment = Type.Number({ minimum: 0, maximum: LAST_MOMENT, description: 'Epoch ms UTC' })
const window = { from: Moment, to: Moment, exercise: Type.Boolean({ default: false, description: 'What was simulated instead of what was real' }) }
const degrees = (most: number) => Type.Optional(Type.Number({ minimum: -most, maximum: most }))

const ActivityQuery = Type.Object({ ...window, bins: Type.Integer({ minimum: 1, maximum: 1000, default: 120 }) }, { additionalProperties: false })
const ExportQuery = Type.Object(
  {
    ...window,
    west: degrees(180), south: degrees(90), east: degrees(180), north: degrees(90),
    // A union made by `map` loses its members in the type; this gives them back.
    format: Type.Unsafe<ExportFormat>(Type.Union(EXPORT_FORMATS.map((format) => Type.Literal(format)))),
    known: Type.Union([Type.Literal('then'), Type.Literal('now')], { default: 'now' }),
  },
  { additionalProperties: false },
)

const MEDIA: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8', geojson: 'application/geo+json', kml: 'application/vnd.google-earth.kml+xml', nmea: 'text/plain; charset=utf-8',
}

/** Sent as it is written. */
const FILE = Type.Unsafe<Readable>({ type: 'string', description: 'The file' })

/** What is remembered: how much, who was where, and a window of it as a file. */
export const historyRoutes: FastifyPluginAsyncTypebox<HistoryPorts> = async (app, ports) => {
  app.get('/api/history', { schema: { response: { 200: HistoryView } } }, () => ports.status())

  const activity = { querystring: ActivityQuery, response: { 200: HistoryActivity, 400: Problem } }
  app.get('/api/history/activity', { schema: activity }, async ({ query }) => {
    checkWindow(query)
    return ports.activity(query)
  })

  const search = { body: HistorySearch, response: { 200: HistoryHits, 400: Problem } }
  app.post('/api/history/search', { schema: search, bodyLimit: 64 * 1024 }, async ({ body }) => {
    checkWindow(body)
    if ((body.kind === 'met' || body.kind === 'been') && !isNamed(body)) {
      throw refusal('SEARCH_INVALID', 'Say which vessel: one of track, mmsi, imo, callSign and name.')
    }
    const { area } = body.kind === 'passed' ? body : { area: undefined }
    if (area && 'south' in area && area.south > area.north) throw refusal('SEARCH_INVALID', 'The area has its south north of its north.')
    return ports.search(body)
  })

  app.get('/api/history/export', { schema: { querystring: ExportQuery, response: { 200: FILE, 400: Problem } } }, async ({ query }, reply) => {
    checkWindow(query)
    const { from, to, format, known, exercise } = query
    const request = { from, to, format, known, exercise, box: boxOf(query) }
    return reply
      .type(MEDIA[format])
      .header('content-disposition', `attachment; filename="${fileNameOf(request, ports)}"`)
      .send(Readable.from(ports.exportWindow(request)))
  })
}

function checkWindow({ from, to }: { readonly from: number; readonly to: number }): void {
  if (from >= to) throw refusal('SEARCH_INVALID', 'The window ends before it begins: write a later to than from.')
}

function boxOf({ west, south, east, north }: { west?: number; south?: number; east?: number; north?: number }): ExportRequest['box'] {
  if ([west, south, east, north].every((side) => side === undefined)) return undefined
  if (west === undefined || south === undefined || east === undefined || north === undefined || south > north) {
    throw refusal('SEARCH_INVALID', 'An area has all of west, south, east and north, and its south is south of its north.')
  }
  return { west, south, east, north }
}
