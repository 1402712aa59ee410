import {
  bad,
  ok,
  type DecodeProblem,
  type LatLon,
  type PositionCovariance,
  type Result,
  type Timestamp,
} from '@csii/model'
import { writtenCovariance } from '../columns/covariance.ts'
import type { MappedRow } from '../columns/mapped-row.ts'
import { circle, detectorNamed, TITLES, usualCovariance, type Detector } from './detector.ts'
import { covarianceOfEllipse } from './ellipse.ts'

/** One object that was seen from above. */
export interface Detection {
  readonly detector: Detector
  readonly time: Timestamp
  readonly position: LatLon
  readonly covariance: PositionCovariance
  /** False for lights and spots that the list itself calls no vessel. */
  readonly isVessel: boolean
  readonly description: string
}

/** What the technician said of the list. */
export interface DetectionOptions {
  readonly detector?: Detector | undefined
  /** One standard deviation, metres, where a detection states none. */
  readonly accuracy?: number | undefined
  /** Of ellipses that do not state it: 0 < level < 1. */
  readonly level: number
}

export interface Place extends LatLon {
  /** Degrees between two values that could have been written. */
  readonly step: number
}

/** Reads a row or a feature. `place` is where its geometry says; without it the columns do. */
export function readDetection(
  row: MappedRow,
  options: DetectionOptions,
  place: Place,
): Result<Detection, DecodeProblem> {
  const instant = row.time()
  if (typeof instant === 'string') return bad(instant)
  const detector = options.detector ?? detectorOf(row)
  const stated = statedCovariance(row, options)
  if (stated === 'value') return bad('value')
  const own = stated ?? (options.accuracy === undefined ? usualCovariance(detector) : circle(options.accuracy))
  const rounding = writtenCovariance(0, { lat: place.lat, latStep: place.step, lonStep: place.step })
  const quality = row.text('quality')
  return ok({
    detector,
    time: instant.time,
    position: { lat: place.lat, lon: place.lon },
    covariance: { ee: own.ee + rounding.ee, en: own.en, nn: own.nn + rounding.nn },
    isVessel: detector !== 'viirs' || quality === undefined || isBoat(quality),
    description: describe(row, detector),
  })
}

export function placeOf(row: MappedRow): Place | DecodeProblem {
  const place = row.position()
  if (typeof place === 'string') return place
  const { lat, lon } = place
  return { lat: lat.degrees, lon: lon.degrees, step: Math.min(lat.step, lon.step) }
}

/** By what it calls itself, else by what only one kind has. */
function detectorOf(row: MappedRow): Detector {
  const named = detectorNamed(row.text('detector') ?? '')
  if (named) return named
  if (row.text('quality') !== undefined) return 'viirs'
  return row.text('semiMajor') === undefined ? 'sar' : 'rf'
}

/** Undefined where the row states no error; `value` where what it states cannot be. */
function statedCovariance(
  row: MappedRow,
  { level: usualLevel }: DetectionOptions,
): PositionCovariance | undefined | 'value' {
  const semiMajor = row.quantity('semiMajor')
  if (semiMajor === undefined) {
    const sigma = row.quantity('sigma')
    if (sigma === undefined) return undefined
    return sigma > 0 && sigma <= LARGEST ? circle(sigma) : 'value'
  }
  // Of an ellipse that does not say which way it lies only the circle around it is known.
  const orientationDeg = row.quantity('orientation')
  const semiMinor = orientationDeg === undefined ? semiMajor : (row.quantity('semiMinor') ?? semiMajor)
  const stated = row.quantity('level')
  const level = stated === undefined ? usualLevel : stated > 1 ? stated / 100 : stated
  const isEllipse = semiMinor > 0 && semiMinor <= semiMajor && semiMajor <= LARGEST && level > 0 && level < 1
  return isEllipse ? covarianceOfEllipse({ semiMajor, semiMinor, orientationDeg: orientationDeg ?? 0 }, level) : 'value'
}

/** Metres; a wider error says nothing of a place at sea. */
const LARGEST = 500_000

/**
 * Quality flags of NOAA's boat detections. Left out are 4 gas flare, 5 particles, 6 lunar glint, 7 glow, 9 crosstalk
 * and 11 platform (Earth Observation Group, VIIRS boat detection).
 */
const QUALITIES: Readonly<Record<string, string>> = {
  1: 'strong',
  2: 'weak',
  3: 'blurry',
  8: 'recurring',
  10: 'weak and blurry',
}
const isBoat = (quality: string): boolean => Object.hasOwn(QUALITIES, quality)

/**
 * What the list says of it, in words. A satellite cannot know who it saw: the vessel that somebody matched with it
 * stays a remark of theirs.
 */
function describe(row: MappedRow, detector: Detector): string {
  const length = row.quantity('length')
  const heading = row.quantity('heading')
  const speed = row.quantity('speed')
  const score = row.quantity('score')
  const quality = row.text('quality')
  const matched = row.text('matched')
  const category = row.text('category')
  const isNumber = /^[1-9]\d{8}(?:\.0)?$/.test(matched ?? '')
  return [
    `${TITLES[detector]} detection`,
    length !== undefined && length > 0 && `length ${rounded(length, 0)} m`,
    heading !== undefined && `heading ${rounded(heading, 0)}°`,
    speed !== undefined && `speed ${rounded(speed, 1)} m/s`,
    score !== undefined && `score ${rounded(score, 2)}`,
    quality !== undefined && isBoat(quality) && QUALITIES[quality],
    category !== undefined && category.slice(0, LONGEST_WORD),
    isNumber && `matched by its provider with MMSI ${matched!.slice(0, 9)}`,
  ]
    .filter((part) => typeof part === 'string')
    .join(', ')
}

const LONGEST_WORD = 40
const rounded = (value: number, decimals: number): string => String(Math.round(value * 10 ** decimals) / 10 ** decimals)
