import { bad, ok, type LatLon, type PositionCovariance, type Result } from '@csii/model'
import { DIRECTION, directionOf } from './compass.ts'
import { COORDINATES_MARK, takeCoordinates, type Coordinates } from './coordinates.ts'
import {
  displaced, fixCovariance, NEAR_SIGMA, offsetCovariance, PLACE_SIGMA, round, sum, type Offset,
} from './ellipse.ts'
import { decimalOf, literal, phrases, plain, type Remaining } from './remaining.ts'
import type { HowSeen, Place, SightingContext, SightingProblem } from './sighting.ts'

export interface Where {
  readonly position: LatLon
  readonly covariance: PositionCovariance
}

const UNIT = phrases([
  'NAUTICAL MILES?', 'MILLAS NAUTICAS', 'NMI', 'NMS?', 'MN', 'MILES?', 'MILLAS?', 'MI', 'KMS?', 'KILOMETROS?',
  'KILOMETERS?', 'METROS',
  'METERS', 'METRES', 'MTS?', 'M', 'YARDS?', 'YARDAS',
])
const DISTANCE = String.raw`(?<distance>\d{1,5}(?:[.,]\d{1,3})?) ?(?<unit>${UNIT})(?![A-Z])`
const BEARING = String.raw`(?<direction>${DIRECTION})(?:T|\u00b0| DEG[A-Z]*| GRADOS)?,?`
const TOWARDS = ',? ?(?:(?:TO THE|DUE|AL|A|HACIA EL|BEARING|BRG) )?'
const FROM = ' (?:OFF OF|OFF|OF|FROM|DEL|DE|DESDE)(?: THE| LA| EL| LOS| LAS)?'
const NEAR = '(?:NEAR|CLOSE TO|OFF|AT|CERCA DE|FRENTE A|JUNTO A|EN)(?: THE| LA| EL)?'
const SELF = phrases(['ME', 'US', 'HERE', 'MY POSITION', 'MI POSICION', 'MI', 'AQUI', 'NOSOTROS'])

/** `5NM NW`, `5 millas al noroeste`, and `BEARING 315, 5NM`. */
const OFFSETS = [
  `(?<![0-9]|[0-9][.,])${DISTANCE}${TOWARDS}${BEARING}`,
  `(?<![A-Z0-9]|[0-9][.,])(?:(?:BEARING|BRG|DEMORA|MARCACION) )?${BEARING} ?${DISTANCE},?`,
]

/** Where the object is, and how well that is known. */
export function takeWhere(
  remaining: Remaining,
  howSeen: HowSeen,
  isSpanish: boolean,
  context: SightingContext,
): Result<Where, SightingProblem> {
  const coordinates = takeCoordinates(remaining)
  if (coordinates === 'impossible') return bad('impossible-position')
  const away = takeOffset(remaining, isSpanish, context.places)
  const origin = away && originOf(away, coordinates, howSeen, context)
  if (origin) return ok(beyond(origin, away.offset, howSeen))
  if (coordinates) return ok(fixOf(coordinates, howSeen))
  if (away) return bad('unknown-place')
  const nearTo = (name: string) => new RegExp(`(?<![A-Z])${NEAR} ${literal(plain(name))}(?![A-Z0-9])`)
  const near = context.places.find(({ name }) => remaining.take(nearTo(name)))
  return near ? ok({ position: near.position, covariance: round(NEAR_SIGMA) }) : bad('no-position')
}

export function beyond(origin: Where, offset: Offset, howSeen: HowSeen): Where {
  const covariance = sum(origin.covariance, offsetCovariance(offset, howSeen))
  return { position: displaced(origin.position, offset), covariance }
}

const fixOf = (coordinates: Coordinates, howSeen: HowSeen): Where => ({
  position: coordinates.position,
  covariance: fixCovariance(coordinates, howSeen),
})

interface Away {
  readonly offset: Offset
  /**
   * The mark of coordinates, a word for the reporter, or the plain name of a place; absent where it is none of them.
   */
  readonly from: string | undefined
}

function takeOffset(remaining: Remaining, isSpanish: boolean, places: readonly Place[]): Away | undefined {
  const names = places.map(({ name }) => literal(plain(name)))
  const origin = `[ |]*(?<from>${phrases([COORDINATES_MARK, SELF, ...names])})(?![A-Z0-9])`
  for (const pattern of OFFSETS) {
    const found =
      remaining.take(
        new RegExp(pattern + FROM + origin),
        COORDINATES_MARK,
      ) ?? remaining.take(new RegExp(pattern + FROM), '')
    const { distance, unit, direction: word, from } = found?.groups ?? {}
    const direction = word === undefined ? undefined : directionOf(word, isSpanish)
    if (distance && unit && direction) return {
      offset: { distance: decimalOf(distance) * metresOf(unit), direction },
      from,
    }
  }
  return undefined
}

/** Of a unit, metres. A mile at sea is the nautical one. */
function metresOf(unit: string): number {
  if (unit.startsWith('K')) return 1000
  if (unit.startsWith('Y')) return 0.9144
  return /^M(?:T|ET|$)/.test(unit) ? 1 : 1852
}

function originOf(
  { from }: Away,
  coordinates: Coordinates | undefined,
  howSeen: HowSeen,
  { places, observer }: SightingContext,
): Where | undefined {
  if (from === undefined) return undefined
  // Coordinates that a distance is measured from are the reporter's own, read off a receiver.
  if (from === COORDINATES_MARK) return coordinates && fixOf(coordinates, howSeen === 'radar' ? 'radar' : 'phone')
  const place = places.find(({ name }) => plain(name) === from)
  if (place) return { position: place.position, covariance: round(PLACE_SIGMA) }
  return observer && fixOf({ position: observer, resolution: { lat: 0, lon: 0 } }, 'phone')
}
