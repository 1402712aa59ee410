import type { HistoryReader } from '../history-reader.ts'
import { createPauses } from '../pauses.ts'
import { aboutOf, type Maker } from './about.ts'
import { csvOf } from './csv.ts'
import { geojsonOf } from './geojson.ts'
import { kmlOf } from './kml.ts'
import { nmeaOf } from './nmea.ts'
import { contentsOf, stretchesOf, type ExportRequest } from './window.ts'

/** Writes a window out, part by part; however long it is, a day of one track is held at most. */
export async function* exportWindow(reader: HistoryReader, request: ExportRequest, maker: Maker): AsyncIterable<string> {
  const pauses = createPauses()
  const { tracks, fixes } = await contentsOf(reader, request, pauses)
  const about = aboutOf(request, maker, tracks.length, fixes)
  const stretches = stretchesOf(reader, tracks, request, pauses)
  if (request.format === 'csv') yield* csvOf(about, stretches)
  else if (request.format === 'geojson') yield* geojsonOf(about, stretches)
  else if (request.format === 'kml') yield* kmlOf(about, stretches)
  else yield* nmeaOf(reader, request, about, tracks, pauses)
}
