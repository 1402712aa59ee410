import { COMPASS_WORDS } from './compass.ts'
import { plain } from './remaining.ts'
import type { Place } from './sighting.ts'
import { VESSEL_KINDS } from './vessel-kinds.ts'

/** Shorter words are too often one letter from another word that is right. */
const SHORTEST = 5

const OTHER_WORDS = [
  'SIGHT', 'SIGHTED', 'SIGHTING', 'AVISTADO', 'AVISTADA', 'AVISTAMIENTO', 'PERSONS', 'PERSONAS', 'PEOPLE', 'HOMBRES',
  'TRIPULANTES', 'KNOTS', 'NUDOS',
  'MILES', 'MILLAS', 'COURSE', 'HEADING', 'RUMBO', 'HACIA', 'ENGINES', 'OUTBOARDS', 'MOTORES', 'WHITE', 'BLACK',
  'GREEN', 'YELLOW', 'ORANGE', 'BROWN',
  'BLANCO', 'BLANCA', 'NEGRO', 'NEGRA', 'VERDE', 'AMARILLO', 'NARANJA', 'RADAR', 'SHORE', 'BEACH', 'PLAYA', 'COSTA',
  'MINUTOS', 'MINUTES', 'NOMBRE',
  'MATRICULA', 'SINKING', 'MAYDAY',
]

/** In a piece of a pattern: a word with nothing optional about it. */
const WHOLE_WORD = /(?<![A-Z|(\]:-])[A-Z]+(?![A-Z?[(|\])])/g

/** The words that a report is made of, and those that differ from them by a letter and are right too. */
const VOCABULARY: readonly string[] = [
  ...OTHER_WORDS,
  ...COMPASS_WORDS,
  ...VESSEL_KINDS.flatMap(({ words }) => words).flatMap((phrase) => phrase.match(WHOLE_WORD) ?? []),
].filter((word) => word.length >= SHORTEST)

/**
 * The report with each word that is one slip of the finger from a word of reports, or of a place's name, put right.
 * What
 * stands in quotation marks or after a word for a name is left as it is, and so is a word that could be two.
 */
export function respelt(report: string, places: readonly Place[]): string {
  const ofPlaces = places.flatMap(({ name }) => plain(name).split(/[^A-Z]+/)).filter((word) => word.length >= SHORTEST)
  const known = new Set([...VOCABULARY, ...ofPlaces])
  return plain(report).replace(NAMED_OR_WORD, (match, word: string | undefined) => {
    if (word === undefined || known.has(word)) return match
    const near = [...known].filter((each) => isOneSlip(word, each))
    return near.length === 1 ? near[0]! : match
  })
}

const NAMED = '(?<![A-Z])(?:NAMED?|CALLED|NOMBRE|LLAMAD[OA])[ :=]+[A-Z0-9\'. -]*'
const NAMED_OR_WORD = new RegExp(`"[^"]*"|${NAMED}|(?<![A-Z0-9'-])([A-Z]{5,})(?![A-Z0-9'-])`, 'g')

/** One letter more, less or other, or two that changed places (Damerau 1964, Communications of the ACM 7(3)). */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [left, right] = [a.slice(start), b.slice(start)]
  if (left.length !== right.length) return left.slice(1) === right || left === right.slice(1)
  if (left.slice(1) === right.slice(1)) return true
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)
}
