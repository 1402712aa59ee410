/** Our records and those that tshark reads of our encoder's octets, value by value. */
import type { AsterixRecord, AsterixValue } from '../src/asterix/record.ts'
import type { Reading } from './tshark.ts'

export interface Comparison {
  values: number
  /** By the reason, or by item and field where nothing explains them. */
  readonly explained: Map<string, number>
  readonly unexplained: string[]
}

export const startComparison = (): Comparison => ({ values: 0, explained: new Map(), unexplained: [] })

/** Where tshark 4.0.17 reads other than the standard says, by the item and the last part of the field's name. */
const EXPLAINED: readonly (readonly [fields: RegExp, why: string])[] = [
  [/^I034\/120 HGT/, 'its height of a radar has no sign'],
  [/^I(021\/150 AS|062\/380 IAS)/, 'it does not scale an airspeed that is a Mach number or NM/s'],
]

/** RE and SP are for other tables, and tshark shows the first only of elements that chain by their last bit. */
const LEFT_OUT = /\/(RE|SP)$/
const CHAINED = new Set(['I048/030', 'I001/030', 'I001/130', 'I001/210', 'I002/050', 'I002/060', 'I002/080'])
/** After this one it reads on at the wrong octet, so nothing behind it can be compared. */
const MISREAD = new Set(['I062/510'])

/** The record without what cannot be compared. */
export function comparable({ cat, items }: AsterixRecord): AsterixRecord {
  const kept = Object.entries(items).flatMap(([item, value]) => {
    if (LEFT_OUT.test(item) || MISREAD.has(item)) return []
    const shown = CHAINED.has(item) && Array.isArray(value) ? value.slice(0, 1) : value
    return shown === undefined ? [] : [[item, printable(shown)] as const]
  })
  return { cat, items: Object.fromEntries(kept) }
}

/** Of octets that are no printable ASCII, tshark shows no two in the same way. */
function printable(value: AsterixValue): AsterixValue {
  if (typeof value === 'string') return value.replaceAll(/[^ -~]/g, 'X')
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(printable)
  const group: Record<string, AsterixValue> = {}
  for (const [name, each] of Object.entries(value)) if (each !== undefined) group[name] = printable(each)
  return group
}

export function compare({ items }: AsterixRecord, theirs: readonly Reading[], into: Comparison): void {
  for (const [item, value] of Object.entries(items)) {
    const ours = value === undefined ? [] : leavesOf(item, value, '')
    const read = theirs.filter((reading) => reading.item === item)
    if (ours.length !== read.length) tell(into, `${item} `, `${ours.length} values, ${read.length} for tshark`)
    for (const [index, leaf] of ours.entries()) {
      const other = read[index]?.value
      into.values++
      if (other !== undefined && !isSame(leaf, String(other))) {
        tell(into, `${item} ${leaf.name}`, `${leaf.value}, ${other} for tshark`)
      }
    }
  }
}

function tell({ explained, unexplained }: Comparison, field: string, what: string): void {
  const [, why] = EXPLAINED.find(([fields]) => fields.test(field)) ?? []
  if (why === undefined) unexplained.push(`${field}: ${what}`)
  else explained.set(why, (explained.get(why) ?? 0) + 1)
}

interface Leaf {
  readonly name: string
  readonly value: number | string
  /** 1 or 0 where a bit before the value says whether it is there: tshark reads both as one number. */
  readonly populated?: number
}

/** Of these it shows a register and its number as one number. */
const AS_ONE = new Set(['I021/250', 'I062/380'])

function leavesOf(item: string, value: AsterixValue, name: string): Leaf[] {
  if (typeof value === 'number' || typeof value === 'string') return [{ name, value }]
  if ('EP' in value && 'VAL' in value) return [{ name, value: Number(value.VAL), populated: Number(value.EP) }]
  if ('MBDATA' in value && AS_ONE.has(item)) {
    return [{ name, value: `${value.MBDATA}${Number(value.BDS1).toString(16)}${Number(value.BDS2).toString(16)}`.toUpperCase() }]
  }
  const inner: readonly (readonly [string, AsterixValue])[] = Array.isArray(value)
    ? value.map((each) => [name, each] as const)
    : Object.entries(value)
  return inner.flatMap(([key, each]) => leavesOf(item, each, key))
}

/** Theirs is always text: a number, hexadecimal after 0x, octets between colons, an octal code as a number, characters. */
function isSame({ value: ours, populated = 0 }: Leaf, theirs: string): boolean {
  if (typeof ours === 'number' && populated === 1) return Number.isInteger(Math.log2(Number(theirs) - ours))
  if (typeof ours === 'number') return Math.abs(Number(theirs) - ours) <= 1e-9 * Math.max(1, Math.abs(ours))
  if (ours === theirs || theirs.replaceAll(':', '').toUpperCase() === ours) return true
  if (/^(0x[\da-f]+|\d+)$/.test(theirs)) {
    const number = BigInt(theirs)
    if (/^[\dA-F]+$/.test(ours) && number === BigInt(`0x${ours}`)) return true
    if (/^[0-7]+$/.test(ours) && number === BigInt(`0o${ours}`)) return true
  }
  return sixBit(ours) === theirs.padEnd(ours.length)
}

/** tshark shows what is neither letter nor digit as a blank. */
const sixBit = (text: string): string => text.replaceAll(/[^A-Z0-9 ]/g, ' ')
