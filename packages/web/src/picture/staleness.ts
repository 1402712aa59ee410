import type { Contact } from '@csii/contract'
import { MEANS, mpsToKnots, STATIONS, type Means, type Station } from '@csii/model'

/** How much the shown position says about now: reporting as it must, missing reports, or not heard for long. */
export type Staleness = 'fresh' | 'late' | 'stale'

type Reporting = Pick<Contact, 'station' | 'means' | 'speed' | 'navigationStatus'>

const MINUTE = 60
const HOUR = 60 * MINUTE
const AT_ANCHOR = 1
const MOORED = 5

/** Seconds between looks of what is no AIS: a fishing vessel must report every hour or two, nobody promises another look. */
const LOOKS: Readonly<Partial<Record<Means, number>>> = { vms: HOUR, satellite: 10 * MINUTE, person: 10 * MINUTE }

/** Seconds between reports that its class must keep. ITU-R M.1371-5, annex 1, tables 1 and 2. */
export function reportingInterval({ station, means, speed, navigationStatus }: Reporting): number {
  const look = LOOKS[meansOf(means)]
  if (look !== undefined) return look
  const knots = speed === undefined ? 0 : mpsToKnots(speed)
  switch (stationOf(station)) {
    case 'class-a':
      if (knots <= 3 && (navigationStatus === AT_ANCHOR || navigationStatus === MOORED)) return 3 * MINUTE
      return knots > 23 ? 2 : knots > 14 ? 6 : 10
    case 'class-b':
      return knots > 2 ? 30 : 3 * MINUTE
    case 'aton':
      return 3 * MINUTE
    case 'base':
    case 'sar-aircraft':
    case 'aircraft':
      return 10
    case 'ais-sart':
    case 'mob':
    case 'epirb':
      return MINUTE
    default:
      return 30
  }
}

/**
 * Radio loses reports, so three missing ones in a row and at least a minute make a track late; ten, and at least five
 * minutes, make it stale.
 */
export function stalenessAt(now: number, contact: Reporting & Pick<Contact, 'time'>): Staleness {
  const interval = reportingInterval(contact)
  const age = (now - contact.time) / 1000
  if (age > Math.max(10 * interval, 5 * MINUTE)) return 'stale'
  return age > Math.max(3 * interval, MINUTE) ? 'late' : 'fresh'
}

export const meansOf = (index: number): Means => MEANS[index] ?? 'unknown'
export const stationOf = (index: number): Station => STATIONS[index] ?? 'unknown'
