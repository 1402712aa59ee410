import type { Claim } from './claim.ts'

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Timestamp = number

/** Degrees, WGS 84. */
export interface LatLon {
  readonly lat: number
  readonly lon: number
}

/** Horizontal error of a position: a symmetric 2 × 2 covariance in square metres, `e` east and `n` north. */
export interface PositionCovariance {
  readonly ee: number
  readonly en: number
  readonly nn: number
}

/** A place as a radar measures it: from where it stood, how far and in what direction, with the error of each. */
export interface Polar {
  readonly from: LatLon
  /** Metres over the ground. */
  readonly range: number
  /** Degrees true, at the radar. */
  readonly bearingDeg: number
  /** One standard deviation, metres. */
  readonly rangeSigma: number
  readonly bearingSigmaDeg: number
}

/** What is true of everything one sensor says at one instant. */
export interface Heard {
  readonly sensorId: string
  /** Time of validity: the sensor's, or our best estimate of it. */
  readonly time: Timestamp
  /** When the node received it. */
  readonly receivedAt: Timestamp
  /** True when the sensor is part of an exercise. Simulated and live never meet in one track. */
  readonly simulated: boolean
}

/** One sensor, one object, one instant. A plot never carries an identity that its sensor did not observe. */
export interface Plot extends Heard {
  readonly position: LatLon
  readonly covariance: PositionCovariance
  /** The measurement behind the position, where the sensor measures range and bearing. */
  readonly polar?: Polar
  /** Speed over ground, m/s. */
  readonly speed?: number
  /** Course over ground, degrees true. */
  readonly courseDeg?: number
  /** Where the bow points, degrees true. */
  readonly headingDeg?: number
  /** Metres above the sea; by air pressure where the object or its sensor knows nothing better. */
  readonly altitude?: number
  /**
   * The number by which the sensor itself follows the object. Two plots of one sensor that carry the same number are
   * likely one object; a sensor uses a number again after it has lost the object. No identity: other sensors do not know it.
   */
  readonly sensorTrack?: string
  /** What the object says it is. Absent for radar: a radar cannot know. */
  readonly claim?: Claim
}

/** What an object states about itself without saying where it is, as AIS message 5 does. */
export interface Statement extends Heard {
  readonly claim: Claim
}

/** One value that equipment on board states: engine hours, a tank's level, the bilge. Not of the sea but of a boat. */
export interface Measurement extends Heard {
  /** Which boat: as the equipment names it, such as `urn:mrn:imo:mmsi:377123000`. */
  readonly asset: string
  /** What is measured, as a Signal K path: `propulsion.port.runTime`. Its unit is that path's, SI. */
  readonly path: string
  readonly value: number | string | boolean
}
