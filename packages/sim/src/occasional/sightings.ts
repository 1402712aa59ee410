import { geodesicBetween } from '@csii/geo'
import { mpsToKnots, type LatLon, type Timestamp } from '@csii/model'
import { chance, keyOf, normal } from '../chance.ts'
import { metresBetween, shifted } from '../motion/mercator.ts'
import type { Scenario } from '../scenario.ts'
import type { Delivery, Installation, SensorGroup } from '../sensor.ts'
import { conductOf, type Conduct } from '../truth.ts'
import type { Vessel } from '../vessel.ts'

/** A telephone number to which people on the coast send what they see. */
export interface SightingLine {
  readonly id: string
  readonly title: string
  /** ISO 3166-1 alpha-3. */
  readonly nation: string
  /** Where somebody looks at the sea now and then. */
  readonly lookouts: readonly LatLon[]
  /** Milliseconds between two looks that may end in a message. */
  readonly every: number
}

/** It connects to the node and sends one line for each message. Those of the last hour are told again. */
export const sightingLine = (scenario: Scenario, line: SightingLine): SensorGroup => ({
  installations: [sightingInstallation(line)],
  memory: HOUR,
  deliver: (from, to) => deliver(scenario, line, from, to),
})

export const sightingInstallation = ({ id, title, nation }: SightingLine): Installation => ({
  id, title, kind: 'sighting', nation, wire: 'they-listen', extension: 'txt',
})

const HOUR = 3_600_000
/** Metres within which an eye ashore tells one small boat from another. */
const FAR = 12_000
/** By how much of the distance an eye errs, in each direction. */
const EYE = 0.12

function* deliver(scenario: Scenario, line: SightingLine, from: Timestamp, to: Timestamp): Generator<Delivery> {
  const key = keyOf(line.id) ^ scenario.seed
  const mute = scenario.vessels.filter(({ unit }) => unit === 'none')
  for (let look = Math.floor(from / line.every) - 1; look * line.every < to; look++) {
    const seenAt = look * line.every + Math.floor(chance(key, look, 1) * 0.6 * line.every)
    // It takes a minute or two to write.
    const t = seenAt + 45_000 + Math.floor(chance(key, look, 2) * 90_000)
    if (t < from || t >= to) continue
    const text = message(scenario, line, mute, seenAt, key)
    if (text !== undefined) yield { t, sensor: line.id, bytes: Buffer.from(`${text}\r\n`), subject: String(look) }
  }
}

/** What somebody sees from where. */
interface View {
  readonly vessel: Vessel
  readonly conduct: Conduct
  readonly lookout: LatLon
  readonly distance: number
}

/** One boat that sends no AIS and passes near a lookout: a go-fast before any other. */
function message(
  scenario: Scenario, { lookouts }: SightingLine, mute: readonly Vessel[], seenAt: Timestamp, key: number,
): string | undefined {
  const views = mute.flatMap((vessel): View[] => {
    const conduct = conductOf(scenario, vessel, seenAt)
    const lookout = lookouts.reduce((a, b) => (metresBetween(a, conduct) <= metresBetween(b, conduct) ? a : b))
    const distance = metresBetween(lookout, conduct)
    return conduct.activity === 'under-way' && distance < FAR ? [{ vessel, conduct, lookout, distance }] : []
  })
  const fast = views.filter(({ vessel }) => vessel.kind === 'go-fast')
  const choice = fast.length > 0 ? fast : views
  const view = choice[Math.floor(chance(key, seenAt, 3) * choice.length)]
  return view && written(view, seenAt, key)
}

/** As an SMS, in English or in Spanish, and as somebody writes who estimates: whole minutes, tens of degrees. */
function written({ vessel: { kind }, conduct, lookout, distance }: View, seenAt: Timestamp, key: number): string {
  const error = (axis: number) => EYE * distance * normal(key, seenAt, axis)
  const place = shifted(conduct, error(4), error(5))
  const isEnglish = chance(key, seenAt, 6) < 0.7
  const speedKn = mpsToKnots(conduct.speed)
  const speed = speedKn < 10 ? Math.max(1, Math.round(speedKn)) : Math.round(speedKn / 5) * 5
  const course = String((Math.round(conduct.courseDeg / 10) * 10) % 360).padStart(3, '0')
  const where = chance(key, seenAt, 7) < 0.4 ? fromHere(lookout, place, isEnglish) : coordinates(place)
  const at = `${new Date(seenAt).toISOString().slice(11, 16).replace(':', '')}Z`
  const [english, spanish] = WORDS[kind] ?? ['BOAT', 'BOTE']
  return isEnglish
    ? `SIGHT ${where} ${english} ${course} ${speed}KT ${at} EXERCISE`
    : `VISTO ${where} ${spanish} RUMBO ${course} ${speed} NUDOS ${at} EJERCICIO`
}

const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  'go-fast': ['GOFAST', 'LANCHA RAPIDA'], fishing: ['FISHING BOAT', 'PESQUERO'], yacht: ['YACHT', 'VELERO'],
  catamaran: ['YACHT', 'VELERO'],
}

/** From where the telephone says that it is: `3NM NW OF 1301N 06114W`. What is near is a mile away, as people say. */
function fromHere(lookout: LatLon, place: LatLon, isEnglish: boolean): string {
  const { distance, bearingDeg } = geodesicBetween(lookout, place)
  const miles = Math.max(1, Math.round(distance / 1852))
  const [english, spanish] = POINTS[Math.round(bearingDeg / 45) % POINTS.length]!
  const here = coordinates(lookout)
  return isEnglish ? `${miles}NM ${english} OF ${here}` : `A ${miles} MILLAS AL ${spanish} DE ${here}`
}

const POINTS = [
  ['N', 'NORTE'], ['NE', 'NORESTE'], ['E', 'ESTE'], ['SE', 'SURESTE'], ['S', 'SUR'], ['SW', 'SUROESTE'], ['W', 'OESTE'],
  ['NW', 'NOROESTE'],
] as const

const coordinates = ({ lat, lon }: LatLon): string =>
  `${coordinate(lat, 2, 'N', 'S')} ${coordinate(lon, 3, 'E', 'W')}`

/** Degrees and whole minutes: `1305N`. */
function coordinate(degrees: number, digits: number, positive: string, negative: string): string {
  const minutes = Math.round(Math.abs(degrees) * 60)
  const text = String(Math.floor(minutes / 60)).padStart(digits, '0') + String(minutes % 60).padStart(2, '0')
  return text + (degrees < 0 ? negative : positive)
}
