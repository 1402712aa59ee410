import { bad, EMERGENCIES, ok, type LatLon, type PositionCovariance, type Result } from '@csii/model'
import { accuracyCovariance, fixCovariance, sum, whenSeen } from './ellipse.ts'
import { COLOUR_NAMES } from './looks.ts'
import { isRecord } from './json.ts'
import { isOnEarth } from './places.ts'
import { isTelling, readSighting } from './read-sighting.ts'
import { Remaining } from './remaining.ts'
import {
  HOW_SEEN, type HowSeen, type Language, type Sighting, type SightingContext, type SightingProblem,
} from './sighting.ts'
import { respelt } from './spelling.ts'
import { VESSEL_KINDS } from './vessel-kinds.ts'
import { beyond, takeWhere, type Where } from './where.ts'
import { withoutAbsent } from './without-absent.ts'

/**
 * The structured form of a sighting, as a page posts it. Each field but a place may be left out; a field that is there
 * must hold what it
 * says here. `text` stands alone: a report in words.
 */
export interface SightingForm {
  readonly id?: string
  readonly language?: 'en' | 'es'
  /** ISO 8601 in UTC, or milliseconds since 1970. */
  readonly time?: string | number
  readonly howSeen?: HowSeen
  /** The place in words, as a report in words has it: `1305N 06115W`, `5NM NW OF Bequia`. */
  readonly where?: string
  /** Of the object; `accuracy` is the radius in metres that a phone gives for its own position. */
  readonly position?: LatLon & { readonly accuracy?: number }
  /** Of the reporter, for an object at a bearing and distance from there. */
  readonly observer?: LatLon & { readonly accuracy?: number }
  /** Degrees true, from the reporter. */
  readonly bearingDeg?: number
  /** Metres, from the reporter. */
  readonly distance?: number
  readonly vesselKind?: string
  readonly colour?: string
  readonly engines?: number
  readonly peopleOnBoard?: number
  readonly name?: string
  readonly marking?: string
  readonly courseDeg?: number
  /** m/s. */
  readonly speed?: number
  readonly emergency?: string
  readonly description?: string
  /** A report in words, in place of all but `id`. */
  readonly text?: string
}

/** A phone that says how well it knows its place is believed up to a hundred kilometres; nobody sees farther either. */
const FARTHEST = 100_000
const FASTEST = 60

type Fields = Readonly<Record<string, unknown>>

/** Reads the structured form; what was parsed from a stranger's JSON may be anything. */
export function sightingOf(json: unknown, context: SightingContext): Result<Sighting, SightingProblem> {
  if (!isRecord(json)) return bad('form')
  const read = new FieldReader(json)
  if (typeof json.text === 'string' && json.position === undefined) return inWords(json.text, read, context)
  const howSeen = read.oneOf('howSeen', HOW_SEEN) ?? 'eye-from-boat'
  const language = read.oneOf('language', ['en', 'es'] as const) ?? 'en'
  const where = whereInWords(read, howSeen, language, context) ?? whereOf(json, read, howSeen)
  const said = descriptionOf(read, context)
  if (read.isWrong) return bad('form')
  if (!where.ok) return where
  const { position: { lat, lon }, covariance, leftOver = [] } = where.value
  const position = { lat, lon }
  if (!isOnEarth(position)) return bad('impossible-position')
  return ok({ language, howSeen, position, covariance: whenSeen(covariance, said), ...said, leftOver })
}

function inWords(text: string, read: FieldReader, context: SightingContext): Result<Sighting, SightingProblem> {
  const uid = read.text('id', 64)
  const seen = readSighting(text, context)
  if (read.isWrong) return bad('form')
  return seen.ok && uid !== undefined ? ok({ ...seen.value, uid }) : seen
}

type Placed = Result<Where & { readonly leftOver?: readonly string[] }, SightingProblem>

/** Undefined when the place is not said in words. */
function whereInWords(
  read: FieldReader, howSeen: HowSeen, language: Language, context: SightingContext,
): Placed | undefined {
  const words = read.text('where', 100)
  if (words === undefined) return undefined
  const remaining = new Remaining(respelt(words, context.places))
  const where = takeWhere(remaining, howSeen, language === 'es', context)
  return where.ok ? ok({ ...where.value, leftOver: remaining.words().filter(isTelling) }) : where
}

