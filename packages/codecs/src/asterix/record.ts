import type { DecodeProblem } from '@csii/model'

/**
 * What an item, a subfield or a field holds: a number (scaled to the unit of the standard, or a code as transmitted),
 * text, an object by field names, or a list of these.
 */
export type AsterixValue = number | string | AsterixGroup | readonly AsterixValue[]

export interface AsterixGroup {
  readonly [field: string]: AsterixValue | undefined
}

/** One record of a data block, its items by their full names: `I048/040`. */
export interface AsterixRecord {
  readonly cat: number
  readonly items: Readonly<Record<string, AsterixValue>>
  /** Items whose spare bits are set or whose values the standard excludes: perhaps another edition was spoken. */
  readonly doubts?: readonly string[]
}

/** Why a block, or the rest of one, could not be read, and where that rest lies. */
export interface Refusal {
  readonly problem: DecodeProblem
  readonly from: number
  readonly to: number
}
