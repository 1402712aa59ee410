import type { OptionProposal } from '@csii/model'
import { splitRecord } from './csv-record.ts'
import { firstLines } from './first-lines.ts'
import { guessFromHeader, type HeaderGuess } from './guess.ts'
import { writeMapping } from './mapping.ts'
import { timeReader } from './time-format.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The same as a proposal for the option `mapping`. Nothing where the first bytes hold no header at all. */
export function mappingProposal(first: Uint8Array, guess: (text: string) => Guess): OptionProposal | undefined {
  const { mapping, missing } = guess(firstLines(first).join('\n'))
  return mapping === '' ? undefined : { key: 'mapping', value: mapping, missing }
}

export interface Guess {
  /** As a technician would write it. */
  readonly mapping: string
  /** The keys that no header looks like, and `timeFormat` where the rows' times can be read in two ways or in none. */
  readonly missing: readonly string[]
}

/** More lines than these tell nothing new. */
const MOST_LINES = 50

/** The mapping that a file seems to need, by its header and by the times of the rows after it. */
export function proposeMapping(text: string, vocabulary: Vocabulary, required: readonly string[]): Guess {
  const lines = text.split(/\r\n|\r|\n/, MOST_LINES).filter((line) => line.trim() !== '')
  const guesses = lines.map((line) => guessFromHeader(line, vocabulary, required))
  const missingOf = ({ mapping }: HeaderGuess) => required.filter((key) => !mapping.columns[key])
  const at = Math.max(
    0,
    guesses.findIndex((guess) => missingOf(guess).length === 0),
  )
  const guess = guesses[at]
  if (!guess) return { mapping: '', missing: required }
  const { format, isDoubtful } = guessTimeFormat(timesOf(guess, lines.slice(at + 1)))
  const mapping = writeMapping({ ...guess.mapping, ...(format !== undefined && { timeFormat: format }) })
  return { mapping, missing: [...missingOf(guess), ...(isDoubtful ? ['timeFormat'] : [])] }
}

function timesOf({ mapping, headers, delimiter }: HeaderGuess, rows: readonly string[]): readonly string[] {
  const columns = mapping.columns['time']?.names.map((name) => headers.indexOf(String(name))) ?? []
  const times = rows.map((row) => columns.map((column) => splitRecord(row, delimiter)[column] ?? '').join(' '))
  return times.map((time) => time.trim()).filter((time) => time !== '')
}

const DATES = ['DD/MM/YYYY', 'DD-MM-YYYY', 'DD.MM.YYYY', 'DD/MM/YY', 'DD-MM-YY', 'DD.MM.YY']
const OTHER_DATES = ['DD-MMM-YYYY', 'DD-MMM-YY', 'DD MMM YYYY', 'YYYYMMDD', 'YYYY.MM.DD', 'YYYY-MM-DD']
const CLOCKS = ['HH:mm:ss', 'HH:mm', 'HHmmss', 'HHmm', 'HH.mm', 'hh:mm:ss A', 'hh:mm A']
const monthFirst = (format: string): string => format.replace('DD', '*').replace('MM', 'DD').replace('*', 'MM')

/**
 * The format that reads every time. Doubtful where none does, or where day and month could be exchanged in all of them.
 */
function guessTimeFormat(times: readonly string[]): { readonly format?: string; readonly isDoubtful: boolean } {
  const reads = (format: string | undefined) => {
    const reader = timeReader(format, 0)
    return reader.ok && times.every((time) => reader.value(time) !== undefined)
  }
  if (reads(undefined)) return { isDoubtful: false }
  const formats = [...DATES, ...DATES.map(monthFirst), ...OTHER_DATES].flatMap((date) =>
    CLOCKS.map((clock) => `${date} ${clock}`),
  )
  const [format, ...others] = formats.filter(reads)
  if (format === undefined) return { isDoubtful: true }
  return { format, isDoubtful: others.includes(monthFirst(format)) }
}
