import { squawkBits } from './squawk.ts'

/**
 * A 12-bit altitude field of a squitter, in feet by pressure: the 13-bit one without its M bit (RTCA DO-260B, §
 * 2.2.3.2.3.4).
 */
export const altitudeOf12 = (field: number): number | undefined => altitudeOf13(((field & 0xfc0) << 1) | (field & 0x3f))

/**
 * * The 13-bit altitude code AC in feet by pressure (ICAO Annex 10, volume IV, § 3.1.2.6.5.4). Undefined for all zeros,
 * which says that there is none, for the metric form, whose coding is not settled, and for Gillham codes without
 * meaning.
 */
export function altitudeOf13(field: number): number | undefined {
  if (field === 0 || field & METRIC) return undefined
  if (!(field & BY_25_FEET)) return gillham(field)
  const steps = ((field & 0x1f80) >> 2) | ((field & 0x20) >> 1) | (field & 0xf)
  return steps * 25 - 1000
}

const METRIC = 0x40
const BY_25_FEET = 0x10

/** The code of an altitude in steps of 25 feet, -1,000 to 50,175. */
export function altitude13(feet: number): number {
  const steps = Math.min(2047, Math.max(0, Math.round((feet + 1000) / 25)))
  return ((steps & 0x7e0) << 2) | ((steps & 0x10) << 1) | BY_25_FEET | (steps & 0xf)
}

export function altitude12(feet: number): number {
  const code = altitude13(feet)
  return ((code & 0x1f80) >> 1) | (code & 0x3f)
}

/**
 * * Altitude in steps of 100 feet: a Gray code of 500 feet in D2 D4 A1 A2 A4 B1 B2 B4, and within it a reflected code
 * of 100 feet in C1 C2 C4. The pulse D1 would stand where the bit for steps of 25 feet does (ICAO Annex 10, volume IV,
 * appendix to chapter 3).
 */
function gillham(field: number): number | undefined {
  const { a, b, c, d } = squawkBits(field)
  const fiveHundreds = fromGray((swap(d) << 6) | (swap(a) << 3) | swap(b))
  let hundreds = fromGray(swap(c))
  if (hundreds === 0 || hundreds === 5 || hundreds === 6) return undefined
  if (hundreds === 7) hundreds = 5
  if (fiveHundreds % 2 === 1) hundreds = 6 - hundreds
  return fiveHundreds * 500 + hundreds * 100 - 1300
}

/** A group's digit counts its pulses 1, 2, 4; in the Gray code the first pulse is the highest. */
const swap = (digit: number): number => ((digit & 1) << 2) | (digit & 2) | (digit >> 2)

function fromGray(code: number): number {
  let value = code
  for (let shift = 1; shift < 16; shift <<= 1) value ^= value >> shift
  return value
}
