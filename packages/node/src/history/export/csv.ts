import { FLAG } from '@csii/contract'
import { MEANS } from '@csii/model'
import { refText } from '../history-reader.ts'
import { aboutLines, iso, type About } from './about.ts'
import type { Stretch } from './window.ts'

type Cell = string | number | boolean | undefined
type Row = (stretch: Stretch, at: number) => Cell

const state = (of: (state: Stretch['states'][number]) => Cell): Row => ({ states }, at) => of(states[at]!)
const whose = (of: (track: Stretch['track']) => Cell): Row => ({ track }) => of(track)

/** Speeds in m/s, errors in metres, courses in degrees true. */
const COLUMNS: readonly (readonly [name: string, value: Row])[] = [
  ['track', whose(({ track }) => refText(track))],
  ['same_as', whose(({ sameAs }) => sameAs && refText(sameAs))],
  ['time', state(({ time }) => iso(time))],
  ['known_at', state(({ knownAt }) => iso(knownAt))],
  ['lat', state(({ lat }) => lat.toFixed(7))],
  ['lon', state(({ lon }) => lon.toFixed(7))],
  ['sigma_east', state(({ sigmaEast }) => sigmaEast)],
  ['sigma_north', state(({ sigmaNorth }) => sigmaNorth)],
  ['correlation', state(({ correlation }) => correlation)],
  ['speed', state(({ speed }) => speed)],
  ['course', state(({ courseDeg }) => courseDeg)],
  ['heading', state(({ headingDeg }) => headingDeg)],
  ['altitude', state(({ altitude }) => altitude)],
  ['means', state(({ means }) => MEANS[means])],
  ['existence', state(({ existence }) => existence.toFixed(3))],
  ['dark', state(({ dark }) => dark?.toFixed(3))],
  ['suspect', state(({ suspect }) => suspect?.toFixed(3))],
  ['conflicting', state(({ flags }) => (flags & FLAG.conflicting) !== 0)],
  ['distress', state(({ flags }) => (flags & FLAG.distress) !== 0)],
  ['simulated', state(({ simulated }) => simulated)],
  ['mmsi', whose(({ claim }) => claim.mmsi)],
  ['imo', whose(({ claim }) => claim.imo)],
  ['name', whose(({ claim }) => claim.name)],
  ['call_sign', whose(({ claim }) => claim.callSign)],
  ['station', whose(({ claim }) => claim.station)],
  ['ship_type', whose(({ claim }) => claim.shipType)],
  ['flag', whose(({ claim }) => claim.flag)],
  ['icao_address', whose(({ claim }) => claim.icaoAddress?.toString(16).padStart(6, '0'))],
  ['uid', whose(({ claim }) => claim.uid)],
]

/** Comma-separated (RFC 4180), after lines that begin with `#`. */
export async function* csvOf(about: About, stretches: AsyncIterable<Stretch>): AsyncIterable<string> {
  yield [...aboutLines(about).map((line) => `# ${line}`), COLUMNS.map(([name]) => name).join(','), ''].join('\r\n')
  for await (const stretch of stretches) {
    yield stretch.states.map((_, at) => `${COLUMNS.map(([, value]) => cell(value(stretch, at))).join(',')}\r\n`).join('')
  }
}

function cell(value: Cell): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  // What a stranger transmits as a name must not become a formula in somebody's spreadsheet.
  const plain = /^[=+@\t\r]|^-(?!\d)/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
