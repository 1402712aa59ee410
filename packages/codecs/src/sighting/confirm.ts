import { mpsToKnots, type LatLon } from '@csii/model'
import { longestSigma } from './ellipse.ts'
import type { Language, Sighting } from './sighting.ts'
import { vesselKind } from './vessel-kinds.ts'

/** One SMS of the alphabet that every telephone has (3GPP TS 23.038, § 6.2.1). */
const LONGEST_SMS = 160

interface Words {
  readonly got: string
  readonly people: (count: number) => string
  readonly engines: (count: number) => string
  readonly course: string
  readonly knots: string
  readonly speed: string
  readonly within: string
  readonly mile: string
  readonly missing: string
  readonly kind: string
  readonly time: string
  readonly persons: string
  readonly notUnderstood: string
  readonly emergency: string
  readonly colours: Readonly<Record<string, string>>
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    got: 'Got',
    people: (count) => (count === 1 ? '1 person' : `${count} people`),
    engines: (count) => (count === 1 ? '1 engine' : `${count} engines`),
    course: 'course', knots: 'kn', speed: 'speed', within: 'within', mile: 'NM', missing: 'Missing',
    kind: 'kind of boat', time: 'time',
   
    persons: 'people', notUnderstood: 'Not understood', emergency: 'EMERGENCY', colours: {},
  },
  es: {
    got: 'Recibido',
    people: (count) => (count === 1 ? '1 persona' : `${count} personas`),
    engines: (count) => (count === 1 ? '1 motor' : `${count} motores`),
    course: 'rumbo', knots: 'nudos', speed: 'velocidad', within: 'a menos de', mile: 'MN', missing: 'Falta',
    kind: 'tipo de barco',
    time: 'hora',
    persons: 'personas', notUnderstood: 'No se entiende', emergency: 'EMERGENCIA',
    colours: {
      white: 'blanco', blue: 'azul', black: 'negro', grey: 'gris', green: 'verde', red: 'rojo', yellow: 'amarillo',
      orange: 'naranja', brown: 'marron',
    },
  },
}

/** The radius that holds 95 % of a circular error, in standard deviations: √(−2 ln 0.05). */
const NINETY_FIVE = 2.448

/**
 * One SMS back to the reporter: what was understood, how uncertain the place is, what is missing, what meant nothing.
 */
export function confirmSighting(sighting: Sighting, language: Language): string {
  const words = WORDS[language]
  const told = [...identityOf(sighting, language), ...countsOf(sighting, words), ...motionOf(sighting, words)]
  const place = `${coordinatesOf(sighting.position)} ${words.within} ${milesOf(sighting)} ${words.mile}`
  const time = sighting.time === undefined ? [] : [`${new Date(sighting.time).toISOString().slice(11, 16)}Z`]
  const sentences = [`${words.got}: ${[...told, place, ...time].join(', ')}.`]
  const missing = missingOf(sighting, words)
  if (missing.length > 0) sentences.push(`${words.missing}: ${missing.join(', ')}.`)
  if (sighting.leftOver.length > 0) sentences.push(`${words.notUnderstood}: ${sighting.leftOver.join(' ')}.`)
  return fitted(sentences.map(sendable))
}

function identityOf({ emergency, vesselKind: id, colour, name, marking }: Sighting, language: Language): string[] {
  const kind = id && vesselKind(id)
  const words = WORDS[language]
  return [
    emergency && words.emergency, kind?.[language], colour && (words.colours[colour] ?? colour), name && `"${name}"`,
    marking,
  ].filter((part) => part !== undefined)
}

const countsOf = ({ peopleOnBoard, engines }: Sighting, words: Words): string[] => [
  ...(peopleOnBoard === undefined ? [] : [words.people(peopleOnBoard)]),
  ...(engines === undefined ? [] : [words.engines(engines)]),
]

const motionOf = ({ courseDeg, speed }: Sighting, { course, knots }: Words): string[] => [
  ...(courseDeg === undefined ? [] : [`${course} ${String(Math.round(courseDeg) % 360).padStart(3, '0')}`]),
  ...(speed === undefined ? [] : [`${Math.round(mpsToKnots(speed))} ${knots}`]),
]

const missingOf = ({ vesselKind: kind, peopleOnBoard, courseDeg, speed, time }: Sighting, words: Words): string[] => [
  ...(kind === undefined ? [words.kind] : []),
  ...(peopleOnBoard === undefined ? [words.persons] : []),
  ...(courseDeg === undefined ? [words.course] : []),
  ...(speed === undefined ? [words.speed] : []),
  ...(time === undefined ? [words.time] : []),
]

/** Rounded up: the promise is that it lies within. */
function milesOf({ covariance }: Sighting): string {
  const miles = (longestSigma(covariance) * NINETY_FIVE) / 1852
  return miles < 10 ? (Math.ceil(miles * 10) / 10).toFixed(1) : String(Math.ceil(miles))
}

/** Degrees and tenths of minutes, as a chart has them; the degree sign is not in the telephone's alphabet. */
const coordinatesOf = ({ lat, lon }: LatLon): string =>
  `${halfOf(Math.abs(lat), 2)}${lat < 0 ? 'S' : 'N'} ${halfOf(Math.abs(lon), 3)}${lon < 0 ? 'W' : 'E'}`

function halfOf(degrees: number, digits: number): string {
  const tenths = Math.round(degrees * 600)
  const minutes = ((tenths % 600) / 10).toFixed(1).padStart(4, '0')
  return `${String(Math.floor(tenths / 600)).padStart(digits, '0')}-${minutes}`
}

const sendable = (sentence: string): string => sentence.replace(/[^ A-Za-z0-9.,:;'"()/+-]/g, '?')

/** As many sentences as one SMS holds; the first that does not fit is cut, and says so. */
function fitted(sentences: readonly string[]): string {
  const text = sentences.join(' ')
  return text.length <= LONGEST_SMS ? text : `${text.slice(0, LONGEST_SMS - 3)}...`
}
