import type { StateRecord } from '../../pipeline/record/records.ts'
import { refText } from '../history-reader.ts'
import { iso, type About } from './about.ts'
import type { ExportedTrack, Stretch } from './window.ts'

/** A place of a line, and when the object was there. */
interface Vertex {
  readonly lon: number
  readonly lat: number
  readonly time: number
}

/**
 * GeoJSON (RFC 7946): one feature for each track and day, with the times of its positions as `coordTimes`. Lines are cut at
 * the antimeridian (§ 3.1.9). What the file holds stands in its foreign member `csii` (§ 6.1).
 */
export async function* geojsonOf(about: About, stretches: AsyncIterable<Stretch>): AsyncIterable<string> {
  yield `{"type":"FeatureCollection","csii":${JSON.stringify(about)},"features":[`
  let separator = '\n'
  for await (const { track, states } of stretches) {
    const { geometry, times } = geometryOf(states)
    yield separator + JSON.stringify({ type: 'Feature', geometry, properties: propertiesOf(track, states, times) })
    separator = ',\n'
  }
  yield '\n]}\n'
}

function propertiesOf({ track, name, claim, sameAs }: ExportedTrack, states: readonly StateRecord[], coordTimes: unknown): object {
  return {
    track: refText(track), ...(sameAs && { sameAs: refText(sameAs) }), name, simulated: states[0]!.simulated, claim,
    from: iso(states[0]!.time), to: iso(states.at(-1)!.time), coordTimes,
    sigmas: states.map(({ sigmaEast, sigmaNorth }) => Math.round(Math.sqrt((sigmaEast ** 2 + sigmaNorth ** 2) / 2) * 10) / 10),
    speeds: states.map(({ speed }) => speed ?? null), courses: states.map(({ courseDeg }) => courseDeg ?? null),
  }
}

function geometryOf(states: readonly StateRecord[]): { geometry: object; times: unknown } {
  const [first] = states
  if (states.length === 1) return { geometry: { type: 'Point', coordinates: [first!.lon, first!.lat] }, times: iso(first!.time) }
  const lines = cutLines(states)
  const coordinates = lines.map((line) => line.map(({ lon, lat }) => [lon, lat]))
  const times = lines.map((line) => line.map(({ time }) => iso(time)))
  return lines.length === 1
    ? { geometry: { type: 'LineString', coordinates: coordinates[0] }, times: times[0] }
    : { geometry: { type: 'MultiLineString', coordinates }, times }
}

function cutLines(states: readonly StateRecord[]): Vertex[][] {
  const lines: Vertex[][] = [[]]
  states.forEach((state, at) => {
    const before = states[at - 1]
    if (before && Math.abs(state.lon - before.lon) > 180) {
      const border = before.lon > 0 ? 180 : -180
      const width = 360 - Math.abs(state.lon - before.lon)
      const share = width === 0 ? 0 : Math.abs(border - before.lon) / width
      const lat = before.lat + share * (state.lat - before.lat)
      const time = Math.round(before.time + share * (state.time - before.time))
      lines.at(-1)!.push({ lon: border, lat, time })
      lines.push([{ lon: -border, lat, time }])
    }
    lines.at(-1)!.push(state)
  })
  return lines
}
