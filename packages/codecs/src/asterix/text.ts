const HEX = Array.from({ length: 256 }, (_, octet) => octet.toString(16).toUpperCase().padStart(2, '0'))

export function hexOctets(bytes: Uint8Array, from: number, count: number): string {
  let text = ''
  for (let at = from; at < from + count; at++) text += HEX[bytes[at]!]
  return text
}

export const hexDigits = (value: number, bits: number): string =>
  value
    .toString(16)
    .toUpperCase()
    .padStart(Math.ceil(bits / 4), '0')

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
 * Eight characters of six bits: letters, digits and blank as ICAO annex 10, volume IV, § 3.1.2.9.1.2 codes them. Of
 * the codes that it leaves open, 0 is a blank too, as transponders without a call sign send it; the others become the
 * characters that six-bit ASCII has there, so that any transmission is kept.
 */
export const callsign = (high: number, low: number): string =>
  String.fromCharCode(
    six(high >>> 18),
    six(high >>> 12),
    six(high >>> 6),
    six(high),
    six(low >>> 18),
    six(low >>> 12),
    six(low >>> 6),
    six(low),
  )

function six(bits: number): number {
  const code = bits & 63
  if (code === 0) return 32
  return code < 32 ? code + 64 : code
}
