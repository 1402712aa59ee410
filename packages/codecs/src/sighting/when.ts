import type { Timestamp } from '@csii/model'
import { COUNT, countOf, type Remaining } from './remaining.ts'

const MINUTE = 60_000
const DAY = 86_400_000
/** A clock that is ahead of ours by less is a clock that is a little fast; by more, the day before is meant. */
const FAST = 10 * MINUTE

const AGO = new RegExp(
  `(?<![A-Z0-9])(?:(?:HACE|HACIA) (?:UNOS )?(${COUNT}) ?(MIN|H)[A-Z]*\\.?|(${COUNT}) ?(MIN|H|HR)[A-Z]* AGO)(?![A-Z])`,
)
const HOURS_MINUTES = '([01]?[0-9]|2[0-3])'
const BEFORE_CLOCK = '(?<![A-Z0-9]|[0-9][.,])'
/** Not the degrees and minutes of a latitude. */
const AFTER_CLOCK = '(?![A-Z0-9]|[.,][0-9])(?! ?[NS](?![A-Z]))'
const LEAD = '(?:AT|A LAS?|ALAS|TIME|HORA) '
const UTC_CLOCK = new RegExp(`${BEFORE_CLOCK}(?:${LEAD})?${HOURS_MINUTES}:?([0-5][0-9]) ?(?:Z|UTC|GMT)${AFTER_CLOCK}`)
const LOCAL = '(?: ?(?:LOCAL(?: TIME)?|LT|HL|HRS?|HORAS|H))'
const LOCAL_CLOCK = new RegExp(
  `${BEFORE_CLOCK}(?:${LEAD}${HOURS_MINUTES}:?([0-5][0-9])${LOCAL}?|${HOURS_MINUTES}:([0-5][0-9])${LOCAL}?|` +
    `${HOURS_MINUTES}([0-5][0-9])${LOCAL})${AFTER_CLOCK}`,
)
const NOW = /(?<![A-Z])(?:NOW|RIGHT NOW|JUST NOW|AHORA(?: MISMO)?|AHORITA)(?![A-Z])/

/** When it was seen; undefined when nobody said it in a way that has one meaning. */
export function takeTime(remaining: Remaining, receivedAt: Timestamp, zone: number | undefined): Timestamp | undefined {
  const ago = remaining.take(AGO)
  if (ago) {
    const unit = (ago[2] ?? ago[4]!) === 'MIN' ? MINUTE : 60 * MINUTE
    return receivedAt - countOf(ago[1] ?? ago[3]!) * unit
  }
  if (remaining.take(NOW)) return receivedAt
  const utc = remaining.take(UTC_CLOCK)
  if (utc) return latestAt(minutesOf(utc), receivedAt)
  // Taken out in any case: what stands beside it are other numbers.
  const local = zone === undefined ? remaining.isolate(LOCAL_CLOCK) : remaining.take(LOCAL_CLOCK)
  return local && zone !== undefined ? latestAt(minutesOf(local) - zone * 60, receivedAt) : undefined
}

function minutesOf(found: RegExpExecArray): number {
  const [hours = 0, minutes = 0] = found.slice(1).filter((group) => group !== undefined).map(Number)
  return hours * 60 + minutes
}

/** The last time that the clock stood so. */
function latestAt(minutes: number, receivedAt: Timestamp): Timestamp {
  const today = Math.floor(receivedAt / DAY) * DAY + minutes * MINUTE
  const days = Math.ceil((today - receivedAt - FAST) / DAY)
  return today - days * DAY
}
