import type { Claim, ClaimField, Dimensions } from '@csii/model'
import { DamagedPack, type Coder } from './coder.ts'
import { Dictionary } from './dictionary.ts'
import { tree } from './number-model.ts'
import { Quantity } from './quantity.ts'
import { TextModel } from './text-model.ts'

/** By their numbers in packs on disk: append only. */
const FIELDS: Readonly<Record<ClaimField, number>> = {
  mmsi: 0, station: 1, name: 2, callSign: 3, imo: 4, shipType: 5, aidType: 6, virtualAid: 7, dimensions: 8,
  draught: 9, destination: 10, eta: 11, navigationStatus: 12, test: 13, icaoAddress: 14, squawk: 15, uid: 16,
  marking: 17, flag: 18, emergency: 19, affiliation: 20, peopleOnBoard: 21, description: 22,
}

// `Object.entries` forgets that the keys of that record are the fields of a claim.
const NAMES = new Map((Object.entries(FIELDS) as [ClaimField, number][]).map(([name, number]) => [number, name]))

const FIELD_BITS = 5
const END = (1 << FIELD_BITS) - 1

type Value = string | number | boolean | Dimensions
/** What a claim says in its own order, or undefined where there is none. */
type Fields = readonly (readonly [ClaimField, Value])[] | undefined

/** Claims: the MMSI by itself, all else by the number of what was said alike before. */
export class ClaimModel {
  readonly #coder: Coder
  readonly #isSame: number
  readonly #others: Dictionary<Fields>
  readonly #mmsi: Quantity
  readonly #values: ValueModel
  readonly #field: number

  constructor(coder: Coder, mmsis: readonly number[]) {
    this.#coder = coder
    this.#isSame = coder.allocate(2)
    this.#others = new Dictionary<Fields>(coder, keyOf, (fields) => this.#fields(fields), 2)
    this.#mmsi = new Quantity(coder, mmsis, 2)
    this.#values = new ValueModel(coder)
    this.#field = coder.allocate(1 << FIELD_BITS)
  }

  /** `before` is what the object claimed last, or at its first plot what the object before it did. */
  code(claim: Claim | undefined, before: Claim | undefined, isFirst: boolean): Claim | undefined {
    const { isWriting } = this.#coder
    const context = isFirst ? 1 : 0
    const isSame = isWriting && isSameClaim(claim, before)
    if (this.#coder.bit(this.#isSame + context, isSame ? 1 : 0) === 1) return before
    const fields = this.#others.code(isWriting ? fieldsOf(claim) : undefined, context)
    if (!fields) return undefined
    const expected = before?.mmsi ?? 0
    const parts = fields.map(([name, value]) => [name, name === 'mmsi' ? this.#codeMmsi(claim, expected, context) : value])
    // Each part has the value that a claim of that field had when it was written.
    return Object.fromEntries(parts) as Claim
  }

  #codeMmsi(claim: Claim | undefined, expected: number, context: number): number {
    return this.#mmsi.code(claim?.mmsi ?? 0, expected, context)
  }

  #fields(fields: Fields): Fields {
    const read: (readonly [ClaimField, Value])[] = []
    if (this.#codeField(fields ? END - 1 : END) === END) return undefined
    for (let at = 0; ; at++) {
      const [name, value] = fields?.[at] ?? []
      const number = this.#codeField(name === undefined ? END : FIELDS[name])
      if (number === END) return read
      const field = NAMES.get(number)
      if (field === undefined || at > FIELD_COUNT) throw new DamagedPack('a claim has a field that is not known')
      read.push([field, field === 'mmsi' ? 0 : this.#values.code(value ?? 0)])
    }
  }

  #codeField(number: number): number {
    return tree(this.#coder, this.#field, FIELD_BITS, number)
  }
}

/** In the same order too. */
export function isSameClaim(a: Claim | undefined, b: Claim | undefined): boolean {
  if (a === b) return true
  if (!a || !b) return false
  // The keys of a claim are its fields.
  const ours = Object.keys(a) as ClaimField[]
  const theirs = Object.keys(b)
  if (ours.length !== theirs.length) return false
  for (let at = 0; at < ours.length; at++) {
    const name = ours[at]!
    if (name !== theirs[at] || !isSameValue(a[name], b[name])) return false
  }
  return true
}

function isSameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (Object.is(a, b)) return true
  return typeof a === 'object' && typeof b === 'object' && textOf(a) === textOf(b)
}

const FIELD_COUNT = NAMES.size

/** Without the MMSI's value. */
function fieldsOf(claim: Claim | undefined): Fields {
  if (!claim) return undefined
  const fields: (readonly [ClaimField, Value])[] = []
  // The keys of a claim are its fields, and a plot has none that are not said.
  for (const name of Object.keys(claim) as ClaimField[]) {
    const value = claim[name]
    if (value !== undefined) fields.push([name, name === 'mmsi' ? 0 : value])
  }
  return fields
}

function keyOf(fields: Fields): string {
  if (!fields) return '-'
  let key = ''
  for (const [name, value] of fields) key += `${FIELDS[name]}${textOf(value)};`
  return key
}

function textOf(value: Value): string {
  if (typeof value === 'string') return `"${value.length}:${value}`
  if (typeof value === 'object') return `(${[value.bow, value.stern, value.port, value.starboard].map(textOf).join()})`
  return Object.is(value, -0) ? '=-0' : `=${value}`
}

const KIND = { text: 0, number: 1, false: 2, true: 3, dimensions: 4 }

/** One value of a claim's field, after its kind. */
class ValueModel {
  readonly #coder: Coder
  readonly #kind: number
  readonly #text: TextModel
  readonly #number: Quantity

  constructor(coder: Coder) {
    this.#coder = coder
    this.#kind = coder.allocate(8)
    this.#text = new TextModel(coder)
    // Draughts are in tenths, all else is whole.
    this.#number = new Quantity(coder, [0.1])
  }

  code(value: Value): Value {
    const kind = tree(this.#coder, this.#kind, 3, kindOf(value))
    if (kind === KIND.text) return this.#text.code(typeof value === 'string' ? value : '')
    if (kind === KIND.number) return this.#codeNumber(value)
    if (kind === KIND.false || kind === KIND.true) return kind === KIND.true
    if (kind !== KIND.dimensions) throw new DamagedPack('a claim has a value of no kind')
    const { bow, stern, port, starboard } = typeof value === 'object' ? value : NO_DIMENSIONS
    return {
      bow: this.#codeNumber(bow),
      stern: this.#codeNumber(stern),
      port: this.#codeNumber(port),
      starboard: this.#codeNumber(starboard),
    }
  }

  #codeNumber(value: Value): number {
    return this.#number.code(typeof value === 'number' ? value : 0, 0)
  }
}

const NO_DIMENSIONS: Dimensions = { bow: 0, stern: 0, port: 0, starboard: 0 }

function kindOf(value: Value): number {
  if (typeof value === 'string') return KIND.text
  if (typeof value === 'number') return KIND.number
  if (typeof value === 'boolean') return value ? KIND.true : KIND.false
  return KIND.dimensions
}
