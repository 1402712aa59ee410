/** What is written from an edition on, until the next edition that is named. */
export type History = Readonly<Record<string, string>>

/** One category of ASTERIX in all the editions that we read, in the notation of `notation.ts`. */
export interface Category {
  readonly category: number
  /** Oldest first. Where nothing else is asked for, the newest is meant. */
  readonly editions: readonly string[]
  /** The items in the order of their bits in FSPEC; `-` is a bit without an item. */
  readonly order: History
  /** Where a field of a record decides about the order of its other items: `order` then has one for each variant. */
  readonly selector?: {
    readonly item: string
    readonly field: string
    readonly variants: Readonly<Record<number, string>>
  }
  readonly items: Readonly<Record<string, History>>
  /** What the reserved expansion field holds. Its editions are counted apart; we read the newest. */
  readonly expansion?: History
}

/** Which edition of a category is meant, by its number: `{ 48: '1.27' }`. Of the others it is the newest. */
export type Editions = Readonly<Record<number, string>>

/** What a history says of one edition. */
export function inEdition(history: History, editions: readonly string[], edition: string): string {
  const upTo = editions.slice(0, editions.indexOf(edition) + 1)
  const since = upTo.findLast((each) => each in history)
  return since === undefined ? '' : history[since]!.trim()
}
