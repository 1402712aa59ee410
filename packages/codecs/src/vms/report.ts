import type { Claim, LatLon, Plot, SensorSite, Timestamp } from '@csii/model'
import { writtenCovariance } from '../columns/covariance.ts'

/** Where a vessel says it is, by its monitoring system. */
export interface VmsReport {
  readonly id: string
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
  readonly id: string | undefined
  readonly name?: string | undefined
  readonly callSign?: string | undefined
  readonly marking?: string | undefined
  readonly flag?: string | undefined
  readonly imo?: string | undefined
  readonly mmsi?: string | undefined
}

/** What a fishing vessel claims by its names. A number that cannot be one is left out. */
export function vesselClaim({ id, name, callSign, marking, flag, imo, mmsi }: Names): Claim {
  const imoNumber = /^(?:IMO\s*)?(\d{7})$/i.exec(imo ?? '')?.[1]
  const isFlag = /^[A-Z]{3}$/.test(flag ?? '')
  return {
    station: 'craft',
    ...(id !== undefined && { uid: id }),
    ...(name !== undefined && { name }),
    ...(callSign !== undefined && { callSign }),
    ...(marking !== undefined && { marking }),
    ...(isFlag && { flag: flag! }),
    ...(imoNumber !== undefined && { imo: Number(imoNumber) }),
    ...(/^[2-7]\d{8}$/.test(mmsi ?? '') && { mmsi: Number(mmsi) }),
  }
}
