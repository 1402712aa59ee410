import type { PositionCovariance } from '@csii/model'

const NM = 1852

/** Of a circle that holds 95 % of a distribution with equal deviations: √(−2 ln 0.05). */
const SIGMAS_IN_RADIUS = 2.4477

/** Ten nautical miles: NACp 0 and the types without accuracy say that it is not better known than this. */
const UNKNOWN_RADIUS = 10 * NM

/**
 * * Radius in metres that holds the position with 95 %, by NACp 0 to 11 (RTCA DO-260B, table 2-70). The reserved codes
 * say as little as 0.
 */
const NAC_P = [UNKNOWN_RADIUS, 10 * NM, 4 * NM, 2 * NM, NM, 0.5 * NM, 0.3 * NM, 0.1 * NM, 0.05 * NM, 30, 10, 3]

/**
 * * The same by the type code of a position, as version 0 defines it (RTCA DO-260, table 2-11; "The 1090 Megahertz
 * Riddle", chapter 9). Later versions define by it a radius of containment that is at most two and a half times as
 * large, so that this holds for them too until NACp is heard. Type 8 has no bound: half a mile is within any airport.
 */
const BY_TYPE: Readonly<Record<number, number>> = {
  5: 3, 6: 10, 7: 0.05 * NM, 8: 0.5 * NM,
  9: 3, 10: 10, 11: 0.05 * NM, 12: 0.1 * NM, 13: 0.25 * NM, 14: 0.5 * NM, 15: NM, 16: 5 * NM, 17: 10 * NM,
  20: 3, 21: 10,
}

/** What an aircraft has said of its navigation. */
export interface Navigation {
  /** 0 until an operation status says more. */
  readonly version: number
  readonly nac_p?: number | undefined
}

export function radiusOf(typecode: number, { version, nac_p: nacP }: Navigation): number {
  if (version > 0 && nacP !== undefined) return radiusOfNacP(nacP)
  return BY_TYPE[typecode] ?? UNKNOWN_RADIUS
}

export const radiusOfNacP = (nacP: number): number => NAC_P[nacP] ?? UNKNOWN_RADIUS

/**
 * Radius for reports that say nothing of their accuracy. Mandates ask for half of it, NACp 8 (14 CFR 91.227; Regulation
 * (EU) 1207/2011, annex II); aircraft that are not bound by them need not keep to that.
 */
export const UNSTATED_RADIUS = 0.1 * NM

/**
 * A radar's position by way of a ground station in 12 bits: steps of some 165 metres, of a radar of which nothing is
 * said.
 */
export const COARSE_RADIUS = NM

/**
 * A position is up to this many seconds older than its time: 0.2 in the transponder and as much again on the way to us.
 */
const LATENCY_SIGMA = 0.2

/** A circle that holds 95 %, drawn out along the course by what the aircraft flies within the latency. */
export function covarianceOf(radius: number, speed = 0, courseDeg = 0): PositionCovariance {
  const variance = (radius / SIGMAS_IN_RADIUS) ** 2
  const along = (speed * LATENCY_SIGMA) ** 2
  const [east, north] = [Math.sin((courseDeg * Math.PI) / 180), Math.cos((courseDeg * Math.PI) / 180)]
  return { ee: variance + along * east * east, en: along * east * north, nn: variance + along * north * north }
}
