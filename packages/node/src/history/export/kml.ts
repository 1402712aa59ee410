import { refText } from '../history-reader.ts'
import { aboutLines, iso, type About } from './about.ts'
import type { Stretch } from './window.ts'

const OPENING = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">
<Document>
`

/** KML 2.2 (OGC 07-147r2) with a `gx:Track` for each track and day, which viewers play along their bar of time. */
export async function* kmlOf(about: About, stretches: AsyncIterable<Stretch>): AsyncIterable<string> {
  const title = `${about.simulated ? 'SIMULATED ' : ''}CSII ${about.from} to ${about.to}`
  yield `${OPENING}<name>${text(title)}</name>\n<description>${text(aboutLines(about).join('\n'))}</description>\n`
  for await (const { track, states } of stretches) {
    const data = { track: refText(track.track), sameAs: track.sameAs && refText(track.sameAs), simulated: about.simulated, ...track.claim }
    yield [
      '<Placemark>', `<name>${text(about.simulated ? `SIMULATED ${track.name}` : track.name)}</name>`,
      '<ExtendedData>', ...Object.entries(data).flatMap(([name, value]) => dataOf(name, value)), '</ExtendedData>',
      '<gx:Track><altitudeMode>clampToGround</altitudeMode>',
      ...states.map(({ time }) => `<when>${iso(time)}</when>`),
      ...states.map(({ lon, lat, altitude }) => `<gx:coord>${lon} ${lat} ${altitude ?? 0}</gx:coord>`),
      '</gx:Track>', '</Placemark>', '',
    ].join('\n')
  }
  yield '</Document>\n</kml>\n'
}

function dataOf(name: string, value: unknown): string[] {
  if (value === undefined) return []
  return [`<Data name="${text(name)}"><value>${text(typeof value === 'object' ? JSON.stringify(value) : String(value))}</value></Data>`]
}

/** What XML 1.0 has no character for (§ 2.2) becomes U+FFFD. */
const text = (value: string): string =>
  // oxlint-disable-next-line no-control-regex
  value.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
