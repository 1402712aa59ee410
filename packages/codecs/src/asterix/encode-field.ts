import type { BitWriter } from './bit-writer.ts'
import type { Content, Field, Scale } from './field-notation.ts'
import type { AsterixGroup, AsterixValue } from './record.ts'

/**
 * Writes fields from an object, or the one field without a name from its value. Throws where a value cannot be sent.
 */
export function writeFields(writer: BitWriter, fields: readonly Field[], value: AsterixValue, path: string): void {
  const [first] = fields
  if (fields.length === 1 && first!.name === '' && first!.content) return writeField(writer, first!, value, {}, path)
  const group = groupOf(value, path)
  for (const field of fields) {
    if (!field.content) writer.write(0, field.bits)
    else writeField(writer, field, group[field.name], group, `${path}/${field.name}`)
  }
}

function writeField(
  writer: BitWriter,
  { bits, content }: Field,
  value: AsterixValue | undefined,
  beside: AsterixGroup,
  path: string,
): void {
  if (value === undefined) throw new Error(`${path} has no value`)
  // A field with a list of fields is a group; spare bits never come here.
  if (Array.isArray(content)) return writeFields(writer, content, value, path)
  const { kind } = content as Content
  if (kind === 'octal') return writeDigits(writer, textOf(value, path), 8, bits, path)
  if (kind === 'hex') return writeDigits(writer, textOf(value, path), 16, bits, path)
  if (kind === 'ascii') return writeCharacters(writer, textOf(value, path), 8, bits, path)
  if (kind === 'callsign') return writeCharacters(writer, textOf(value, path), 6, bits, path)
  writeNumber(writer, content as Content, numberOf(value, path), bits, beside, path)
}

function writeNumber(
  writer: BitWriter,
  content: Content,
  value: number,
  bits: number,
  beside: AsterixGroup,
  path: string,
): void {
  const isSigned = content.kind === 'quantity' && content.signed
  const raw = rawOf(value, scaleOf(content, beside))
  const least = isSigned ? -(2 ** (bits - 1)) : 0
  const most = (isSigned ? 2 ** (bits - 1) : 2 ** bits) - 1
  if (!(raw >= least && raw <= most)) throw new Error(`${path} cannot be ${value}`)
  writer.write(raw < 0 ? raw + 2 ** bits : raw, bits)
}

function scaleOf(content: Content, beside: AsterixGroup): Scale | undefined {
  if (content.kind === 'quantity') return content
  return content.kind === 'chosen' ? content.scales.get(Number(beside[content.by])) : undefined
}

/** The nearest of the values that can be sent. */
const rawOf = (value: number, scale: Scale | undefined): number =>
  scale ? Math.round((value * scale.denominator) / scale.numerator) : value

function writeDigits(writer: BitWriter, text: string, base: 8 | 16, bits: number, path: string): void {
  const each = base === 8 ? 3 : 4
  const digits = Array.from(text, (character) => Number.parseInt(character, base))
  const first = bits - (digits.length - 1) * each
  if (digits.length !== Math.ceil(bits / each) || digits.some(Number.isNaN) || digits[0]! >= 2 ** first) {
    throw new Error(`${path} cannot be "${text}"`)
  }
  digits.forEach((digit, index) => writer.write(digit, index === 0 ? first : each))
}

/** A shorter text is filled up with blanks. */
function writeCharacters(writer: BitWriter, text: string, each: 6 | 8, bits: number, path: string): void {
  const codes = Array.from(text.padEnd(bits / each), (character) => character.charCodeAt(0))
  const isSent = (code: number): boolean => (each === 8 ? code < 256 : code >= 32 && code < 96)
  if (codes.length !== bits / each || !codes.every(isSent)) throw new Error(`${path} cannot be "${text}"`)
  for (const code of codes) writer.write(each === 8 ? code : code & 63, each)
}

export function groupOf(value: AsterixValue, path: string): AsterixGroup {
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error(`${path} is no group of fields`)
  return value as AsterixGroup // An object that is no list is a group: AsterixValue has no other.
}

function textOf(value: AsterixValue, path: string): string {
  if (typeof value !== 'string') throw new Error(`${path} is no text`)
  return value
}

function numberOf(value: AsterixValue, path: string): number {
  if (typeof value !== 'number') throw new Error(`${path} is no number`)
  return value
}
