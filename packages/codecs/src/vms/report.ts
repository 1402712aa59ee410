import type { Claim, LatLon, Plot, SensorSite, Timestamp } from '@csii/model'
import { writtenCovariance } from '../columns/covariance.ts'

/** Where a vessel says it is, by its monitoring system. */
export interface VmsReport {
  /** By which this report and others of the vessel are known. */
  readonly uid: string
  readonly time: Timestamp
  readonly position: LatLon
  /** Between two values that could have been written: degrees and seconds. */
  readonly latStep: number
  readonly lonStep: number
  readonly timeStep: number
  readonly speed?: number
  readonly courseDeg?: number
  readonly headingDeg?: number
  readonly claim: Claim
}

/**
 * One standard deviation of a GPS receiver on board, metres. The constellation alone gives 8 m at 95 % (GPS Standard
 * Positioning Service Performance Standard, 5th edition, table 3.8-3), which is 3.3 m; an antenna under a roof adds to
 * it. Vessel monitoring must be right to 500 m at 99 % (Regulation (EU) No 404/2011, article 19), which nothing today
 * misses.
 */
export const USUAL_SIGMA = 10

export function plotOf(report: VmsReport, site: SensorSite, receivedAt: Timestamp, sigma: number): Plot {
  const { time, position, speed, courseDeg, headingDeg, claim } = report
  return {
    sensorId: site.sensorId,
    time,
    receivedAt,
    simulated: site.simulated,
    position,
    covariance: writtenCovariance(sigma, { ...report, lat: position.lat }),
    ...(speed !== undefined && { speed }),
    ...(courseDeg !== undefined && { courseDeg }),
    ...(headingDeg !== undefined && { headingDeg }),
    claim,
  }
}

/** What names a vessel, as sent. */
export interface Names {
  /** Of the vessel or its beacon, by whoever runs the system. */
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly callSign?: string | undefined
  readonly marking?: string | undefined
  readonly flag?: string | undefined
  readonly imo?: string | undefined
  readonly mmsi?: string | undefined
}

/**
 * The best of a vessel's names, unique wherever it is heard; undefined where it has none. Numbers of eight characters
 * and more are given out by states and makers, call signs by states. A shorter number, a side number or a name is one
 * list's own, so the sensor's id stands before it: two lists may both have a vessel 12.
 */
export function uidOf({ id, mmsi, callSign, imo, marking, name }: Names, sensorId: string): string | undefined {
  const known = id ?? mmsi ?? callSign ?? imo ?? marking ?? name
  const isWorldwide = id === undefined ? (mmsi ?? callSign ?? imo) !== undefined : id.length >= 8
  return known === undefined || isWorldwide ? known : `${sensorId}/${known}`
}

/** What a fishing vessel claims by its names. A number that cannot be one is left out. */
export function vesselClaim({ name, callSign, marking, flag, imo, mmsi }: Names, uid: string): Claim {
  const imoNumber = /^(?:IMO\s*)?(\d{7})$/i.exec(imo ?? '')?.[1]
  const isFlag = /^[A-Z]{3}$/.test(flag ?? '')
  return {
    station: 'craft',
    uid,
    ...(name !== undefined && { name }),
    ...(callSign !== undefined && { callSign }),
    ...(marking !== undefined && { marking }),
    ...(isFlag && { flag: flag! }),
    ...(imoNumber !== undefined && { imo: Number(imoNumber) }),
    ...(/^[2-7]\d{8}$/.test(mmsi ?? '') && { mmsi: Number(mmsi) }),
  }
}
