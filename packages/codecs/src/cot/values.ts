import type { Timestamp } from '@csii/model'

/** A number as XML Schema writes it, `NaN` where there is none. */
export function readNumber(text: string | undefined): number {
  if (text === undefined || !/^\s*[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d{1,3})?\s*$/.test(text)) return Number.NaN
  return Number(text)
}

/** Without an exponent: xs:decimal has none. */
export function writeNumber(value: number): string {
  const [, sign, first, rest = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e([-+]\d+)$/.exec(String(value)) ?? []
  if (exponent === undefined) return String(value)
  const shift = Number(exponent)
  if (shift > 0) return `${sign}${first}${rest.padEnd(shift, '0')}`
  return `${sign}0.${'0'.repeat(-shift - 1)}${first}${rest}`
}

const DATE_TIME = /^\s*(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,20}))?(?:Z|([-+])(\d\d):?(\d\d))?\s*$/

/**
 * A time as CoT writes it: ISO 8601 in UTC, with any number of digits of a second. A sender that leaves the zone out
 * means UTC as well.
 */
export function readTime(text: string | undefined): Timestamp | undefined {
  const match = DATE_TIME.exec(text ?? '')
  if (!match) return undefined
  const [, year, month, day, hour, minute, second, fraction = '', sign, zoneHour, zoneMinute] = match
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  // A year of two digits would be one of the last century, and a day too many one of the next month.
  if (Number(year) < 100 || date.getUTCMonth() !== Number(month) - 1) return undefined
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3))
  const zone = sign ? (sign === '-' ? -1 : 1) * (Number(zoneHour) * 60 + Number(zoneMinute)) : 0
  return date.getTime() + ((Number(hour) * 60 + Number(minute) - zone) * 60 + Number(second)) * 1000 + milliseconds
}

export const writeTime = (time: Timestamp): string => new Date(time).toISOString()
