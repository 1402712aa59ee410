import type { LatLon } from '@csii/model'
import { decimalOf, type Remaining } from './remaining.ts'

/** A position as somebody wrote it, and the last digit of each half, in degrees. */
export interface Coordinates {
  readonly position: LatLon
  readonly resolution: LatLon
}

/** Where coordinates stood; no report that was made plain contains it. */
export const COORDINATES_MARK = '@'

const SEPARATOR = String.raw`[ \u00b0*:'-]{1,3}`
const LAT_HEMISPHERE = '(NORTH|NORTE|SOUTH|SUR|N|S)(?![A-Z])'
const LON_HEMISPHERE = '(EAST|ESTE|WEST|OESTE|E|W|O)(?![A-Z])'
const HALF = String.raw`(\d{1,7}(?:[.,]\d{1,8})?)(?:${SEPARATOR}(\d{1,2}(?:[.,]\d{1,8})?))?`
const SECONDS = String.raw`(?:${SEPARATOR}(\d{1,2}(?:[.,]\d{1,4})?))?`
const MARKED_SECONDS = String.raw`(?:' ?(\d{1,2}(?:[.,]\d{1,4})?)")?`
const END = String.raw`[ \u00b0'"]{0,3}`
const BETWEEN = '[ ,;/&Y]{0,4}'

/** `1305N 06115W`, `13 05.2N 61 15W`, `13\u00b005'12"N 61\u00b015'30"W`. */
const HEMISPHERE_LAST = new RegExp(
  `(?<![0-9]|[0-9][.,])${HALF}${SECONDS}${END}${LAT_HEMISPHERE}${BETWEEN}${HALF}${SECONDS}${END}${LON_HEMISPHERE}`,
)
/** `N13 05.2 W061 15.4`: seconds need their marks, or the next number of the report would be taken for them. */
const HEMISPHERE_FIRST = new RegExp(
  `(?<![A-Z])${LAT_HEMISPHERE} ?${HALF}${MARKED_SECONDS}${END}${BETWEEN}` +
    `${LON_HEMISPHERE} ?${HALF}${MARKED_SECONDS}['"]{0,2}(?![0-9]|[.,][0-9])`,
)
/** `13.0867,-61.25`, as a phone's map gives it. */
const SIGNED = new RegExp(
  String.raw`(?<![0-9]|[0-9][.,])(-?\d{1,2}[.,]\d{2,8})\u00b0?(?: ?[,;/] ?| )(?:LON[A-Z]*[ :=]*)?` +
    String.raw`(-?\d{1,3}[.,]\d{2,8})\u00b0?(?![0-9])`,
)

/** Takes the first coordinates out of a report and leaves their mark; `impossible` when there can be no such place. */
export function takeCoordinates(remaining: Remaining): Coordinates | 'impossible' | undefined {
  remaining.take(/(?<![A-Z])LAT(?:ITUD|ITUDE)?[ :=]*(?=-?\d|[NS] ?\d)/)
  const last = remaining.take(HEMISPHERE_LAST, COORDINATES_MARK)
  if (last) return pairOf(halfOf(last.slice(1, 4), last[4]!, 90), halfOf(last.slice(5, 8), last[8]!, 180))
  const first = remaining.take(HEMISPHERE_FIRST, COORDINATES_MARK)
  if (first) return pairOf(halfOf(first.slice(2, 5), first[1]!, 90), halfOf(first.slice(6, 9), first[5]!, 180))
  const signed = remaining.take(SIGNED, COORDINATES_MARK)
  return signed && pairOf(halfOf([signed[1]], 'N', 90), halfOf([signed[2]], 'E', 180))
}

interface Half {
  readonly degrees: number
  readonly resolution: number
}

function pairOf(lat: Half | undefined, lon: Half | undefined): Coordinates | 'impossible' {
  if (!lat || !lon) return 'impossible'
  return {
    position: { lat: lat.degrees, lon: lon.degrees },
    resolution: { lat: lat.resolution, lon: lon.resolution },
  }
}

/** Degrees, minutes and seconds, apart or run together: by its length `06115` is degrees and minutes. */
function halfOf(fields: readonly (string | undefined)[], hemisphere: string, limit: number): Half | undefined {
  const given = fields.filter((field) => field !== undefined)
  const parts = given.length > 1 ? given : runTogether(given[0] ?? '', limit)
  const [degrees = 0, minutes = 0, seconds = 0] = parts.map(decimalOf)
  const value = Math.abs(degrees) + minutes / 60 + seconds / 3600
  // A part that is followed by a smaller one is whole.
  if (parts.slice(0, -1).some((part) => /[.,]/.test(part))) return undefined
  if (minutes >= 60 || seconds >= 60 || value > limit) return undefined
  const sign = degrees < 0 || /^[SWO]/.test(hemisphere) ? -1 : 1
  const decimals = /[.,](\d+)$/.exec(parts.at(-1) ?? '')?.[1]?.length ?? 0
  return { degrees: sign * value, resolution: 10 ** -decimals / 60 ** (parts.length - 1) }
}

function runTogether(field: string, limit: number): readonly string[] {
  const whole = /^\d*/.exec(field)?.[0].length ?? 0
  const isLat = limit === 90
  if (whole > 5) return [field.slice(0, whole - 4), field.slice(whole - 4, whole - 2), field.slice(whole - 2)]
  if (whole > 3 || (isLat && whole === 3)) return [field.slice(0, whole - 2), field.slice(whole - 2)]
  return [field]
}
