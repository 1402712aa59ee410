import { plainWord } from './text.ts'
import { unitNamed } from './quantity.ts'
import { writeMapping, type Column, type Mapping } from './mapping.ts'
import { CLOCKS, DATES, type Vocabulary } from './vocabulary.ts'

export interface Guess {
  /** As a technician would write it. */
  readonly mapping: string
  /** The keys that every plot needs and no header looks like. */
  readonly missing: readonly string[]
}

/** Which column holds what, by its header; the first header that fits a key has it. */
export function guessColumns(headers: readonly string[], vocabulary: Vocabulary): Mapping {
  const index = indexOf(headers)
  const taken = new Set<string>()
  const columns: Record<string, Column> = {}
  for (const [key, { headers: usual, units }] of Object.entries(vocabulary)) {
    const found = findHeader(index, usual, taken)
    if (found === undefined) continue
    taken.add(found)
    const unit = units && unitNamed(unitIn(found), units)
    columns[key] = { names: [found], ...(unit !== undefined && { unit }) }
  }
  const elsewhere = new Set([...taken].filter((header) => !columns['time']?.names.includes(header)))
  const parts = [DATES, CLOCKS].map((usual) => findHeader(index, usual, elsewhere)).filter((name) => name !== undefined)
  // A date and a time of day together say more than a header that can be either a whole time or a time of day.
  const time = parts.length === 2 || !columns['time'] ? parts : columns['time'].names
  return { columns: time.length > 0 ? { ...columns, time: { names: time } } : columns }
}

/** The mapping in words, for a technician to see and mend. */
export function describeGuess(mapping: Mapping, required: readonly string[]): Guess {
  return { mapping: writeMapping(mapping), missing: required.filter((key) => !mapping.columns[key]) }
}

/** Headers by their plain words, with their unit and without. */
type Index = ReadonlyMap<string, readonly string[]>

/** More columns than this, or longer headers, are no list of vessels. */
const MOST_COLUMNS = 200
const LONGEST_HEADER = 60

function indexOf(headers: readonly string[]): Index {
  const index = new Map<string, string[]>()
  if (headers.length > MOST_COLUMNS) return index
  for (const header of headers) {
    if (header === '' || header.length > LONGEST_HEADER) continue
    for (const word of new Set([plainWord(header), plainWord(withoutUnit(header))])) {
      index.set(word, [...(index.get(word) ?? []), header])
    }
  }
  return index
}

function findHeader(index: Index, usual: string, taken: ReadonlySet<string>): string | undefined {
  for (const word of wordsOf(usual)) {
    const found = index.get(word)?.find((header) => !taken.has(header))
    if (found !== undefined) return found
  }
  return undefined
}

/** Lists of words, split once: there are no more of them than the vocabularies have. */
const split = new Map<string, readonly string[]>()
function wordsOf(usual: string): readonly string[] {
  const known = split.get(usual)
  if (known) return known
  const words = usual.split(',').map(plainWord)
  split.set(usual, words)
  return words
}

/** `Speed (km/h)`, `speed [kn]`, `speed_kn`. */
const UNIT = /[\s_]*(?:[([]([^)\]]*)[)\]]|[\s_]([a-z/°%]+))\s*$/i
const withoutUnit = (header: string): string => header.replace(UNIT, '')
function unitIn(header: string): string {
  const [, bracketed, trailing] = UNIT.exec(header) ?? []
  return bracketed ?? trailing ?? ''
}
