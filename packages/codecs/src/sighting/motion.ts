import { KNOT } from '@csii/model'
import { DIRECTION, directionOf, COMPASS_WORDS } from './compass.ts'
import { decimalOf, phrasePattern, phrases, type Remaining } from './remaining.ts'

/** m/s in one of each. */
const SPEED_UNITS: readonly (readonly [RegExp, number])[] = [
  [/^K(?:M|P)/, 1 / 3.6],
  [/^MPH/, 1609.344 / 3600],
  [/^M\/S/, 1],
]
const UNIT = phrases(['KNOTS?', 'KNTS?', 'KTS?', 'KN', 'NUDOS?', 'NDS?', 'KM ?/? ?H', 'KPH', 'KMPH', 'MPH', 'M/S'])
/** Of a span such as 30-35 the higher one. */
const SPEED = new RegExp(
  String.raw`(?<![A-Z0-9]|[0-9][.,])(?:(?:SPEED|SPD|VELOCIDAD|VEL)[ :=]{1,2})?(?:\d{1,3} ?- ?)?` +
    String.raw`(\d{1,3}(?:[.,]\d{1,2})?) ?(${UNIT})(?![A-Z])`,
)
const STILL = phrasePattern([
  'STOPPED', 'NOT MOVING', 'AT ANCHOR', 'ANCHORED', 'DEAD IN (?:THE )?WATER', 'DIW', 'PARAD[OA]', 'DETENID[OA]',
  'FONDEAD[OA]', 'ANCLAD[OA]',
])

/** m/s. */
export function takeSpeed(remaining: Remaining): number | undefined {
  const found = remaining.take(SPEED)
  if (!found) return remaining.take(STILL) ? 0 : undefined
  const unit = SPEED_UNITS.find(([pattern]) => pattern.test(found[2]!))?.[1] ?? KNOT
  return decimalOf(found[1]!) * unit
}

const LEAD = phrases([
  'COURSE', 'CRS', 'CSE', 'COG', 'HEADING', 'HEADED', 'HDG', 'GOING', 'TRAVELL?ING', 'BOUND', 'MOVING', 'TOWARDS?',
  'RUMBO', 'RBO', 'CURSO',
  'HACIA', 'NAVEGANDO', 'DIRECCION',
])
const DEGREES = '(?:T|\u00b0T?| ?DEG[A-Z]*| GRADOS)?'
const LED = new RegExp(
  `(?<![A-Z])${LEAD}[ :=]{1,2}(?:TO THE |TO |DUE |AL |EL |A |HACIA EL )?(${DIRECTION})${DEGREES}(?![A-Z0-9])`,
)
const BOUND = new RegExp(`(?<![A-Z])(${phrases(COMPASS_WORDS)})[- ]?BOUND(?![A-Z])`)
const BARE = /(?<![A-Z0-9-]|[0-9][.,])(\d{3})(?:T|\u00b0T?| ?DEG[A-Z]*| GRADOS)?(?![A-Z0-9]|[.,][0-9])/

/**
 * Degrees true. Compasses of small boats show magnetic degrees, but few say so, and here the two differ by 15\u00b0 at
 * most.
 */
export function takeCourse(remaining: Remaining, isSpanish: boolean): number | undefined {
  const found = remaining.take(LED) ?? remaining.take(BOUND) ?? remaining.take(BARE)
  return found && directionOf(found[1]!, isSpanish)?.degrees
}
