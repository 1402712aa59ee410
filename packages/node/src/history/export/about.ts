import type { Timestamp } from '@csii/model'
import type { ExportRequest } from './window.ts'

/** Who made an export, and when. */
export interface Maker {
  readonly node: string
  readonly nation: string
  readonly version: string
  readonly at: Timestamp
}

export const iso = (time: Timestamp): string => new Date(time).toISOString()

/** What every export says of itself at its beginning. */
export interface About {
  readonly simulated: boolean
  readonly node: string
  readonly nation: string
  readonly version: string
  readonly made: string
  readonly from: string
  readonly to: string
  readonly area: string
  readonly known: string
  readonly tracks: number
  readonly fixes: number
}

export function aboutOf(request: ExportRequest, { node, nation, version, at }: Maker, tracks: number, fixes: number): About {
  const { from, to, box, known, exercise } = request
  return {
    simulated: exercise,
    node, nation, version, made: iso(at), from: iso(from), to: iso(to),
    area: box ? `west ${box.west} south ${box.south} east ${box.east} north ${box.north}` : 'everywhere',
    known: known === 'then' ? 'then: what the picture showed, known by the end of the window' : 'now: what is known on the day when this was made',
    tracks, fixes,
  }
}

/** As sentences, one a line. */
export const aboutLines = (about: About): string[] => [
  ...(about.simulated ? ['SIMULATED: everything in here is of an exercise'] : []),
  `node: ${about.node} (${about.nation}), CSII ${about.version}, made ${about.made}`,
  `window: ${about.from} to ${about.to}, by times of validity; area: ${about.area}`,
  `known ${about.known}`,
  `tracks: ${about.tracks}; fixes: ${about.fixes}`,
]

/** Says what it holds: `csii-XXX-20261124T020000Z-20261124T030000Z-then.csv`, with `SIMULATED` where it is. */
export function fileNameOf({ from, to, known, exercise, format }: ExportRequest, { node }: Pick<Maker, 'node'>): string {
  const compact = (time: Timestamp) => iso(time).replace(/[-:]|\.\d+/g, '')
  const of = node.replace(/[^\w-]+/g, '-').slice(0, 40)
  return `csii-${of}-${compact(from)}-${compact(to)}-${known}${exercise ? '-SIMULATED' : ''}.${format}`
}
