const HEX = Array.from({ length: 256 }, (_, octet) => octet.toString(16).toUpperCase().padStart(2, '0'))

export function hexOctets(bytes: Uint8Array, from: number, count: number): string {
  let text = ''
  for (let at = from; at < from + count; at++) text += HEX[bytes[at]!]
  return text
}

export const hexDigits = (value: number, bits: number): string =>
  value.toString(16).toUpperCase().padStart(Math.ceil(bits / 4), '0')

/** Every code of four octal digits: they are in each record of a secondary radar. */
const CODES = Array.from({ length: 4096 }, (_, code) => code.toString(8).padStart(4, '0'))

export const octal = (value: number, bits: number): string =>
  bits === 12 ? CODES[value]! : value.toString(8).padStart(Math.ceil(bits / 3), '0')

/** Latin-1, so that any octet is kept. */
export function ascii(bytes: Uint8Array, from: number, count: number): string {
  let text = ''
  for (let at = from; at < from + count; at++) text += String.fromCharCode(bytes[at]!)
  return text
}

/**
 * Eight characters of six bits: letters, digits and blank as ICAO annex 10, volume IV, § 3.1.2.9.1.2 codes them. The codes
 * that it leaves open become the other characters of ASCII, `@` to `_` and `!` to `?`, so that any transmission is kept.
 */
export const callsign = (high: number, low: number): string =>
  String.fromCharCode(
    six(high >>> 18), six(high >>> 12), six(high >>> 6), six(high), six(low >>> 18), six(low >>> 12), six(low >>> 6), six(low),
  )

const six = (bits: number): number => ((bits & 63) < 32 ? (bits & 63) + 64 : bits & 63)
