import type { Vessel } from '../vessel.ts'

/** A plastic hull low in the water with engines at its end: our assumption. */
const GO_FAST = 4
/** A twin-engined aeroplane: our assumption, within what Skolnik lists (Introduction to Radar Systems, chapter 2). */
const AEROPLANE = 8

/**
 * Our assumption for boats and ships: a hundredth of the length cubed, 10 m² for a boat of ten metres and 10,000 m²
 * for a ship of a hundred. It stays below the 52 √f D^1.5 that Skolnik gives for ships seen from near the horizon (f in
 * MHz, D in kilotons).
 */
export function crossSectionOf({ kind, dimensions }: Vessel): number {
  if (kind === 'go-fast') return GO_FAST
  return kind === 'sar-aircraft' ? AEROPLANE : 0.01 * (dimensions.bow + dimensions.stern) ** 3
}

/** False alarms of one resolution cell, by which the threshold is set. */
const FALSE_ALARM = 1e-6

/** Signal to noise at which a fluctuating echo is detected eight times in ten (see `probabilityDetected`): 17.8 dB. */
const REFERENCE_RATIO = Math.log(FALSE_ALARM) / Math.log(0.8) - 1
/** Its cross section, square metres. */
const REFERENCE_SECTION = 10

/**
 * What of an object that rises from the sea to its top stands above the horizon, from 0 to 1, on an earth of 4/3 its
 * radius: 4.12 km (√h₁ + √h₂).
 */
export function visiblePart(antennaHeight: number, top: number, range: number): number {
  const beyond = range / 4_120 - Math.sqrt(antennaHeight)
  return beyond <= 0 ? 1 : Math.max(0, 1 - beyond ** 2 / top)
}

/**
 * Signal to noise of one look, as a ratio: it falls with the fourth power of range (Skolnik, chapter 1). The reference is
 * the range at which the radar detects 10 m² eight times in ten.
 */
export const signalToNoise = (reference: number, crossSection: number, range: number): number =>
  REFERENCE_RATIO * (crossSection / REFERENCE_SECTION) * (reference / range) ** 4

/** Of an echo that fluctuates from scan to scan, Swerling's case 1, at one look (Skolnik, chapter 2). */
export const probabilityDetected = (ratio: number): number => FALSE_ALARM ** (1 / (1 + ratio))
