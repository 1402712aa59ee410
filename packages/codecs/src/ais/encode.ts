import { tableOf, type AisMessage } from './catalogue.ts'
import type { Field } from './field.ts'
import { armour } from './padded.ts'
import { bitsOf, type Table } from './table.ts'
import { sextetOf } from './text.ts'

/** The payload of one message, armoured, and the padding bits in its last character. */
export interface Payload {
  readonly payload: string
  readonly fillBits: number
}

/**
 * Encodes any message, bit for bit as `decodePayload` reads it. Spare bits that are absent are zeros; texts are filled
 * with `@`, their letters become capitals, and what the six-bit alphabet lacks becomes `?`.
 * Throws when a number does not fit its field: whoever built such a message has a mistake to mend.
 */
export function encodeMessage(message: AisMessage): Payload {
  const layout = tableOf(message)
  const bits: number[] = []
  writeFields(bits, layout.fields, message)
  const length = lengthOf(layout, bits.length, message.bits)
  while (bits.length < length) bits.push(0)
  bits.length = length

  const fillBits = (6 - (bits.length % 6)) % 6
  let payload = ''
  for (let start = 0; start < bits.length; start += 6) {
    let sextet = 0
    for (let i = 0; i < 6; i++) sextet = sextet * 2 + (bits[start + i] ?? 0)
    payload += String.fromCharCode(armour(sextet))
  }
  return { payload, fillBits }
}

/**
 * The length that the message had on the air, or the length written where a text, a content or a list has grown since.
 * Only the last element of a list can end on the air before its last bit.
 */
function lengthOf({ fields }: Table, written: number, onAir = written): number {
  if (onAir >= written) return onAir
  const last = fields.at(-1)!
  if (last.kind === 'list') return written - onAir < bitsOf(last.fields) ? onAir : written
  return last.kind === 'rest-text' || fields.some((field) => field.kind === 'data') ? written : onAir
}

function writeFields(bits: number[], fields: readonly Field[], values: object): void {
  // Every key of the object is the name of a field of the same table, so the lookup gives that field's value.
  const given = values as Readonly<Record<string, unknown>>
  for (const field of fields) {
    if ('when' in field && field.when !== undefined && given[field.when] !== true) continue
    writeField(bits, field, given[field.name])
  }
}

function writeField(bits: number[], field: Field, value: unknown): void {
  switch (field.kind) {
    case 'fixed':
      return writeNumber(bits, field.name, field.bits, field.raw, 0)
    case 'flag':
      bits.push(value === true ? 1 : 0)
      return
    case 'text':
      return writeText(bits, String(value), field.bits / 6)
    case 'rest-text':
      return writeText(bits, String(value), String(value).length)
    case 'data':
      return writeData(bits, String(value))
    case 'list':
      for (const element of Array.isArray(value) ? value : []) writeFields(bits, field.fields, element)
      return
    default:
      return writeNumber(bits, field.name, field.bits, Number(value ?? 0), field.kind === 'signed' ? 1 : 0)
  }
}

function writeNumber(bits: number[], name: string, width: number, value: number, signBits: 0 | 1): void {
  const limit = 2 ** (width - signBits)
  if (!Number.isInteger(value) || value >= limit || value < -limit * signBits) {
    throw new Error(`${name} ${value} does not fit ${width} bits`)
  }
  const positive = value < 0 ? value + 2 ** width : value
  for (let bit = width - 1; bit >= 0; bit--) bits.push(Math.floor(positive / 2 ** bit) % 2)
}

function writeText(bits: number[], text: string, characters: number): void {
  for (let i = 0; i < characters; i++) writeNumber(bits, 'character', 6, sextetOf(text[i] ?? '@'), 0)
}

/** `<bits>:<hexadecimal>` as `readData` writes it. */
function writeData(bits: number[], data: string): void {
  const [count = '', hex = ''] = data.split(':')
  for (let bit = 0; bit < Number(count); bit++) {
    const digit = Number.parseInt(hex[Math.floor(bit / 4)] ?? '0', 16)
    bits.push((digit >> (3 - (bit % 4))) & 1)
  }
}
