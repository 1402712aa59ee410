import { BitWriter } from './bit-writer.ts'
import { CATEGORIES } from './catalogue.ts'
import type { Editions } from './category.ts'
import { definitionOf, nameOf, type Definition, type Item } from './definition.ts'
import { groupOf, writeFields } from './encode-field.ts'
import type { Layout } from './notation.ts'
import type { AsterixRecord, AsterixValue } from './record.ts'

/** A block of more records than this becomes two, so that each fits one datagram on Ethernet. */
const MOST_IN_BLOCK = 1400

/** Records as bytes: one block for those that follow one another in one category. Throws where one cannot be sent. */
export type EncodeBlocks = (records: readonly Pick<AsterixRecord, 'cat' | 'items'>[]) => Uint8Array

/** For one call. Whoever encodes again and again keeps an `asterixEncoder`. */
export const encodeAsterix = (records: Parameters<EncodeBlocks>[0], editions: Editions = {}): Uint8Array =>
  asterixEncoder(editions)(records)

/** Reads the definition of each category once, when it is first sent. */
export function asterixEncoder(editions: Editions = {}): EncodeBlocks {
  const definitions = new Map<number, Definition>()
  return (records) => encode(records, editions, definitions)
}

function encode(
  records: Parameters<EncodeBlocks>[0], editions: Editions, definitions: Map<number, Definition>,
): Uint8Array {
  const blocks: { readonly category: number; readonly bytes: number[] }[] = []
  for (const record of records) {
    const definition = definitions.get(record.cat) ?? definitionFor(record.cat, editions)
    definitions.set(record.cat, definition)
    const bytes = encodeRecord(definition, record)
    const last = blocks.at(-1)
    if (last?.category === record.cat && last.bytes.length + bytes.length <= MOST_IN_BLOCK) last.bytes.push(...bytes)
    else blocks.push({ category: record.cat, bytes: [...bytes] })
  }
  return Uint8Array.from(blocks.flatMap(({ category, bytes }) => [category, ...lengthOf(bytes.length + 3), ...bytes]))
}

function lengthOf(length: number): [number, number] {
  if (length > 0xffff) throw new Error(`A record of ${length} octets does not fit a data block`)
  return [length >> 8, length & 255]
}

function definitionFor(number: number, editions: Editions): Definition {
  const category = CATEGORIES.get(number)
  if (!category) throw new Error(`There is no category ${number} here`)
  return definitionOf(category, editions)
}

function encodeRecord(definition: Definition, { items }: Pick<AsterixRecord, 'items'>): Uint8Array {
  const order = orderOf(definition, items)
  const known = new Set(order.map((item) => item?.name))
  const stranger = Object.keys(items).find((name) => !known.has(name))
  if (stranger !== undefined) throw new Error(`A record of edition ${definition.edition} has no ${stranger}`)
  const writer = new BitWriter()
  for (const item of order)
    if (item && items[item.name] !== undefined) writeLayout(writer, item.layout, items[item.name]!, item.name)
  writer.insert(0, presenceOf(order.map((item) => item !== undefined && items[item.name] !== undefined)))
  return writer.bytes()
}

function orderOf(
  { category, orders, selector }: Definition,
  items: AsterixRecord['items'],
): readonly (Item | undefined)[] {
  const [only = []] = orders.values()
  if (!selector) return only
  const name = `I${nameOf(category)}/${selector.item}`
  const chooser = items[name]
  if (chooser === undefined) throw new Error(`A record of category ${category} needs ${name}`)
  const order = orders.get(selector.variants[Number(groupOf(chooser, name)[selector.field])] ?? '')
  if (!order) throw new Error(`${name}/${selector.field} is none that the standard knows`)
  return order
}

/** Seven bits an octet; its last says whether another octet follows. */
function presenceOf(present: readonly boolean[]): number[] {
  const octets = Array.from({ length: Math.max(1, Math.ceil((present.lastIndexOf(true) + 1) / 7)) }, (_, octet) =>
    present
      .slice(octet * 7, octet * 7 + 7)
      .reduce((bits, isPresent, index) => (isPresent ? bits | (128 >> index) : bits), 0),
  )
  return octets.map((octet, index) => (index < octets.length - 1 ? octet | 1 : octet))
}

function writeLayout(writer: BitWriter, layout: Layout, value: AsterixValue, path: string): void {
  switch (layout.kind) {
    case 'fixed':
      return writeFields(writer, layout.fields, value, path)
    case 'extended':
      return writeExtended(writer, layout, value, path)
    case 'repetitive':
      return writeRepetitive(writer, layout, value, path)
    case 'compound':
      return writeCompound(writer, layout, value, path)
    case 'explicit':
      return writeExplicit(writer, layout.content, value, path)
  }
}

/** Up to the last part of which the value has a field. */
function writeExtended(
  writer: BitWriter,
  { parts, isClosed }: Extract<Layout, { kind: 'extended' }>,
  value: AsterixValue,
  path: string,
): void {
  const isNamed = parts[0]!.some(({ name }) => name !== '')
  const group = isNamed ? groupOf(value, path) : {}
  const last = Math.max(
    0,
    parts.findLastIndex((fields) => fields.some(({ name, content }) => content && name in group)),
  )
  for (let index = 0; index <= last; index++) {
    if (index > 0) writer.extend()
    writeFields(writer, parts[index]!, value, path)
    if (!(isClosed && index === parts.length - 1)) writer.write(0, 1)
  }
}

function writeRepetitive(
  writer: BitWriter,
  { counted, element }: Extract<Layout, { kind: 'repetitive' }>,
  value: AsterixValue,
  path: string,
): void {
  const isSent = Array.isArray(value) && value.length <= (counted ? 255 : Infinity) && (counted || value.length > 0)
  if (!isSent) throw new Error(`${path} is no list that can be sent`)
  if (counted) writer.write(value.length, 8)
  value.forEach((each: AsterixValue, index: number) => {
    writeLayout(writer, element, each, `${path}/${index}`)
    if (!counted) writer.write(index < value.length - 1 ? 1 : 0, 1)
  })
}

function writeCompound(
  writer: BitWriter,
  { octet, slots }: Extract<Layout, { kind: 'compound' }>,
  value: AsterixValue,
  path: string,
): void {
  const group = groupOf(value, path)
  const present = slots.map((slot) => slot !== undefined && group[slot.name] !== undefined)
  const flags = octet
    ? [present.reduce((bits, isPresent, index) => (isPresent ? bits | (128 >> index) : bits), 0)]
    : presenceOf(present)
  for (const flag of flags) writer.write(flag, 8)
  for (const slot of slots) {
    const subfield = slot && group[slot.name]
    if (subfield !== undefined) writeLayout(writer, slot!.layout, subfield, `${path}/${slot!.name}`)
  }
}

function writeExplicit(writer: BitWriter, content: Layout | undefined, value: AsterixValue, path: string): void {
  const start = writer.length
  if (typeof value === 'string') {
    if (!/^([0-9A-F]{2})*$/.test(value)) throw new Error(`${path} cannot be "${value}"`)
    for (let at = 0; at < value.length; at += 2) writer.write(Number.parseInt(value.slice(at, at + 2), 16), 8)
  } else {
    if (!content) throw new Error(`${path} is no text of hexadecimal digits`)
    writeLayout(writer, content, value, path)
  }
  const length = writer.length - start + 1
  if (length > 255) throw new Error(`${path} is longer than it can be`)
  writer.insert(start, [length])
}
