import { degreesToRadians, type LatLon, type Timestamp } from '@csii/model'
import type { Measured } from './measured.ts'

/** What a boat tells of itself at one instant. */
export interface BoatReport {
  /** `vessels.urn:mrn:imo:mmsi:377123000`. */
  readonly context: string
  /** Where on board the values come from. */
  readonly source: string
  readonly time: Timestamp
  readonly mmsi?: number
  readonly name?: string
  readonly callSign?: string
  readonly position?: LatLon
  /** m/s over ground. */
  readonly speed?: number
  readonly courseDeg?: number
  readonly headingDeg?: number
  readonly horizontalDilution?: number
  readonly measured?: readonly Measured[]
}

interface Value {
  readonly path: string
  readonly value: unknown
}

/** One delta: a line of JSON without its end. Specification 1.7, "Delta Format". */
export function toDelta(report: BoatReport): string {
  const values = [...identityOf(report), ...navigationOf(report), ...(report.measured ?? [])]
  const update = { $source: report.source, timestamp: new Date(report.time).toISOString(), values }
  return JSON.stringify({ context: report.context, updates: [update] })
}

function identityOf({ mmsi, name, callSign }: BoatReport): Value[] {
  const root = {
    ...(mmsi !== undefined && { mmsi: String(mmsi).padStart(9, '0') }),
    ...(name !== undefined && { name }),
    ...(callSign !== undefined && { communication: { callsignVhf: callSign } }),
  }
  return Object.keys(root).length > 0 ? [{ path: '', value: root }] : []
}

function navigationOf({ position, speed, courseDeg, headingDeg, horizontalDilution }: BoatReport): Value[] {
  const angle = (degrees: number | undefined) => (degrees === undefined ? undefined : degreesToRadians(degrees))
  const values: Value[] = [
    { path: 'navigation.gnss.horizontalDilution', value: horizontalDilution },
    { path: 'navigation.speedOverGround', value: speed },
    { path: 'navigation.courseOverGroundTrue', value: angle(courseDeg) },
    { path: 'navigation.headingTrue', value: angle(headingDeg) },
    { path: 'navigation.position', value: position && { latitude: position.lat, longitude: position.lon } },
  ]
  return values.filter(({ value }) => value !== undefined)
}
