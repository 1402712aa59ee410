import { FLAG } from '@csii/contract'
import type { PastEstimate } from '@csii/fusion'
import { MEANS, normalDegrees, radiansToDegrees, type PositionCovariance, type Timestamp, type Track } from '@csii/model'
import { flagsOf } from '../contact.ts'
import type { StateRecord } from './records.ts'

const PROBABILITY_STEPS = 254
/** As uncertain as a place on the globe can be, metres. */
const ANYWHERE = 2e7

type Placed = Track & { readonly fix: NonNullable<Track['fix']> }
export const isPlaced = (track: Track): track is Placed => track.fix !== undefined

/** What is believed of a track that has a place, at the resolution at which it is kept. */
export function stateOf(track: Placed, knownAt: Timestamp): StateRecord {
  const { fix: { time, position, covariance, means }, speed, courseDeg, headingDeg, altitude, darkness, suspicion } = track
  return {
    serial: track.serial, simulated: track.simulated, knownAt, time, isRevision: false,
    lat: step(position.lat, 1e7), lon: step(position.lon, 1e7),
    sigmaEast: sigma(covariance.ee), sigmaNorth: sigma(covariance.nn), correlation: correlationOf(covariance),
    speed: stated(speed, 100), courseDeg: stated(courseDeg, 100), headingDeg: stated(headingDeg, 10), altitude: stated(altitude, 1),
    means: Math.max(0, MEANS.indexOf(means)), flags: flagsOf(track), existence: step(track.existence, PROBABILITY_STEPS),
    dark: darkness && step(darkness.probability, PROBABILITY_STEPS),
    suspect: suspicion && step(suspicion.probability, PROBABILITY_STEPS),
  }
}

/** Where a track was, as it looks since a late plot came. What else was believed of it then stands in the state that this revises. */
export function revisedState({ serial, simulated, existence }: Track, past: PastEstimate, knownAt: Timestamp, means: number): StateRecord {
  const { time, position, covariance, velocity: { east, north } } = past
  return {
    serial, simulated, knownAt, time, isRevision: true, ...placeOf(position.lat, position.lon, covariance),
    speed: step(Math.hypot(east, north), 100),
    courseDeg: step(normalDegrees(radiansToDegrees(Math.atan2(east, north))), 100),
    means, flags: simulated ? FLAG.simulated : 0, existence: step(existence, PROBABILITY_STEPS),
  }
}

function placeOf(lat: number, lon: number, covariance: PositionCovariance) {
  return {
    lat: step(lat, 1e7), lon: step(lon, 1e7), sigmaEast: sigma(covariance.ee), sigmaNorth: sigma(covariance.nn),
    correlation: correlationOf(covariance),
  }
}

function correlationOf({ ee, en, nn }: PositionCovariance): number {
  const correlation = en / Math.sqrt(ee * nn)
  return Number.isFinite(correlation) ? step(Math.max(-1, Math.min(1, correlation)), 100) : 0
}

const sigma = (variance: number): number => (variance >= 0 ? step(Math.min(ANYWHERE, Math.sqrt(variance)), 10) : 0)

const step = (value: number, steps: number): number => Math.round(value * steps) / steps

const stated = (value: number | undefined, steps: number): number | undefined =>
  value !== undefined && Number.isFinite(value) ? step(value, steps) : undefined
