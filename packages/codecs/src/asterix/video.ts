import type { RadarSpoke } from '@csii/model'
import type { AsterixRecord } from './record.ts'
import { numberAt } from './report.ts'

type Items = AsterixRecord['items']

/** Metres that a radar's signal goes out and comes back in one second: half the speed of light. */
const RANGE_PER_SECOND = 149_896_229

/** Bits of a cell by RES of I240/048. */
const CELL_BITS: readonly (number | undefined)[] = [undefined, 1, 2, 4, 8, 16, 32]

const BLOCKS = ['I240/050', 'I240/051', 'I240/052'] as const

/**
 * The beam of a video record: EUROCONTROL-SPEC-0149-240, edition 1.3, § 5.2.5 to 5.2.11. Undefined for a summary, for
 * compressed cells, whose method the standard leaves to the maker, and for a record that lacks something.
 */
export function spokeOf(items: Items): RadarSpoke | undefined {
  const header = items['I240/040'] === undefined ? 'I240/041' : 'I240/040'
  const startAzimuthDeg = numberAt(items, header, 'STARTAZ')
  const endAzimuthDeg = numberAt(items, header, 'ENDAZ')
  const start = numberAt(items, header, 'STARTRG')
  const duration = numberAt(items, header, 'CELLDUR')
  const bits = CELL_BITS[numberAt(items, 'I240/048', 'RES') ?? 0]
  const isCompressed = numberAt(items, 'I240/048', 'C') === 1
  if (startAzimuthDeg === undefined || endAzimuthDeg === undefined || start === undefined) return undefined
  if (!duration || !bits || isCompressed) return undefined
  const cellLength = duration * (header === 'I240/040' ? 1e-9 : 1e-15) * RANGE_PER_SECOND
  const amplitudes = amplitudesOf(octetsOf(items), bits, numberAt(items, 'I240/049', 'NBCELLS') ?? 0)
  return { startAzimuthDeg, endAzimuthDeg, startRange: start * cellLength, cellLength, amplitudes }
}

/** The octets that count: blocks are filled up behind them. */
function octetsOf(items: Items): Uint8Array {
  const blocks = BLOCKS.map((name) => items[name]).find((item) => Array.isArray(item))
  const digits = Array.isArray(blocks) ? blocks.join('') : ''
  const count = Math.min(numberAt(items, 'I240/049', 'NBVB') ?? 0, digits.length / 2)
  return Uint8Array.from({ length: count }, (_, octet) => Number.parseInt(digits.slice(2 * octet, 2 * octet + 2), 16))
}

/** Cells of whatever width as amplitudes of 0 to 255; of wide ones the high octet. */
function amplitudesOf(octets: Uint8Array, bits: number, cells: number): Uint8Array {
  const count = Math.min(cells, Math.floor((octets.length * 8) / bits))
  if (bits >= 8) return Uint8Array.from({ length: count }, (_, cell) => octets[(cell * bits) / 8]!)
  const most = 2 ** bits - 1
  return Uint8Array.from({ length: count }, (_, cell) => {
    const at = cell * bits
    const value = (octets[at >> 3]! >> (8 - bits - (at & 7))) & most
    return Math.round((value * 255) / most)
  })
}
