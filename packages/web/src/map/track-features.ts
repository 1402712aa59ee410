import type { Contact } from '@csii/contract'
import { degreesToRadians, KNOT, STATIONS, type Means } from '@csii/model'
import type { Feature, FeatureCollection, LineString, Point } from 'geojson'
import { meansOf, stalenessAt } from '../picture/staleness.ts'
import { isConflicting, isDark, isDistress, isSuspect, isTest } from '../picture/track-id.ts'
import { formatAge } from '../text/format.ts'
import { dotKey, symbolKey } from './image-key.ts'

/** A course leader reaches as far as the vessel goes in this time. */
export const LEADER_SECONDS = 360
const SLOWEST_LEADER = 0.5 * KNOT
/** Metres of one degree of latitude, near enough for a line of a few miles. */
const DEGREE_M = 60 * 1852

export interface TrackProperties {
  readonly serial: number
  readonly symbol: string
  readonly dot: string
  readonly label: string
  readonly faded: boolean
  /** Higher is drawn over lower: what moves over what lies still over what stays over what nobody knows. */
  readonly order: number
  readonly conflict: boolean
  readonly dark: boolean
  readonly suspect: boolean
  readonly distress: boolean
  readonly test: boolean
}

/** The words of the device kinds on the map: short, and the same on every bridge. */
const DEVICE: Readonly<Record<string, string>> = { 'ais-sart': 'SART', mob: 'MOB', epirb: 'EPIRB' }

/** What stands for a name where nobody knows one. */
const SEEN_BY: Readonly<Partial<Record<Means, string>>> = { radar: 'RDR', satellite: 'SAT', person: 'REP' }

export function trackFeature(contact: Contact, now: number): Feature<Point, TrackProperties> {
  const staleness = stalenessAt(now, contact)
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [contact.lon, contact.lat] },
    properties: {
      serial: contact.serial,
      symbol: symbolKey(contact, staleness),
      dot: dotKey(contact, staleness),
      label: labelOf(contact, staleness === 'fresh' ? undefined : now - contact.time),
      faded: staleness !== 'fresh',
      order: orderOf(contact),
      conflict: isConflicting(contact),
      dark: isDark(contact),
      suspect: isSuspect(contact),
      distress: isDistress(contact),
      test: isTest(contact),
    },
  }
}

function orderOf({ station, speed }: Contact): number {
  const kind = STATIONS[station]
  if (kind === 'unknown') return 0
  if (kind === 'aton' || kind === 'base') return 1
  return (speed ?? 0) < SLOWEST_LEADER ? 2 : 3
}

/** Name, MMSI or how it is seen; a device in distress says what it is, a dark contact that it is; a track whose reports are missing says for how long. */
function labelOf(contact: Contact, age: number | undefined): string {
  const device = isDistress(contact) ? (DEVICE[STATIONS[contact.station] ?? ''] ?? 'SOS') : undefined
  const parts = [
    isTest(contact) ? 'TEST' : undefined,
    device,
    isDark(contact) ? 'DARK' : undefined,
    contact.name ?? contact.mmsi?.toString() ?? SEEN_BY[meansOf(contact.means)],
    age === undefined ? undefined : `(${formatAge(age)})`,
  ]
  return parts.filter((part) => part !== undefined).join(' ')
}

/** Where the vessel will be in six minutes if she holds course and speed. None for one that lies still or is stale. */
export function leaderFeature(contact: Contact, now: number): Feature<LineString> | undefined {
  const { lat, lon, speed, courseDeg } = contact
  if (speed === undefined || courseDeg === undefined || speed < SLOWEST_LEADER) return undefined
  if (stalenessAt(now, contact) === 'stale') return undefined
  const degrees = (speed * LEADER_SECONDS) / DEGREE_M
  const course = degreesToRadians(courseDeg)
  const north = lat + degrees * Math.cos(course)
  const east = lon + (degrees * Math.sin(course)) / Math.cos(degreesToRadians(lat))
  return {
    type: 'Feature',
    properties: {},
    geometry: {
      type: 'LineString',
      coordinates: [
        [lon, lat],
        [east, north],
      ],
    },
  }
}

export const collect = <F extends Feature>(features: F[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
})