function descriptionOf(read: FieldReader, { receivedAt }: SightingContext): Partial<Sighting> {
  const time = read.time('time')
  const courseDeg = read.number('courseDeg', 0, 360)
  return withoutAbsent({
    uid: read.text('id', 64),
    time: time === undefined ? undefined : Math.min(time, receivedAt),
    vesselKind: read.oneOf('vesselKind', VESSEL_KINDS.map(({ id }) => id)),
    colour: read.oneOf('colour', COLOUR_NAMES),
    engines: read.whole('engines', 20),
    peopleOnBoard: read.whole('peopleOnBoard', 9999),
    name: read.text('name', 40),
    marking: read.text('marking', 20),
    courseDeg: courseDeg === undefined ? undefined : courseDeg % 360,
    speed: read.number('speed', 0, FASTEST),
    emergency: read.oneOf('emergency', EMERGENCIES),
    description: read.text('description', 300),
  })
}

function whereOf(json: Fields, read: FieldReader, howSeen: HowSeen): Placed {
  const position = placeOf(json.position, read)
  if (position) {
    const fix = fixCovariance({ position, resolution: NONE }, howSeen)
    const accuracy = position.accuracy === undefined ? undefined : accuracyCovariance(position.accuracy)
    return ok({ position, covariance: howSeen === 'phone' ? (accuracy ?? fix) : sum(fix, accuracy ?? NO_ERROR) })
  }
  const observer = placeOf(json.observer, read)
  const degrees = read.number('bearingDeg', 0, 360)
  const distance = read.number('distance', 0, FARTHEST)
  if (!observer || degrees === undefined || distance === undefined) return bad('no-position')
  const covariance =
    observer.accuracy === undefined ? fixCovariance(
      { position: observer, resolution: NONE },
      'phone',
    ) : accuracyCovariance(observer.accuracy)
  return ok(beyond({ position: observer, covariance }, { distance, direction: { degrees, sectorDeg: 1 } }, howSeen))
}

const NONE: LatLon = { lat: 0, lon: 0 }
const NO_ERROR: PositionCovariance = { ee: 0, en: 0, nn: 0 }

function placeOf(value: unknown, read: FieldReader): (LatLon & { readonly accuracy?: number }) | undefined {
  if (value === undefined || value === null) return undefined
  const fields = new FieldReader(isRecord(value) ? value : {})
  const [lat, lon] = [fields.number('lat', -1e6, 1e6), fields.number('lon', -1e6, 1e6)]
  const accuracy = fields.number('accuracy', 0, FARTHEST)
  if (lat === undefined || lon === undefined || fields.isWrong) {
    read.isWrong = true
    return undefined
  }
  return { lat, lon, ...withoutAbsent({ accuracy }) }
}

const UTC_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z$/

const isNumber = (value: unknown, min: number, max: number): value is number =>
  typeof value === 'number' && value >= min && value <= max

/** Reads the fields of a stranger's record; one that is there and holds something else makes all of it wrong. */
class FieldReader {
  isWrong = false
  readonly #fields: Fields

  constructor(fields: Fields) {
    this.#fields = fields
  }

  number(key: string, min: number, max: number): number | undefined {
    return this.#read(key, (value) => (isNumber(value, min, max) ? value : undefined))
  }

  whole(key: string, max: number): number | undefined {
    return this.#read(
      key,
      (value) => (isNumber(value, 0, max) && Number.isInteger(value) ? value : undefined),
    )
  }

  text(key: string, longest: number): string | undefined {
    return this.#read(
      key,
      (value) => (typeof value === 'string' && value.length <= longest ? value.trim() || undefined : undefined),
    )
  }

  oneOf<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    return this.#read(key, (value) => allowed.find((each) => each === value))
  }

  time(key: string): number | undefined {
    return this.#read(key, (value) => {
      const time = typeof value === 'string' && UTC_MOMENT.test(value) ? Date.parse(value) : value
      return typeof time === 'number' && Math.abs(time) < 8e15 ? time : undefined
    })
  }

  /** An empty field of a form is one that was not filled in. */
  #read<T>(key: string, accept: (value: unknown) => T | undefined): T | undefined {
    const value = Object.hasOwn(this.#fields, key) ? this.#fields[key] : undefined
    if (value === undefined || value === null || value === '') return undefined
    const accepted = accept(value)
    if (accepted === undefined) this.isWrong = true
    return accepted
  }
}
