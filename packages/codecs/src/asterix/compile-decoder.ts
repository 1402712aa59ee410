import type { DecodeProblem } from '@csii/model'
import { bitsOf, type Field } from './field-notation.ts'
import { propertiesOf, sparesOf, valueOf } from './compile-field.ts'
import { nameOf, type Definition, type Item } from './definition.ts'
import type { Layout, Slot } from './notation.ts'
import type { AsterixRecord } from './record.ts'
import { ascii, callsign, hexDigits, hexOctets, octal } from './text.ts'

/**
 * Reads the records between `from` and `to` one after the other and adds them to a list. Where one cannot be read it
 * stops: nothing says where the next would begin. Never reads an octet outside.
 */
export type ReadRecords = (bytes: Uint8Array, from: number, to: number, records: AsterixRecord[]) => Stop | undefined

export interface Stop {
  readonly problem: DecodeProblem
  /** Where the record that could not be read begins. */
  readonly at: number
}

const RUNTIME = { ascii, callsign, hexDigits, hexOctets, octal }

/**
 * Turns an edition of a category into a function. Its source is built here at load time, from the tables alone,
 * because straight-line code with literals of constant shape is several times as fast as walking the tables.
 *
 * In the source `b` are the bytes, `p` is the next one and `e` the end; `bad` says that something ended too early (1)
 * or is not in the tables (2), `doubt` that something is against the standard.
 */
export function compileDecoder(definition: Definition): ReadRecords {
  const functions: string[] = []
  const record = recordSource(definition, functions)
  const source = `"use strict"
const { ${Object.keys(RUNTIME).join(', ')} } = runtime
let b, p = 0, e = 0, bad = 0, doubt = 0, doubts
function within(raw, least, most) { if (raw < least || raw > most) doubt = 1; return raw }
function halts(name) {
  if (bad) return true
  doubt = 0
  if (doubts === undefined) doubts = [name]
  else doubts.push(name)
  return false
}
${functions.join('\n')}
${record}
return function readRecords(bytes, from, to, records) {
  b = bytes; p = from; e = to
  while (p < e) {
    const at = p
    bad = 0; doubt = 0; doubts = undefined
    const items = record()
    if (bad) return { problem: bad === 1 ? 'length' : 'unsupported', at }
    records.push(doubts === undefined ? { cat: ${definition.category}, items } : { cat: ${definition.category}, items, doubts })
  }
}`
  // The source reads the items of the definition, whose values are what AsterixValue allows.
  return new Function('runtime', source)(RUNTIME) as ReadRecords
}

function recordSource(definition: Definition, functions: string[]): string {
  const orders = [...definition.orders.values()]
  const octets = Math.max(...orders.map((order) => Math.ceil(order.length / 7)))
  const readers = new Map<Item, string>()
  for (const item of new Set(orders.flat())) if (item) readers.set(item, readerOf(item.layout, functions))
  const bodies = [...definition.orders].map(
    ([variant, order]) => `function items${variant}(${flagNames(octets)}) {
  const items = {}
${order.map((item, index) => presence(item, index, readers)).join('\n')}
${Array.from({ length: octets * 7 - order.length }, (_, index) => presence(undefined, order.length + index, readers)).join('\n')}
  return items
}`,
  )
  return `${bodies.join('\n')}
function record() {
${flagSource(octets)}
${choiceSource(definition, octets, readers)}
}`
}

const flagNames = (octets: number): string => Array.from({ length: octets }, (_, index) => `f${index}`).join(', ')

/** Reads the octets of presence bits, of which the last of each says whether another follows. */
function flagSource(octets: number): string {
  const lines = ['  if (p >= e) { bad = 1; return }', '  const f0 = b[p++]']
  for (let index = 1; index < octets; index++) {
    lines.push(`  let f${index} = 0`, `  if (f${index - 1} & 1) { if (p >= e) { bad = 1; return } f${index} = b[p++] }`)
  }
  lines.push(`  if (f${octets - 1} & 1) { bad = 2; return }`)
  return lines.join('\n')
}

const flagOf = (index: number): string => `f${Math.floor(index / 7)} & ${128 >> (index % 7)}`

function presence(item: Item | undefined, index: number, readers: ReadonlyMap<Item, string>): string {
  if (!item) return `  if (${flagOf(index)}) { bad = 2; return }`
  const name = JSON.stringify(item.name)
  return `  if (${flagOf(index)}) { items[${name}] = ${readers.get(item)!}(); if ((bad | doubt) && halts(${name})) return }`
}

/** Looks ahead to the field that selects the order, which every order has at the same place. */
function choiceSource(
  { category, orders, selector }: Definition,
  octets: number,
  readers: ReadonlyMap<Item, string>,
): string {
  const flags = flagNames(octets)
  if (!selector) return `  return items(${flags})`
  const [order = []] = orders.values()
  const index = order.findIndex((item) => item?.name === `I${nameOf(category)}/${selector.item}`)
  const before = order.slice(0, index).map((item, each) => `  if (${flagOf(each)}) ${readers.get(item!)!}()`)
  const variants = Object.entries(selector.variants).map(
    ([value, variant]) => `  if (value === ${value}) return items${variant}(${flags})`,
  )
  return `  if (!(${flagOf(index)})) { bad = 2; return }
  const start = p
${before.join('\n')}
  const chooser = bad ? undefined : ${readers.get(order[index]!)!}()
  if (bad) return
  const value = chooser.${selector.field}
  p = start; doubt = 0
${variants.join('\n')}
  bad = 2`
}

