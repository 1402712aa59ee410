import type { DecodeProblem } from '@csii/model'
import { likelyDelimiters, splitRecord, type Delimiter } from './csv-record.ts'
import { CsvScanner, type CsvTaker } from './csv-scanner.ts'
import { guessColumns } from './guess.ts'
import { MappedRow, type Cell } from './mapped-row.ts'
import { parseMapping, readTimeOf, type Mapping } from './mapping.ts'
import { decodeText, plainWord } from './text.ts'
import type { ReadTime } from './time-format.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface RowTaker {
  /** One row, with its bytes, which are only valid during the call. */
  row(row: MappedRow, bytes: Uint8Array, from: number, to: number): void
  /** A row that is none: before any header, or too long. */
  refused(problem: DecodeProblem, bytes: Uint8Array, from: number, to: number): void
}

export interface TableOptions {
  readonly vocabulary: Vocabulary
  /** Keys without which a row is of no use. */
  readonly required: readonly string[]
  /** As the technician saved it; without it, it is guessed from the first row that looks like a header. */
  readonly mapping?: string | undefined
}

/** How the rows of one table are read. */
interface Layout {
  readonly mapping: Mapping
  readonly readTime: ReadTime
  /** Absent while no header has shown it. */
  readonly delimiter: Delimiter | undefined
  /** Where the columns are that the mapping names, and the header itself to know it again. */
  readonly columns: ReadonlyMap<string, number>
  readonly header: string | undefined
}

/**
 * Reads the rows of CSV files that arrive one after another on one stream. The header holds until another comes: a file
 * repeats it, datagrams may have it each or never again. A row is at least as wide as the columns that are needed.
 */
export class TableReader implements CsvTaker {
  readonly #options: TableOptions
  readonly #taker: RowTaker
  readonly #scanner = new CsvScanner()
  readonly #given: Mapping | undefined
  #layout: Layout | undefined
  /** Whether nothing of the file has been read yet: only there does a header stand that nothing names. */
  #isFirst = true

  constructor(options: TableOptions, taker: RowTaker) {
    this.#options = options
    this.#taker = taker
    const given = options.mapping === undefined ? undefined : parseMapping(options.mapping, options.vocabulary, [])
    this.#given = given?.ok ? given.value : undefined
    this.#layout = this.#given && layoutByNumber(this.#given, options.required)
  }

  read(bytes: Uint8Array, datagram: boolean): void {
    this.#scanner.read(bytes, this)
    if (datagram) this.end()
  }

  end(): void {
    this.#scanner.end(this)
    this.#isFirst = true
  }

  record(bytes: Uint8Array, from: number, to: number): void {
    const record = decodeText(bytes, from, to).replace(/^\ufeff/, '')
    if (record.trim() === '') return
    const known = this.#layout?.delimiter
    let fields = known === undefined ? [] : splitRecord(record, known)
    // A row of numbers is no header; most are seen so without trying every delimiter.
    const isHeader = !fields.some(isNumber) && this.#isHeader(record)
    this.#isFirst = false
    if (isHeader) return
    const layout = this.#layout
    if (!layout) return this.#taker.refused('framing', bytes, from, to)
    if (known === undefined) fields = splitRecord(record, likelyDelimiters(record)[0] ?? ',')
    const cell: Cell = (name) => fields[typeof name === 'number' ? name - 1 : (layout.columns.get(name) ?? -1)]
    this.#taker.row(new MappedRow(layout.mapping, this.#options.vocabulary, layout.readTime, cell), bytes, from, to)
  }

  overflow(bytes: Uint8Array, from: number, to: number): void {
    this.#taker.refused('overflow', bytes, from, to)
  }

  /**
   * Takes the row for the header that it is. A header never holds a place, so a row with digits is looked at no
   * further.
   */
  #isHeader(record: string): boolean {
    if (record === this.#layout?.header) return true
    const delimiters = this.#given?.delimiter ? [this.#given.delimiter] : likelyDelimiters(record)
    for (const delimiter of delimiters) {
      const layout = this.#layoutOf(splitRecord(record, delimiter), delimiter, record)
      if (!layout) continue
      this.#layout = layout
      return true
    }
    return false
  }

  /** What is needed and the technician did not say is guessed, and all where there is no mapping. */
  #completed(guess: Mapping): Mapping {
    const given = this.#given
    if (!given) return guess
    const absent = this.#options.required.filter((key) => !given.columns[key])
    const guessed = absent.flatMap((key) => (guess.columns[key] ? [[key, guess.columns[key]] as const] : []))
    return { ...given, columns: { ...given.columns, ...Object.fromEntries(guessed) } }
  }

  #layoutOf(headers: readonly string[], delimiter: Delimiter, header: string): Layout | undefined {
    const given = this.#given
    if (given && isByNumber(given, this.#options.required))
      return this.#isFirst && isHeaderByNumber(given, headers) ? { ...this.#layout!, delimiter, header } : undefined
    if (!given && headers.some(isNumber)) return undefined
    const mapping = this.#completed(guessColumns(headers, this.#options.vocabulary))
    const columns = columnsOf(mapping, headers)
    const isThere = (key: string) =>
      mapping.columns[key]?.names.every((name) => typeof name === 'number' || columns.has(name)) ?? false
    const readTime = readTimeOf(mapping)
    if (!readTime.ok || !this.#options.required.every(isThere)) return undefined
    return { mapping, readTime: readTime.value, delimiter, columns, header }
  }
}

function columnsOf(mapping: Mapping, headers: readonly string[]): ReadonlyMap<string, number> {
  const indexes = new Map(headers.map((name, index) => [plainWord(name), index] as const).reverse())
  const names = Object.values(mapping.columns).flatMap((column) => column.names)
  const found = names.map((name) => [String(name), indexes.get(plainWord(String(name)))] as const)
  return new Map(found.filter((entry): entry is [string, number] => entry[1] !== undefined))
}

const isNumber = (field: string): boolean => /^[+-]?\d+[.,]?\d*$/.test(field)

const isByNumber = ({ columns }: Mapping, required: readonly string[]): boolean =>
  required.every((key) => columns[key]) &&
  Object.values(columns).every(({ names }) => names.every((name) => typeof name === 'number'))

/** A mapping that numbers its columns needs no header. */
function layoutByNumber(mapping: Mapping, required: readonly string[]): Layout | undefined {
  const readTime = readTimeOf(mapping)
  if (!isByNumber(mapping, required) || !readTime.ok) return undefined
  return { mapping, readTime: readTime.value, delimiter: mapping.delimiter, columns: new Map(), header: undefined }
}

/** Where latitudes should be there is not one digit. */
function isHeaderByNumber(mapping: Mapping, headers: readonly string[]): boolean {
  const places = ['lat', 'lon'].flatMap((key) => mapping.columns[key]?.names ?? [])
  return places.length > 0 && places.every((place) => /^\D+$/.test(headers[Number(place) - 1] ?? ''))
}
