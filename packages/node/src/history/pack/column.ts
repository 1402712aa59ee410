import { DamagedPack } from './coder.ts'
import type { ByteReader, ByteWriter } from './byte-writer.ts'

/** Whole numbers beyond this are not taken apart: a column with one is kept as doubles. */
const MOST = 2 ** 48

/** How often differences were taken before packing; or not packed at all. */
const ORDERS = 3
const DOUBLES = 3

interface Shape {
  readonly order: number
  /** What the differences begin with, one for each order, then the least of them and what all exceed it by multiples of. */
  readonly starts: readonly number[]
  readonly least: number
  readonly divisor: number
  readonly width: number
  readonly packed: readonly number[]
}

/**
 * Writes one column of a block: numbers, their differences or the differences of those, whichever range over least,
 * each in as many bits as the range needs (Zukowski et al. 2006, "Super-Scalar RAM-CPU Cache Compression", PFOR-DELTA
 * without exceptions).
 */
export function writeColumn(writer: ByteWriter, values: readonly number[]): void {
  if (!values.every((value) => Number.isInteger(value) && Math.abs(value) <= MOST)) {
    writer.byte(DOUBLES << 6)
    for (const value of values) writer.double(value)
    return
  }
  const { order, starts, least, divisor, width, packed } = smallest(values)
  writer.byte((order << 6) | width)
  for (const start of starts) writer.signed(start)
  writer.signed(least)
  if (width > 0) writer.unsigned(divisor)
  writer.packed(packed, width)
}

function smallest(values: readonly number[]): Shape {
  let best: Shape | undefined
  let differences = values
  const starts: number[] = []
  for (let order = 0; order < ORDERS && (order === 0 || differences.length > 1); order++) {
    if (order > 0) {
      starts.push(differences[0]!)
      const before = differences
      differences = before.slice(1).map((value, at) => value - before[at]!)
    }
    const shape = shapeOf(order, [...starts], differences)
    if (!best || shape.width * shape.packed.length + 16 * order < best.width * best.packed.length + 16 * best.order) best = shape
  }
  return best!
}

function shapeOf(order: number, starts: readonly number[], differences: readonly number[]): Shape {
  const least = differences.reduce((a, b) => Math.min(a, b))
  const divisor = differences.reduce((common, value) => commonDivisor(common, value - least), 0)
  const packed = differences.map((value) => (divisor === 0 ? 0 : (value - least) / divisor))
  const most = packed.reduce((a, b) => Math.max(a, b))
  return { order, starts, least, divisor, width: most === 0 ? 0 : Math.floor(Math.log2(most)) + 1, packed }
}

function commonDivisor(a: number, b: number): number {
  let [large, small] = [a, b]
  while (small !== 0) [large, small] = [small, large % small]
  return large
}

/** Reads one column of so many values. */
export function readColumn(reader: ByteReader, into: Float64Array, count: number): void {
  const first = reader.byte()
  const order = first >>> 6
  if (order === DOUBLES) {
    for (let n = 0; n < count; n++) into[n] = reader.double()
    return
  }
  const width = first & 63
  if (order >= count && order > 0) throw new DamagedPack('a column has more orders than values')
  const start = order > 0 ? reader.signed() : 0
  const slope = order > 1 ? reader.signed() : 0
  const least = reader.signed()
  const divisor = width > 0 ? reader.unsigned() : 0
  if (width === 0) into.fill(0, order, count)
  else reader.packed(into, order, count - order, width)
  if (order === 0) for (let n = 0; n < count; n++) into[n] = into[n]! * divisor + least
  else if (order === 1) addUp(into, start, count, divisor, least)
  else addUpTwice(into, start, slope, count, divisor, least)
}

function addUp(into: Float64Array, start: number, count: number, divisor: number, least: number): void {
  let value = start
  into[0] = value
  for (let n = 1; n < count; n++) {
    value += into[n]! * divisor + least
    into[n] = value
  }
}

function addUpTwice(
  into: Float64Array, start: number, slope: number, count: number, divisor: number, least: number,
): void {
  let [value, step] = [start + slope, slope]
  into[0] = start
  into[1] = value
  for (let n = 2; n < count; n++) {
    step += into[n]! * divisor + least
    value += step
    into[n] = value
  }
}
