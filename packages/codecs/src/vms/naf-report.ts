import { bad, KNOT, normalDegrees, ok, type DecodeProblem, type Result } from '@csii/model'
import { parseCoordinate, type Axis, type Coordinate } from '../columns/coordinate.ts'
import { timeOf } from '../columns/time-format.ts'
import { hasPlace, needsPlace, type NafMessage } from './naf.ts'
import { uidOf, vesselClaim, type Names, type VmsReport } from './report.ts'

type Fields = NafMessage['fields']

/** What a message says of where its vessel is, or nothing where it is none that says so. */
export function nafReport({ fields }: NafMessage, sensorId: string): Result<VmsReport | undefined, DecodeProblem> {
  const type = fields['TM']!
  // A code of their own marks messages that somebody sends to try the line.
  if (!hasPlace(type) || fields['TEST'] !== undefined) return ok(undefined)
  const place = placeOf(fields)
  if (!place.ok) return place
  const names = namesOf(fields)
  const uid = uidOf(names, sensorId)
  const isComplete =
    place.value !== undefined && uid !== undefined && fields['DA'] !== undefined && fields['TI'] !== undefined
  if (!isComplete) return needsPlace(type) ? bad('length') : ok(undefined)
  const moment = momentOf(fields['DA']!, fields['TI']!)
  const speedKn = scaled(fields['SP'], 3, 10)
  const course = scaled(fields['CO'], 3, 1)
  if (moment === undefined || speedKn === 'value' || course === 'value' || (course !== undefined && course > 360))
    return bad('value')
  const { lat, lon } = place.value!
  return ok({
    uid: uid!,
    time: moment.time,
    position: { lat: lat.degrees, lon: lon.degrees },
    latStep: lat.step,
    lonStep: lon.step,
    timeStep: moment.step,
    ...(speedKn !== undefined && { speed: speedKn * KNOT }),
    ...(course !== undefined && { courseDeg: normalDegrees(course) }),
    claim: vesselClaim(names, uid!),
  })
}

interface Place {
  readonly lat: Coordinate
  readonly lon: Coordinate
}

const FORMS = {
  /** Degrees with three decimals, and degrees with minutes. */
  LT: /^[+-]?\d{1,2}([.,]\d{1,6})?$/,
  LG: /^[+-]?\d{1,3}([.,]\d{1,6})?$/,
  LA: /^[NS]\d{4}([.,]\d{1,4}|\d{2})?$/,
  LO: /^[EW]\d{5}([.,]\d{1,4}|\d{2})?$/,
}

/** The finer of the two forms; where both are sent they must agree. */
function placeOf(fields: Fields): Result<Place | undefined, DecodeProblem> {
  const fine = pair(fields, 'LT', 'LG')
  const coarse = pair(fields, 'LA', 'LO')
  if (fine === 'value' || coarse === 'value') return bad('value')
  if (fine && coarse && (differ(fine.lat, coarse.lat) || differ(fine.lon, coarse.lon))) return bad('value')
  return ok(fine ?? coarse)
}

function pair(fields: Fields, lat: 'LT' | 'LA', lon: 'LG' | 'LO'): Place | undefined | 'value' {
  const [north, east] = [coordinate(fields[lat], FORMS[lat], 'lat'), coordinate(fields[lon], FORMS[lon], 'lon')]
  if (north === 'value' || east === 'value') return 'value'
  if (!north || !east) return north || east ? 'value' : undefined
  // A receiver that has no fix says 0, 0; nobody fishes exactly there.
  return north.degrees === 0 && east.degrees === 0 ? 'value' : { lat: north, lon: east }
}

function coordinate(text: string | undefined, form: RegExp, axis: Axis): Coordinate | undefined | 'value' {
  if (text === undefined) return undefined
  return (form.test(text) ? parseCoordinate(text, axis) : undefined) ?? 'value'
}

/** One is rounded and the other may be cut. */
const differ = (a: Coordinate, b: Coordinate): boolean => Math.abs(a.degrees - b.degrees) > 1.01 * (a.step + b.step)

/** DA is yyyymmdd, of some senders yymmdd; TI is hhmm, of some hhmmss. Both are UTC. */
function momentOf(date: string, time: string): { readonly time: number; readonly step: number } | undefined {
  const [, year = '', month, day] = /^(\d{4}|\d{2})(\d{2})(\d{2})$/.exec(date) ?? []
  const [, hour, minute, second] = /^(\d{2}):?(\d{2})(?::?(\d{2}))?$/.exec(time) ?? []
  if (year === '' || hour === undefined) return undefined
  const utc = timeOf(
    Number(year) + (year.length === 2 ? 2000 : 0),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second ?? 0),
  )
  return utc === undefined ? undefined : { time: utc, step: second === undefined ? 60 : 1 }
}

/**
 * A number without a point is in parts of `scale` (SP is knots × 10); one with a point is in whole ones, as some
 * senders write it. All nines say that there is none.
 */
function scaled(text: string | undefined, digits: number, scale: number): number | undefined | 'value' {
  if (text === undefined || text === '9'.repeat(digits)) return undefined
  if (/^\d{1,3}$/.test(text)) return Number(text) / scale
  return /^\d{1,3}\.\d{1,3}$/.test(text) ? Number(text) : 'value'
}

/** IR is unique by the standard; where a sender leaves it out, its transponder's number stands in for it. */
function namesOf({ IR, ID, IM, RC, XR, NA, FS }: Fields): Names {
  return { id: IR ?? ID, name: NA, callSign: RC, marking: XR, flag: FS, imo: IM }
}
