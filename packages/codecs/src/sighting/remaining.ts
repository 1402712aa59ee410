/** Parts what is understood from what is left, so that two words never meet over the gap. */
const GAP = ' | '

/**
 * The part of a report that is not understood yet: capitals without accents. Whoever understands a phrase takes it out.
 */
export class Remaining {
  #text: string

  constructor(text: string) {
    this.#text = plain(text)
  }

  has(pattern: RegExp): boolean {
    return pattern.test(this.#text)
  }

  /** Takes out the first match; `left` stands in its place. */
  take(pattern: RegExp, left = ''): RegExpExecArray | undefined {
    const found = pattern.exec(this.#text)
    if (!found) return undefined
    this.#text = this.#text.slice(0, found.index) + GAP + left + GAP + this.#text.slice(found.index + found[0].length)
    return found
  }

  /** Keeps the first match, but apart from what stands beside it. */
  isolate(pattern: RegExp): RegExpExecArray | undefined {
    const found = pattern.exec(this.#text)
    return found ? this.take(pattern, found[0]) : undefined
  }

  words(): readonly string[] {
    return this.#text.split(/[^\p{L}\p{N}'"/.-]+/u).map((word) => word.replace(
      /^['"/.-]+|['"/.-]+$/g,
      '',
    )).filter(Boolean)
  }
}

/** Capitals without accents, one kind of each quotation mark and degree sign, single blanks. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}|[|@]/gu, '')
    .replace(/[\u2018\u2019\u2032\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u2033\u00ab\u00bb]|''/g, '"')
    .replace(/[\u00ba\u02da]/g, '\u00b0')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .toUpperCase()
    .trim()
}

/** A pattern of whole phrases, the longest first; each phrase is a piece of a regular expression. */
export function phrases(all: readonly string[]): string {
  return `(?:${[...all].sort((a, b) => b.length - a.length).join('|')})`
}

/** The same as a pattern of its own, between the bounds of words. */
export const phrasePattern = (all: readonly string[]): RegExp => new RegExp(`(?<![A-Z0-9])${phrases(all)}(?![A-Z0-9])`)

/** A text as a piece of a pattern that matches just it. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)


const COUNTS: Readonly<Record<string, number>> = {
  A: 1, AN: 1, ONE: 1, SINGLE: 1, UN: 1, UNA: 1, UNO: 1, TWO: 2, TWIN: 2, DOS: 2, THREE: 3, TRES: 3, FOUR: 4, CUATRO: 4,
  FIVE: 5,
  CINCO: 5, SIX: 6, SEIS: 6, SEVEN: 7, SIETE: 7, EIGHT: 8, OCHO: 8, NINE: 9, NUEVE: 9, TEN: 10, DIEZ: 10,
}

/** A piece of a pattern for a count: in digits, or a small one in either language's words. */
export const COUNT = [String.raw`\d{1,4}`, ...Object.keys(COUNTS)].join('|')

export const countOf = (word: string): number => COUNTS[word] ?? Number(word)

/** A number with a point or a comma. */
export const decimalOf = (text: string): number => Number(text.replace(',', '.'))
