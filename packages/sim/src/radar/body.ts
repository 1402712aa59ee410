import type { LatLon, Timestamp } from '@csii/model'
import { AIRCRAFT_KINDS } from '../air/aircraft.ts'
import type { Scenario } from '../scenario.ts'
import { conductOf, flightOf } from '../truth.ts'
import { crossSectionOf } from './echo.ts'

/** Something that a radar can see. */
export interface Body {
  readonly key: number
  /** Metres. */
  readonly length: number
  /** Square metres. */
  readonly crossSection: number
  /** Nothing while it is out of the scenario, in the air too high for a radar of ships, or one echo with the land. */
  at(t: Timestamp): Presence | undefined
}

export interface Presence extends LatLon {
  /** m/s over ground. */
  readonly speed: number
  readonly courseDeg: number
  /** Of what returns the echo, and of its highest part: metres above the sea. */
  readonly altitude: number
  readonly top: number
}

/** A radar that looks at ships has no eye for what flies higher. Metres. */
const CEILING = 1_500
/** Length of a small aeroplane, metres. */
const AEROPLANE = 16

export const bodiesOf = (scenario: Scenario): Body[] => [...vesselsOf(scenario), ...aircraftOf(scenario)]

const vesselsOf = (scenario: Scenario): Body[] =>
  scenario.vessels.map((vessel) => ({
    key: vessel.key,
    length: vessel.dimensions.bow + vessel.dimensions.stern,
    crossSection: crossSectionOf(vessel),
    at(t) {
      const { activity, lat, lon, speed, courseDeg } = conductOf(scenario, vessel, t)
      // A moored hull is one echo with the land behind it.
      if (activity === 'away' || activity === 'moored') return undefined
      // The antenna of the rescue aircraft is as high as it flies.
      const altitude = vessel.kind === 'sar-aircraft' ? vessel.antennaHeight : 0
      return { lat, lon, speed, courseDeg, altitude, top: vessel.antennaHeight }
    },
  }))

const aircraftOf = (scenario: Scenario): Body[] =>
  scenario.aircraft.map((aircraft) => ({
    key: aircraft.key,
    length: AEROPLANE,
    crossSection: AIRCRAFT_KINDS[aircraft.kind].crossSection,
    at(t) {
      const flying = flightOf(scenario, aircraft, t)
      if (!flying || flying.altitude > CEILING) return undefined
      const { lat, lon, speed, courseDeg, altitude } = flying
      return { lat, lon, speed, courseDeg, altitude, top: altitude }
    },
  }))