/** The name of a function, added to the others, that reads one item or subfield at `p`. */
function readerOf(layout: Layout, functions: string[]): string {
  const body = bodyOf(layout, functions)
  const name = `read${functions.length}`
  functions.push(`function ${name}() {\n${body}\n}`)
  return name
}

function bodyOf(layout: Layout, functions: string[]): string {
  switch (layout.kind) {
    case 'fixed':
      return fixedBody(layout.fields)
    case 'extended':
      return extendedBody(layout)
    case 'repetitive':
      return repetitiveBody(layout, functions)
    case 'compound':
      return compoundBody(layout.slots, layout.octet, functions)
    case 'explicit':
      return explicitBody(layout.content, functions)
  }
}

const advance = (octets: number): string =>
  `  const s = p; if (s + ${octets} > e) { bad = 1; return } p = s + ${octets}`

const checkSpares = (fields: readonly Field[], start = 0): string => {
  const spares = sparesOf(fields, start)
  return spares.length === 0 ? '' : `  if (${spares.join(' || ')}) doubt = 1\n`
}

const fixedBody = (fields: readonly Field[]): string =>
  `${advance(bitsOf(fields) / 8)}\n${checkSpares(fields)}  return ${valueOf(fields)}`

function extendedBody({ parts, isClosed }: Extract<Layout, { kind: 'extended' }>): string {
  const lines = parts.map((fields, index) => {
    const isLast = index === parts.length - 1
    const octets = Math.ceil((bitsOf(fields) + (isLast && isClosed ? 0 : 1)) / 8)
    const more = `b[s + ${octets - 1}] & 1`
    const end = isLast ? (isClosed ? '' : `\n  if (${more}) bad = 2`) : `\n  if (!(${more})) return value`
    const fill =
      index === 0
        ? `  value = ${valueOf(fields)}`
        : propertiesOf(fields)
            .map((each) => `  value[${each.replace(': ', '] = ')}`)
            .join('\n')
    const step = index === 0 ? advance(octets).replace('const', 'let') : advance(octets).replace('const s', 's')
    return `${step}\n${checkSpares(fields)}${fill}${end}`
  })
  return `  let value\n${lines.join('\n')}\n  return value`
}

function repetitiveBody({ counted, element }: Extract<Layout, { kind: 'repetitive' }>, functions: string[]): string {
  if (counted) {
    const read = readerOf(element, functions)
    return `${advance(1)}
  const values = []
  for (let left = b[s]; left > 0; left--) {
    const value = ${read}()
    if (bad) return
    values.push(value)
  }
  return values`
  }
  if (element.kind !== 'fixed') throw new Error('A chained repetition has elements of fixed length')
  const octets = (bitsOf(element.fields) + 1) / 8
  return `  const values = []
  for (;;) {
  ${advance(octets)}
  ${checkSpares(element.fields)}
    values.push(${valueOf(element.fields)})
    if (!(b[s + ${octets - 1}] & 1)) return values
  }`
}

function compoundBody(slots: readonly (Slot | undefined)[], octet: boolean, functions: string[]): string {
  const octets = octet ? 1 : Math.ceil(slots.length / 7)
  const flags = octet ? `${advance(1)}\n  const f0 = b[s]` : flagSource(octets)
  const perOctet = octet ? 8 : 7
  const lines = Array.from({ length: octets * perOctet }, (_, index) => {
    const slot = slots[index]
    const flag = octet ? `f0 & ${128 >> index}` : flagOf(index)
    if (!slot) return `  if (${flag}) { bad = 2; return }`
    return `  if (${flag}) { value[${JSON.stringify(slot.name)}] = ${readerOf(slot.layout, functions)}(); if (bad) return }`
  })
  return `${flags}\n  const value = {}\n${lines.join('\n')}\n  return value`
}

/** A content that is not what its definition says is kept in hexadecimal digits: its length is known all the same. */
function explicitBody(content: Layout | undefined, functions: string[]): string {
  const start = `  const s = p
  if (s >= e || b[s] === 0 || s + b[s] > e) { bad = 1; return }
  const end = s + b[s]`
  if (!content) return `${start}\n  p = end\n  return hexOctets(b, s + 1, end - s - 1)`
  const read = readerOf(content, functions)
  return `${start}
  const outer = e, doubted = doubt
  p = s + 1; e = end
  const value = ${read}()
  const isRead = !bad && p === end
  p = end; e = outer; bad = 0
  if (isRead) return value
  doubt = doubted
  return hexOctets(b, s + 1, end - s - 1)`
}
