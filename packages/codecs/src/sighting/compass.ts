import { phrases } from './remaining.ts'

/** A direction, and how wide a sector the way of saying it stands for. */
export interface Direction {
  readonly degrees: number
  /** Degrees from one word to the next of its kind: 45 for "NW", 22.5 for "NNW", 1 for a number. */
  readonly sectorDeg: number
}

/** The sixteen points in each spelling, from north clockwise. */
const POINTS: readonly string[] = [
  'N NORTH NORTE', 'NNE', 'NE NORTHEAST NORTH-EAST NORESTE NORDESTE', 'ENE', 'E EAST ESTE', 'ESE',
  'SE SOUTHEAST SOUTH-EAST SURESTE SUDESTE', 'SSE', 'S SOUTH SUR', 'SSW SSO',
  'SW SO SOUTHWEST SOUTH-WEST SUROESTE SUDOESTE',
  'WSW OSO', 'W O WEST OESTE', 'WNW ONO', 'NW NO NORTHWEST NORTH-WEST NOROESTE', 'NNW NNO',
]

/** Also words of other meaning: only in Spanish are they west and northwest. */
const SPANISH_ONLY = new Set(['O', 'NO', 'SO'])

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map(
  POINTS.flatMap((spellings, point) =>
    spellings.split(' ').map((word) => [
      word,
      { degrees: point * 22.5, sectorDeg: point % 2 === 0 ? 45 : 22.5 },
    ] as const),
  ),
)

export const COMPASS_WORDS: readonly string[] = [...DIRECTIONS.keys()]

/** A piece of a pattern for one direction: a word of the compass, or a number. */
export const DIRECTION = String.raw`(?:\d{1,3}|${phrases(COMPASS_WORDS)})(?![A-Z0-9.,]\d|[A-SU-Z])`

/** Reads what `DIRECTION` matched. */
export function directionOf(word: string, isSpanish: boolean): Direction | undefined {
  const named = DIRECTIONS.get(word)
  if (named) return SPANISH_ONLY.has(word) && !isSpanish ? undefined : named
  const degrees = Number(word)
  return degrees <= 360 ? { degrees: degrees % 360, sectorDeg: degrees % 10 === 0 ? 10 : 1 } : undefined
}
