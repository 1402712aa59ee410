import type { DecodeProblem } from '@csii/model'
import { isArmour, readData, readSigned, readText, readUnsigned, SEXTETS } from './bits.ts'
import type { ElementField, Field, ListField } from './field.ts'
import { padded } from './padded.ts'
import { bitsOf, type Table } from './table.ts'

/** Reads one message of `bits` bits from the armour characters `from` to `to`. */
export type Read<M> = (ascii: Uint8Array, from: number, to: number, bits: number) => M | DecodeProblem

const RUNTIME = { SEXTETS, isArmour, padded, readData, readSigned, readText, readUnsigned }

/**
 * Turns a table into a function that reads each character once and makes the message as one object literal.
 * The source is built here at load time, from the tables alone, because only straight-line code with a literal of
 * constant shape lets V8 keep the objects monomorphic: it is several times as fast as walking the table.
 */
export function compile<M>(table: Table): Read<M> {
  const plan = planOf(table.fields)
  const source = `"use strict"
const { ${Object.keys(RUNTIME).join(', ')} } = runtime
function read(a, f, bits) {
${plan.statements.join('\n')}
  return { ${['bits', ...plan.properties].join(', ')} }
}
return function decode(a, f, t, bits) {
  if (${refusal(table)}) return 'length'
  if (${isOpenEnded(table) ? 'true' : `bits < ${bitsOf(table.fields)}`}) {
    const copy = padded(a, f, t, ${table.ends ? `bits < ${table.ends.below} ? ${table.ends.at} : bits` : 'bits'})
    return copy === undefined ? 'framing' : read(copy, 0, bits)
  }
  if (t - f > ${plan.characters} && !isArmour(a, f + ${plan.characters}, t)) return 'framing'
  return read(a, f, bits)
}`
  // The source reads exactly the fields of the table, whose types are M's: both come from the one list.
  return new Function('runtime', source)(RUNTIME) as Read<M>
}

/** A list can run past the end of the message, and is read from a padded copy. */
const isOpenEnded = (table: Table): boolean => table.fields.some((field) => field.kind === 'list')

function refusal({ least, most, only }: Table): string {
  if (only) return only.map((bits) => `bits !== ${bits}`).join(' && ')
  return most < Infinity ? `bits < ${least} || bits > ${most}` : `bits < ${least}`
}

interface Plan {
  readonly statements: string[]
  readonly properties: string[]
  /** Characters read one by one, at places known beforehand. */
  readonly characters: number
}

function planOf(fields: readonly Field[]): Plan {
  const properties: string[] = []
  const moving: string[] = []
  let start = 0
  let isMoving = false
  const known = new Map<string, string>()

  for (const field of fields) {
    if (!isMoving && isStill(field)) {
      const value = still(field, start)
      known.set(field.name, value)
      properties.push(`${field.name}: ${value}`)
      start += field.bits
      continue
    }
    if (!isMoving) moving.push(`  let o = ${start}`)
    isMoving = true
    moving.push(...movingField(field, known))
    properties.push(`${field.name}: $${field.name}`)
  }
  const characters = Math.ceil(start / 6)
  const names = Array.from({ length: characters }, (_, i) => `c${i}`)
  const statements = [
    `  const ${names.map((name, i) => `${name} = SEXTETS[a[f + ${i}]]`).join(', ')}`,
    `  if ((${names.join(' | ')}) > 63) return 'framing'`,
    ...moving,
  ]
  return { statements, properties, characters }
}

type StillField = Exclude<Field, { kind: 'rest-text' | 'data' | 'list' }>

const isStill = (field: Field): field is StillField =>
  'bits' in field && !('when' in field && field.when !== undefined)

/** An expression for a field at a place known beforehand, in terms of the characters `c0`, `c1` … */
function still(field: StillField, start: number): string {
  switch (field.kind) {
    case 'fixed':
      return JSON.stringify(field.value)
    case 'flag':
      return `(c${Math.floor(start / 6)} & ${1 << (5 - (start % 6))}) !== 0`
    case 'text': {
      const codes = Array.from({ length: field.bits / 6 }, (_, i) => `(${sextets(start + i * 6, 6)} + 32 & 63) + 32`)
      return `String.fromCharCode(${codes.join(', ')})`
    }
    case 'signed': {
      const unused = 32 - field.bits
      return `(${sextets(start, field.bits)}) << ${unused} >> ${unused}`
    }
    default:
      return field.bits < 32 ? sextets(start, field.bits) : `readUnsigned(a, f, ${start}, ${field.bits})`
  }
}

/** `width` bits, put together from the characters that hold them. */
function sextets(start: number, width: number): string {
  const parts: string[] = []
  for (let bit = start; bit < start + width; ) {
    const skip = bit % 6
    const take = Math.min(6 - skip, start + width - bit)
    const right = 6 - skip - take
    const left = start + width - bit - take
    const character = `c${Math.floor(bit / 6)}`
    const masked = take === 6 ? character : `(${right ? `${character} >> ${right}` : character} & ${2 ** take - 1})`
    parts.push(left ? `${masked} << ${left}` : masked)
    bit += take
  }
  return parts.length > 1 ? `(${parts.join(' | ')})` : parts[0]!
}

/** Statements for a field whose place `o` depends on the fields before it. They leave its value in `$name`. */
function movingField(field: Field, known: ReadonlyMap<string, string>): string[] {
  const { name } = field
  switch (field.kind) {
    case 'rest-text':
      return [`  const $${name} = readText(a, f, o, Math.floor((bits - o) / 6))`]
    case 'data':
      return [
        `  const end = bits - ${field.after}`,
        `  if (o > end) return 'length'`,
        `  const $${name} = readData(a, f, o, end - o)`,
        `  o = end`,
      ]
    case 'list':
      return listStatements(field, known)
    case 'unsigned': {
      const given = field.when === undefined ? 'true' : known.get(field.when)
      return [
        `  const $${name} = ${given} ? readUnsigned(a, f, o, ${field.bits}) : 0`,
        `  if (${given}) o += ${field.bits}`,
      ]
    }
    default:
      throw new Error(`no ${field.kind} can follow a field of changing length: ${name}`)
  }
}

function listStatements({ name, fields, most, count }: ListField, known: ReadonlyMap<string, string>): string[] {
  const each = bitsOf(fields)
  const available = count === undefined ? undefined : known.get(count)
  const elements = available ?? `Math.ceil((bits - o) / ${each})`
  let start = 0
  const properties = fields.map((field) => {
    const value = elementValue(field, start)
    start += field.bits
    return `${field.name}: ${value}`
  })
  return [
    `  const $${name} = []`,
    `  const last = o + ${each} * Math.min(${most}, ${elements})`,
    `  for (; o < last; o += ${each}) $${name}.push({ ${properties.join(', ')} })`,
  ]
}

function elementValue(field: ElementField, start: number): string {
  const place = `a, f, o + ${start}`
  if (field.kind === 'flag') return `readUnsigned(${place}, 1) === 1`
  if (field.kind === 'text') return `readText(${place}, ${field.bits / 6})`
  return `${field.kind === 'signed' ? 'readSigned' : 'readUnsigned'}(${place}, ${field.bits})`
}
