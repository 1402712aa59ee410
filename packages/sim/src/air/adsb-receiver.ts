import {
  encodeAirbornePosition, encodeEmergency, encodeIdentification, encodeOperationStatus, encodeVelocity, toBeast,
} from '@csii/codecs'
import { mpsToKnots, type LatLon, type Timestamp } from '@csii/model'
import { chance, drift } from '../chance.ts'
import { metresBetween } from '../motion/mercator.ts'
import { fixOf } from '../navigation.ts'
import { radioHorizon } from '../reception.ts'
import type { Scenario } from '../scenario.ts'
import { nextOnGrid, stepOnGrid } from '../schedule.ts'
import type { Delivery, Installation, SensorGroup } from '../sensor.ts'
import { flightOf } from '../truth.ts'
import { AIRCRAFT_KINDS, type Aircraft, type Flying } from './aircraft.ts'

/** A receiver of ADS-B ashore. */
export interface AdsbReceiver {
  readonly id: string
  readonly title: string
  /** ISO 3166-1 alpha-3. */
  readonly nation: string
  readonly position: LatLon
  /** Metres above the sea. */
  readonly antennaHeight: number
  /** How many frames of a hundred are lost to others that come at the same time, even near by. */
  readonly lossPercent: number
}

/** It sends Beast frames. Nothing of the past is worth telling: a frame does not say when it was heard. */
export const adsbReceiver = (scenario: Scenario, receiver: AdsbReceiver): SensorGroup => ({
  installations: [adsbInstallation(receiver)],
  memory: 0,
  deliver: (from, to) => deliver(scenario, receiver, from, to),
})

export const adsbInstallation = ({ id, title, nation, position, antennaHeight }: AdsbReceiver): Installation => ({
  id, title, kind: 'adsb', nation, position, antennaHeight, wire: 'we-listen', extension: 'beast',
})

const FOOT = 0.3048
const METRES_PER_SECOND_IN_FPM = 60 / FOOT
/** How far the height by air pressure is from the true one, metres, and milliseconds in which that changes. */
const PRESSURE_ERROR = 40
const WEATHER = 6 * 3_600_000

/** What a transponder sends of itself. */
interface Squitter {
  readonly key: number
  /** Milliseconds. */
  readonly interval: number
  encode(aircraft: Aircraft, flying: Flying, t: Timestamp, step: number): Uint8Array
}

/** Two positions and two velocities a second, and the rest every few seconds (DO-260B, § 2.2.3.3). */
const SQUITTERS: readonly Squitter[] = [
  {
    key: 1, interval: 500,
    encode: ({ icaoAddress: icao, key }, flying, t, step) => encodeAirbornePosition({
      icao, ...fixOf(key, flying, t).position, isOdd: step % 2 !== 0,
      altitudeFt: Math.max(0, flying.altitude + PRESSURE_ERROR * drift(7, t, WEATHER)) / FOOT,
    }),
  },
  {
    key: 2, interval: 500,
    encode: ({ icaoAddress: icao, key }, flying, t) => {
      const { courseDeg } = fixOf(key, flying, t)
      return encodeVelocity({
        icao, speedKn: mpsToKnots(flying.speed), courseDeg, climbFpm: flying.climb * METRES_PER_SECOND_IN_FPM,
      })
    },
  },
  {
    key: 3, interval: 5_000,
    encode: ({ icaoAddress: icao, callSign, kind }) =>
      encodeIdentification({ icao, callSign, category: `A${AIRCRAFT_KINDS[kind].category}` }),
  },
  {
    key: 4, interval: 5_000,
    encode: ({ icaoAddress: icao, squawk }) => encodeEmergency({ icao, squawk, state: 0 }),
  },
  { key: 5, interval: 2_500, encode: ({ icaoAddress: icao }) => encodeOperationStatus({ icao, nacP: 9 }) },
]

const SLICE = 1_000

function* deliver(scenario: Scenario, receiver: AdsbReceiver, from: Timestamp, to: Timestamp): Generator<Delivery> {
  const sources = scenario.aircraft.flatMap((aircraft) => SQUITTERS.map((squitter) => {
    const key = aircraft.key ^ squitter.key
    return { aircraft, squitter, key, due: nextOnGrid(key, squitter.interval, from - 1) }
  }))
  for (let start = from; start < to; start += SLICE) {
    const end = Math.min(start + SLICE, to)
    const slice: Delivery[] = []
    for (const source of sources) {
      const { aircraft, squitter: { interval, encode }, key } = source
      for (; source.due < end; source.due = nextOnGrid(key, interval, source.due)) {
        const t = source.due
        const flying = flightOf(scenario, aircraft, t)
        if (!flying || chance(key, t, scenario.seed) >= probabilityHeard(receiver, flying)) continue
        const frame = encode(aircraft, flying, t, stepOnGrid(key, interval, t))
        slice.push({ t, sensor: receiver.id, bytes: toBeast(frame, clockAt(t), signalOf(receiver, flying)) })
      }
    }
    yield* slice.sort((a, b) => a.t - b.t)
  }
}

/** Nearly always inside the horizon, never far beyond. Hills cast no shadows here. */
function probabilityHeard({ position, antennaHeight, lossPercent }: AdsbReceiver, flying: Flying): number {
  const part = metresBetween(position, flying) / radioHorizon(antennaHeight, flying.altitude)
  return (1 - lossPercent / 100) / (1 + Math.exp((part - 1) / 0.03))
}

/** The strength of the signal as Beast has it: it halves with twice the distance. */
const signalOf = ({ position }: AdsbReceiver, flying: Flying): number =>
  Math.max(3, Math.min(255, Math.round(1_500_000 / Math.max(6_000, metresBetween(position, flying)))))

/** 12 million ticks a second, anew each day, and from a start that no clock set by GPS could show. */
const clockAt = (t: Timestamp): number => 2 ** 47 + (t % 86_400_000) * 12_000
