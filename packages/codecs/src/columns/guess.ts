import { likelyDelimiters, splitRecord, type Delimiter } from './csv-record.ts'
import { plainWord } from './text.ts'
import { unitNamed } from './quantity.ts'
import type { Column, Mapping } from './mapping.ts'
import { CLOCKS, DATES, type Vocabulary } from './vocabulary.ts'

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
  delete columns['time']
  return { columns: time.length > 0 ? { time: { names: time }, ...columns } : columns }
}

export interface HeaderGuess {
  readonly mapping: Mapping
  readonly headers: readonly string[]
  readonly delimiter: Delimiter
}

/** The same of a record as it stands in a file, by whichever delimiter most of what is needed is found. */
export function guessFromHeader(record: string, vocabulary: Vocabulary, required: readonly string[]): HeaderGuess {
  const header = record.replace(/^\ufeff/, '')
  const guesses = [...likelyDelimiters(header), ',' as const].map((delimiter) => {
    const headers = splitRecord(header, delimiter)
    return { mapping: guessColumns(headers, vocabulary), headers, delimiter }
  })
  const found = ({ mapping }: HeaderGuess) => required.filter((key) => mapping.columns[key]).length
  return guesses.reduce((best, guess) => (found(guess) > found(best) ? guess : best))
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

/**
 * `Speed (km/h)`, `speed [kn]`, `speed_kn`. Brackets may also hold another remark, as in `Time (UTC)`; a last word may
 * not.
 */
const UNIT = /[\s_]*(?:[([]([^)\]]*)[)\]]|[\s_](kn|kts?|knots|m|km|nmi?|ft|deg|m\/s|km\/?h|kph|mph))\s*$/i
const withoutUnit = (header: string): string => header.replace(UNIT, '')
function unitIn(header: string): string {
  const [, bracketed, trailing] = UNIT.exec(header) ?? []
  return bracketed ?? trailing ?? ''
}
