import type { Path } from './path.ts'

/** A sector of a radar, in degrees clockwise from north, `from` to `to`, outward of `beyond` metres. */
export interface Sector {
  readonly from: number
  readonly to: number
  readonly beyond: number
}

/** A rotating radar as `meta.json` tells of it. */
export interface Radar {
  readonly s: string
  readonly x: number
  readonly y: number
  /** Range in metres. */
  readonly rmax: number
  /** Seconds a turn of the antenna. */
  readonly T: number
  /** Deviation of range, in metres. */
  readonly sr: number
  /** Deviation of bearing, in degrees. */
  readonly sb: number
  /** Probability that an object gives a plot in one scan, where the object does not say otherwise. */
  readonly pd: number
  /** Mean number of false plots a scan, uniform in area. */
  readonly clutter: number
  /** Part of the clutter that lies near, uniform in range up to 0.35 of `rmax`: sea clutter. */
  readonly near?: number
  /** Resolution cell, in metres and degrees: detections closer than both merge. */
  readonly res?: readonly [number, number]
  /** Seconds from plot to arrival, uniform. */
  readonly lat?: readonly [number, number]
  /** Water that the radar does not see: land stands before it. */
  readonly shadow?: readonly Sector[]
}

/** What a radar does not tell of itself; a tracker must find it. */
export interface RadarFault {
  readonly rbias?: number
  readonly bbias?: number
  /** Seconds that its clock is slow: a plot is stamped so much before it was made. */
  readonly late?: number
  /** Sea clutter in one patch besides the rest: mean number of plots a scan. */
  readonly patch?: Sector & { readonly upTo: number; readonly clutter: number }
}

/** An identity and the second from which it is sent. */
export interface Identity {
  readonly from: number
  readonly id: string
}

export interface Transmitter {
  readonly medium: 'ais' | 'sat-ais' | 'adsb'
  readonly cl?: 'A' | 'B'
  readonly identities: readonly Identity[]
  readonly anchored?: boolean
  /** Seconds, from and to, in which it is switched off. */
  readonly off?: readonly [number, number]
  /** From this second on it reports a place so far from its own, in metres. */
  readonly offset?: { readonly from: number; readonly east: number; readonly north: number }
  /** Where the antenna stands, in metres forward and to starboard of the middle of the hull. */
  readonly antenna?: readonly [number, number]
  readonly altitude?: number
}

/** One real vessel or aircraft. */
export interface SceneObject {
  readonly id: string
  readonly cls: 'vessel' | 'air'
  readonly path: Path
  readonly transmitter?: Transmitter
  /** Probability of a plot in one scan, instead of the radar's. */
  readonly pd?: number
  /** Length of the hull in metres; above 0 the echo's centre moves along it. */
  readonly hull?: number
}

export interface Scene {
  readonly name: string
  readonly note: string
  /** Seconds. */
  readonly duration: number
  /** Seconds from one scored instant to the next. */
  readonly scoreEvery: number
  readonly radars: readonly Radar[]
  readonly faults?: Readonly<Record<string, RadarFault>>
  /** Seconds from report to arrival, uniform. */
  readonly aisDelay?: readonly [number, number]
  readonly satelliteDelay?: readonly [number, number]
  /** Seconds, from and to, in which no AIS is received. */
  readonly outage?: readonly [number, number]
  /** A second receiver hears the same messages and they arrive so many seconds after the first's, uniform. */
  readonly secondReceiver?: readonly [number, number]
  readonly objects: readonly SceneObject[]
}
