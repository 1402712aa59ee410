import { hexByte } from '../nmea/ascii.ts'

/** One reception as a receiver passes it on. */
export interface Reception {
  /** 2, 7 or 14 octets: Mode A/C, short or long Mode S. */
  readonly frame: Uint8Array
  /** 48 bits of the receiver's clock: counts of 12 MHz, or the time of day by GPS. Absent where it has none. */
  readonly clock?: number
}

/** What multilateration servers write instead of a clock, for positions that they computed. */
const MLAT = 0xff004d4c4154

/** Of an unescaped Beast frame. Its type says nothing that the length does not. */
export function readBeast(unit: Uint8Array): Reception {
  let clock = 0
  for (let i = 1; i <= 6; i++) clock = clock * 256 + unit[i]!
  return received(unit.slice(8), clock)
}

/** Of a frame in hexadecimal; undefined when it is not a number of digits that a frame has. */
export function readAvr(unit: Uint8Array): Reception | undefined {
  const octets: number[] = []
  for (let at = 1; at < unit.length; at += 2) {
    const octet = hexByte(unit, at, unit.length)
    if (octet < 0) return undefined
    octets.push(octet)
  }
  const skipped = CLOCKS[unit[0]!]!
  const frame = Uint8Array.from(octets.slice(skipped))
  if (frame.length !== 2 && frame.length !== 7 && frame.length !== 14) return undefined
  return received(frame, octets.slice(0, Math.min(6, skipped)).reduce((clock, octet) => clock * 256 + octet, 0))
}

/** Octets before the frame, by the first sign. */
const CLOCKS: Readonly<Record<number, number>> = { 0x2a: 0, 0x40: 6, 0x25: 6, 0x3c: 7 }

const received = (frame: Uint8Array, clock: number): Reception =>
  clock === 0 || clock === MLAT ? { frame } : { frame, clock }

/** A frame as a Beast receiver sends it, with its clock and the strength of the signal, 0 to 255. */
export function toBeast(frame: Uint8Array, clock = 0, signal = 255): Uint8Array {
  const type = { 2: 0x31, 7: 0x32 }[frame.length] ?? 0x33
  const content = [...clockOctets(clock), signal, ...frame]
  return Uint8Array.from([0x1a, type, ...content.flatMap((octet) => (octet === 0x1a ? [0x1a, 0x1a] : [octet]))])
}

/** A frame as a line of hexadecimal, with the clock if one is given. */
export function toAvr(frame: Uint8Array, clock?: number): string {
  return clock === undefined ? `*${hex(frame)};\n` : `@${hex(clockOctets(clock))}${hex(frame)};\n`
}

const clockOctets = (clock: number): number[] =>
  [40, 32, 24, 16, 8, 0].map((shift) => Math.floor(clock / 2 ** shift) % 256)

const hex = (octets: Iterable<number>): string =>
  Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('').toUpperCase()
