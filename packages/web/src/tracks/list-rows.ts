import { FLAG, type Contact, type TrackView } from '@csii/contract'
import { degreesToRadians, MEANS, STATIONS, type LatLon } from '@csii/model'
import { isDark, isDistress, isSuspect, serialOf } from '../picture/track-id.ts'

export const SORT_KEYS = ['name', 'speed', 'course', 'distance', 'age'] as const
export type SortKey = (typeof SORT_KEYS)[number]
export interface Sort {
  readonly key: SortKey
  readonly descending: boolean
}

/** One line of the track list. A track found by search may lie outside the view, or nowhere yet. */
export interface Row {
  readonly contact: Contact
  readonly outside: boolean
  readonly hasFix: boolean
}

/** What a reader may want to see alone. */
export const DOUBTS = ['dark', 'suspect'] as const
export type Doubt = (typeof DOUBTS)[number]

export const isDoubted = (contact: Contact, doubt: Doubt): boolean => (doubt === 'dark' ? isDark(contact) : isSuspect(contact))

/** Name and MMSI are searched; case and accents do not count. */
export function matches(contact: Pick<Contact, 'name' | 'mmsi'>, words: string): boolean {
  const wanted = plain(words)
  return wanted === '' || plain(contact.name ?? '').includes(wanted) || String(contact.mmsi ?? '').includes(wanted)
}

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()

/** Who calls for help is never hidden by a doubt that is asked for. */
const isWanted = (contact: Contact, doubt: Doubt | undefined): boolean =>
  doubt === undefined || isDoubted(contact, doubt) || isDistress(contact)

/** The rows to show: those in view that match, then what the node found elsewhere. Distress always comes first. */
export function rowsOf(
  contacts: Iterable<Contact>,
  found: readonly TrackView[],
  words: string,
  sort: Sort,
  centre: LatLon,
  doubt?: Doubt,
): Row[] {
  const inView = [...contacts].filter((contact) => matches(contact, words) && isWanted(contact, doubt))
  const shown = new Set(inView.map(({ serial }) => serial))
  const elsewhere =
    words.trim().length < 2 ? [] : found.map(rowOf).filter((row) => row && !shown.has(row.contact.serial) && isWanted(row.contact, doubt))
  const order = comparator(sort, centre)
  return [
    ...inView.sort(order).map((contact) => ({ contact, outside: false, hasFix: true })),
    ...elsewhere.filter((row) => row !== undefined),
  ]
}

function comparator({ key, descending }: Sort, centre: LatLon): (a: Contact, b: Contact) => number {
  const sign = descending ? -1 : 1
  const value = (contact: Contact): number | undefined => {
    if (key === 'speed') return contact.speed
    if (key === 'course') return contact.courseDeg
    return key === 'distance' ? distanceTo(contact, centre) : -contact.time
  }
  return (a, b) => {
    const urgent = urgency(b) - urgency(a)
    if (urgent !== 0) return urgent
    if (key === 'name') return sign * compareNames(a, b) || a.serial - b.serial
    const [x, y] = [value(a), value(b)]
    // What was not stated is last, whichever way the list runs.
    if (x === undefined || y === undefined)
      return Number(x === undefined) - Number(y === undefined) || a.serial - b.serial
    return sign * (x - y) || a.serial - b.serial
  }
}

/** A call for help comes before a test of one, and both before everything else. */
const urgency = ({ flags }: Contact): number => ((flags & FLAG.distress) === 0 ? 0 : (flags & FLAG.test) === 0 ? 2 : 1)

/** Named ones by name, then the unnamed by number. */
function compareNames(a: Contact, b: Contact): number {
  if (a.name !== undefined && b.name !== undefined) return a.name < b.name ? -1 : Number(a.name > b.name)
  if (a.name === undefined && b.name === undefined) return (a.mmsi ?? 0) - (b.mmsi ?? 0)
  return a.name === undefined ? 1 : -1
}

/** Metres, on a sphere flattened at the map's centre: good enough to sort and to read to a tenth of a mile. */
export function distanceTo({ lat, lon }: LatLon, centre: LatLon): number {
  const turn = ((((lon - centre.lon + 180) % 360) + 360) % 360) - 180
  const east = turn * Math.cos(degreesToRadians((lat + centre.lat) / 2))
  return Math.hypot(east, lat - centre.lat) * 60 * 1852
}

/** A track that the API found, as a row. */
export function rowOf(track: TrackView): Row | undefined {
  const serial = serialOf(track.id)
  if (serial === undefined) return undefined
  const { fix } = track
  const flags =
    Number(track.simulated) * FLAG.simulated +
    Number(track.conflicting) * FLAG.conflicting +
    Number(track.distress) * FLAG.distress +
    Number(track.test) * FLAG.test
  const contact: Contact = {
    serial,
    flags,
    means: Math.max(
      0,
      MEANS.findIndex((means) => means === track.means),
    ),
    station: Math.max(
      0,
      STATIONS.findIndex((station) => station === track.station),
    ),
    navigationStatus: track.navigationStatus,
    shipType: track.shipType,
    sensors: track.sensors,
    mmsi: track.mmsi,
    lat: fix?.lat ?? 0,
    lon: fix?.lon ?? 0,
    speed: track.speed,
    courseDeg: track.courseDeg,
    headingDeg: track.headingDeg,
    sigma: fix?.sigma ?? 0,
    time: fix?.time ?? track.heardAt,
    dark: track.dark,
    suspect: track.suspect,
    name: track.name,
  }
  return { contact, outside: true, hasFix: fix !== undefined }
}
