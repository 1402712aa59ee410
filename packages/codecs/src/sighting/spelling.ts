import { COMPASS_WORDS } from './compass.ts'
import { plain } from './remaining.ts'
import type { Place } from './sighting.ts'
import { VESSEL_KINDS } from './vessel-kinds.ts'

/** Shorter words are too often one letter from another word that is right: "nadar", "radar". */
const SHORTEST = 6

/** What a slip may have been meant for. */
const MEANT = [
  'SIGHTED', 'SIGHTING', 'AVISTADO', 'AVISTADA', 'PERSONS', 'PERSONAS', 'PEOPLE', 'HOMBRES', 'TRIPULANTES', 'MILLAS',
  'COURSE', 'HEADING', 'ENGINES',
  'OUTBOARDS', 'MOTORES', 'YELLOW', 'ORANGE', 'BLANCO', 'BLANCA', 'AMARILLO', 'NARANJA', 'MINUTOS', 'MINUTES',
  'MATRICULA', 'MAYDAY', 'GOFAST', 'LANCHA',
  'RAPIDA', 'PIROGUE', 'PIRAGUA', 'INFLATABLE', 'FISHING', 'TRAWLER', 'PESQUERO', 'VELERO', 'CATAMARAN', 'TANKER',
  'TANQUERO', 'PETROLERO', 'FREIGHTER',
  'CARGUERO', 'REMOLCADOR', 'SEMISUMERGIBLE', 'GUARDACOSTAS', 'VESSEL', 'EMBARCACION',
  ...COMPASS_WORDS,
]

/** Right as they are, though one slip from another. */
const RIGHT = [
  'HOMBRE', 'NOMBRE', 'FELLOW', 'MELLOW', 'READING', 'HEARING', 'BLANDO', 'BLANCOS', 'BLANCAS', 'TANKED', 'CRAWLER',
  'PERSON', 'MOTORS',
]

/** Every word of the patterns that tell vessels apart. */
const OF_VESSELS = VESSEL_KINDS.flatMap(({ words }) => words).flatMap((phrase) => phrase.match(/[A-Z]+/g) ?? [])

/**
 * The report with each word that is one slip of the finger from a word of reports, or of a place's name, put right.
 * What
 * stands in quotation marks or after a word for a name is left as it is, and so is a word that could be two.
 */
export function respelt(report: string, places: readonly Place[]): string {
  const { meant, right } = lexiconOf(places)
  return plain(report).replace(NAMED_OR_WORD, (match, word: string | undefined) => {
    if (word === undefined || right.has(word)) return match
    const near = meant.filter((each) => isOneSlip(word, each) && !isPlural(word, each))
    return near.length === 1 ? near[0]! : match
  })
}

interface Lexicon {
  readonly meant: readonly string[]
  readonly right: ReadonlySet<string>
}

const lexicons = new WeakMap<readonly Place[], Lexicon>()

/** Made once for each list of places: it costs more than the rest of a short report. */
function lexiconOf(places: readonly Place[]): Lexicon {
  const known = lexicons.get(places)
  if (known) return known
  const ofPlaces = places.flatMap(({ name }) => plain(name).split(/[^A-Z]+/))
  const meant = [...MEANT, ...ofPlaces].filter((word) => word.length >= SHORTEST)
  const lexicon = { meant, right: new Set([...meant, ...RIGHT, ...OF_VESSELS]) }
  lexicons.set(places, lexicon)
  return lexicon
}

const NAMED = '(?<![A-Z])(?:NAMED?|CALLED|NOMBRE|LLAMAD[OA])[ :=]+[A-Z0-9\'. -]*'
const NAMED_OR_WORD = new RegExp(`"[^"]*"|${NAMED}|(?<![A-Z0-9'-])([A-Z]{6,})(?![A-Z0-9'-])`, 'g')

const isPlural = (a: string, b: string): boolean => `${a}S` === b || a === `${b}S`

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
