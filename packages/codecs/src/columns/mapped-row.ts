import type { DecodeProblem } from '@csii/model'
import { parseCoordinate, type Coordinate } from './coordinate.ts'
import type { Column, ColumnName, Mapping } from './mapping.ts'
import { parseQuantity } from './quantity.ts'
import type { Instant, ReadTime } from './time-format.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What one column of a row holds, or undefined where the row has no such column. */
export type Cell = (name: ColumnName) => string | undefined

/** One row, asked for what its columns mean. */
export class MappedRow {
  readonly #mapping: Mapping
  readonly #vocabulary: Vocabulary
  readonly #cell: Cell
  readonly #readTime: ReadTime

  constructor(mapping: Mapping, vocabulary: Vocabulary, readTime: ReadTime, cell: Cell) {
    this.#mapping = mapping
    this.#vocabulary = vocabulary
    this.#readTime = readTime
    this.#cell = cell
  }

  /** Undefined where there is no such column, or nothing in it. */
  text(key: string): string | undefined {
    const column = this.#column(key)
    const words = column?.names.map((name) => this.#cell(name)?.trim() ?? '').filter((word) => word !== '')
    const text = words?.join(' ') ?? ''
    return NOTHING.test(text) ? undefined : text
  }

  /** In the SI unit of the key. */
  quantity(key: string): number | undefined {
    const text = this.text(key)
    const units = this.#vocabulary[key]?.units
    return text === undefined || !units ? undefined : parseQuantity(text, units, this.#column(key)?.unit)
  }

  /** A row that ends before its time or place is too short; one that holds no time or place there has a bad value. */
  time(): Instant | DecodeProblem {
    if (!this.#reaches('time')) return 'length'
    return this.#readTime(this.text('time') ?? '') ?? 'value'
  }

  position(): { readonly lat: Coordinate; readonly lon: Coordinate } | DecodeProblem {
    if (!this.#reaches('lat') || !this.#reaches('lon')) return 'length'
    const lat = parseCoordinate(this.text('lat') ?? '', 'lat', this.text('ns'))
    const lon = parseCoordinate(this.text('lon') ?? '', 'lon', this.text('ew'))
    // A receiver that has no fix says 0, 0; nobody fishes exactly there.
    return !lat || !lon || (lat.degrees === 0 && lon.degrees === 0) ? 'value' : { lat, lon }
  }

  #column(key: string): Column | undefined {
    return Object.hasOwn(this.#mapping.columns, key) ? this.#mapping.columns[key] : undefined
  }

  #reaches(key: string): boolean {
    return this.#column(key)?.names.every((name) => this.#cell(name) !== undefined) ?? false
  }
}

/** How programs write that there is nothing. */
const NOTHING = /^(?:|-+|n\/?a|nan|null|none|nil|\?)$/i
