import type { DecodeProblem } from '@csii/model'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'
import { BYTES, fieldAt, FIXED64, VARINT, WireWriter, type Field } from './wire.ts'

/** The fields of a message by their numbers: each with its name, and what it holds. */
export interface WireTable {
  readonly [number: string]: WireField
}

type Scalar = 'text' | 'whole' | 'double'
type WireField = readonly [name: string, holds: Scalar | WireTable]

/** A message as its table reads it. What it does not say is absent. */
export interface WireMessage {
  readonly values: { [name: string]: string | number | WireMessage }
  /** The fields that are not in the table, as they were written. */
  unknown?: WireWriter
}

const WIRE_TYPES = { text: BYTES, whole: VARINT, double: FIXED64 }

/**
 * Reads the fields between two places into a message. A field that comes again replaces the first, and a message
 * within is added to (Protocol Buffers, "Encoding", last one wins).
 */
export function readMessage(
  table: WireTable, bytes: Uint8Array, from: number, to: number, message: WireMessage,
): DecodeProblem | undefined {
  let at = from
  while (at < to) {
    const field = fieldAt(bytes, at, to)
    if (typeof field === 'string') return field
    at = field.to
    const entry = table[field.number]
    if (!entry || field.wireType !== wireTypeOf(entry[1])) {
      message.unknown ??= new WireWriter()
      message.unknown.raw(bytes.subarray(field.start, field.to))
    } else {
      const problem = readField(entry, bytes, field, message)
      if (problem) return problem
    }
  }
  return undefined
}

const wireTypeOf = (holds: Scalar | WireTable): number =>
  typeof holds === 'string' ? WIRE_TYPES[holds] : BYTES

function readField(
  [name, holds]: WireField, bytes: Uint8Array, field: Field, { values }: WireMessage,
): DecodeProblem | undefined {
  if (typeof holds === 'object') {
    const earlier = values[name]
    const inner: WireMessage = typeof earlier === 'object' ? earlier : { values: {} }
    values[name] = inner
    return readMessage(holds, bytes, field.from, field.to, inner)
  }
  const value = valueOf(holds, bytes, field)
  if (value === undefined) return 'framing'
  // What is zero or nothing is as good as absent.
  if (value === 0 || value === '') delete values[name]
  else values[name] = value
  return Number.isNaN(value) && holds === 'whole' ? 'value' : undefined
}

function valueOf(holds: Scalar, bytes: Uint8Array, field: Field): string | number | undefined {
  const { value, from, to } = field
  if (holds === 'text') return decodeUtf8(bytes, from, to)
  if (holds === 'whole') return value
  return new DataView(bytes.buffer, bytes.byteOffset + from, 8).getFloat64(0, true)
}

/** Writes a message with its fields in the order of their numbers, and behind them those that no table knows. */
export function writeMessage(table: WireTable, { values, unknown }: WireMessage): Uint8Array {
  const writer = new WireWriter()
  for (const [number, [name, holds]] of Object.entries(table)) {
    const value = values[name]
    if (value === undefined || value === 0 || value === '') continue
    writer.tag(Number(number), wireTypeOf(holds))
    if (typeof value === 'string') writer.bytes(encodeUtf8(value))
    else if (typeof value === 'number' && holds === 'double') writer.double(value)
    else if (typeof value === 'number') writer.varint(value)
    else if (typeof holds === 'object') writer.bytes(writeMessage(holds, value))
  }
  if (unknown) writer.raw(unknown.done())
  return writer.done()
}
