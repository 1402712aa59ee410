import { bad, ok, type DecodeProblem, type Result, type Timestamp } from '@csii/model'
import { decimal, hexByte, text } from './ascii.ts'
import type { Sentence } from './sentence.ts'

/** What a Gatehouse server says of the sentence that follows: `$PGHP,1,2014,9,28,16,0,4,684,219,21,992190921,1,14*22`. */
export interface GatehouseStamp {
  /** When the base station received it. */
  readonly time: Timestamp
  /** The maritime identification digits of the country that received it. */
  readonly country?: number
  /** MMSI of the base station, as written. */
  readonly source?: string
  /** The checksum of the sentence it speaks of. */
  readonly sum?: number
}

/** Fields after the address: 1, year, month, day, hour, minute, second, millisecond, country, region, base, online, sum. */
export function readGatehouse(sentence: Sentence): Result<GatehouseStamp, DecodeProblem> {
  const { bytes, fieldCount } = sentence
  if (fieldCount < 9) return bad('length')
  const number = (field: number) => decimal(bytes, sentence.fieldFrom(field), sentence.fieldTo(field))
  if (number(1) !== 1) return bad('unsupported')

  const time = timeOf([2, 3, 4, 5, 6, 7, 8].map(number))
  if (time === undefined) return bad('value')
  const country = fieldCount > 9 ? number(9) : undefined
  const source = fieldCount > 11 ? text(bytes, sentence.fieldFrom(11), sentence.fieldTo(11)) : ''
  const sum = fieldCount > 13 ? hexByte(bytes, sentence.fieldFrom(13), sentence.fieldTo(13)) : -1
  return ok({
    time,
    ...(country !== undefined && { country }),
    ...(source !== '' && { source }),
    ...(sum >= 0 && { sum }),
  })
}

/** A moment in UTC, if such a moment exists: no thirty-first of February. */
function timeOf(fields: readonly (number | undefined)[]): Timestamp | undefined {
  const [year, month, day, hour, minute, second, millisecond] = fields.map((field) => field ?? Number.NaN)
  const time = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!, millisecond!)
  const date = new Date(time)
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month! - 1 && date.getUTCDate() === day &&
    date.getUTCHours() === hour && date.getUTCMinutes() === minute && date.getUTCSeconds() === second &&
    date.getUTCMilliseconds() === millisecond
  return isReal ? time : undefined
}

/** `$PGHP,`, a proprietary sentence of Gatehouse A/S. */
export function isGatehouse(sentence: Sentence): boolean {
  const { bytes, from } = sentence
  return (
    sentence.fieldTo(0) === from + 5 && bytes[from + 1] === 80 && bytes[from + 2] === 71 && bytes[from + 3] === 72 &&
    bytes[from + 4] === 80
  )
}
