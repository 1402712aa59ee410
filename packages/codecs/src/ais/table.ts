import { unsigned, type Field, type FieldsOf } from './field.ts'

/** How a message is laid out: its fields in the order of the standard, and what lengths are believed. */
export interface Table<F extends readonly Field[] = readonly Field[]> {
  readonly fields: F
  /** Bits below which the message is refused; fields beyond the end of a shorter one than the table read as 0. */
  readonly least: number
  /** Bits above which it is refused; those between the table's end and here are ignored. */
  readonly most: number
  /** Where present, the only lengths believed. */
  readonly only?: readonly number[]
  /** A message with fewer bits than `below` ends after `at` bits: what follows is padding. */
  readonly ends?: { readonly below: number; readonly at: number }
  /** What gpsd prints, in its order, where that is not every field in the standard's order. */
  readonly print?: string
  /** Dates that gpsd prints in place of their parts: `{part:digits}`. */
  readonly stamps?: Readonly<Record<string, string>>
}

/** Bits of the longest message that five slots carry: M.1371-5, annex 8, table 43. */
export const FIVE_SLOTS = 1008

/** The first 38 bits of every message: M.1371-5, annex 8, § 3. */
export const HEADER = [unsigned('type', 6), unsigned('repeat', 2), unsigned('mmsi', 30)] as const

type Limits = Partial<Omit<Table, 'fields'>>

export function table<const F extends readonly Field[]>(fields: F, limits: Limits = {}): Table<F> {
  return { fields, least: bitsOf(fields), most: Infinity, ...limits }
}

/** Bits of the fields that are always there. */
export const bitsOf = (fields: readonly Field[]): number =>
  fields.reduce((sum, field) => sum + ('bits' in field && !('when' in field) ? field.bits : 0), 0)

/** The raw message of a table. `bits` is its length on the air; whoever makes a message may leave it out. */
export type MessageOf<T extends Table, Type extends number> = Omit<FieldsOf<T['fields']>, 'type'> & {
  readonly type: Type
  readonly bits?: number
}
