import type { LatLon, Means, Plot, Timestamp } from '@csii/model'
import { Frame } from '../frame.ts'
import { ClutterMap } from './clutter-map.ts'
import { DetectionMap } from './detection-map.ts'
import { ScanClock } from './scan-clock.ts'

/** What is told of a sensor beforehand. Everything else it teaches itself. */
export interface SensorFacts {
  readonly means: Means
  readonly position?: LatLon | undefined
  /** Metres within which it sees. */
  readonly range?: number | undefined
  /** Seconds for one turn. */
  readonly period?: number | undefined
  /** Two objects nearer than both are one echo. */
  readonly resolution?: { readonly range: number; readonly bearingDeg: number } | undefined
}

/** A coastal radar turns 20 times a minute, s. */
const DEFAULT_PERIOD = 3
/** Objects that nobody has seen yet, per square metre, where a sensor looks for the first time: 1 in 100 km². */
const UNSEEN_AT_FIRST = 1e-8
/** New ones that come into view in each scan: 1 in 100,000 km². */
const UNSEEN_ARRIVE = 1e-11
/** Plots that nobody can explain, per square metre and scan, before anything was seen: 2 in 100 km². */
const EXPECTED_CLUTTER = 2e-8
/** For how many turns that holds against what is seen. */
const EXPECTED_TURNS = 1
/** For so many turns all that a sensor shows is new. */
const NEW_TURNS = 5
/** What happened so many turns ago counts half, and so many plots are doubted at first. */
const LATELY = 4
const DOUBT = 5
/** Arrival may be so much unlike from plot to plot before any was heard, ms. */
const JITTER = 250
/** It may see somewhat beyond the farthest plot so far. */
const FARTHER = 1.05

/** One sensor that looks around and does not know whom it sees: what it is like, as far as it has shown. */
export class Scanner {
  readonly id: string
  readonly index: number
  readonly facts: SensorFacts
  readonly clutter = new ClutterMap()
  readonly detection = new DetectionMap()
  readonly clock: ScanClock
  /** Plots that wait until their part of the scan is complete. */
  pending: Plot[] = []
  site: LatLon | undefined
  /** Time of validity of its newest plot. */
  latest: Timestamp = -Infinity
  heardAt: Timestamp = -Infinity
  /** Scans so far, as a real number. */
  scans = 0
  /** Up to when its turns have passed. */
  checkedAt: Timestamp = -Infinity
  /** The correction under which its tracks began, and its number. */
  version = 0
  taken = { range: 0, bearingDeg: 0 }
  #unseen = UNSEEN_AT_FIRST
  #farthest = 0
  #frame: Frame | undefined
  watchedAt: Timestamp = -Infinity
  #begun = 0
  readonly #lately = { begun: 0, again: 0 }
  #most = JITTER
  #least = Infinity

  constructor(id: string, index: number, facts: SensorFacts) {
    this.id = id
    this.index = index
    this.facts = facts
    this.clock = new ScanClock(facts.period ?? DEFAULT_PERIOD)
    this.site = facts.position
  }

  /** Density of false plots at the place, 1/m². */
  clutterAt(position: LatLon): number {
    return this.clutter.at(position, this.scans, this.#expected())
  }

  /** From the second turn on, plots near which there was none before. */
  #expected(): number {
    const range = this.facts.range ?? this.#farthest
    const turns = this.scans - 1
    if (turns <= 0 || range === 0) return EXPECTED_CLUTTER
    return (this.#begun / (Math.PI * range * range) + EXPECTED_TURNS * EXPECTED_CLUTTER) / (turns + EXPECTED_TURNS)
  }

  /** A plot was near nothing that was known. */
  begin(): void {
    if (this.scans < 1) return
    this.#begun++
    this.#lately.begun++
  }

  /** A plot was where another was in the turn before, and nothing else was known. */
  confirmNew(): void {
    this.#lately.again++
  }

  /** While the sensor is new, the share of the plots near which nothing was known that was seen again: 0 to 1. */
  get realShare(): number {
    if (this.scans > NEW_TURNS) return 0
    const { begun, again } = this.#lately
    return again / (again + begun + DOUBT)
  }

  hear(heard: Plot): void {
    // Nobody knows the future: a sensor whose clock is ahead is heard when we heard it.
    const plot = heard.time > heard.receivedAt ? { ...heard, time: heard.receivedAt } : heard
    this.pending.push(plot)
    if (plot.polar) {
      this.site = plot.polar.from
      if (plot.polar.range > this.#farthest) this.#farthest = plot.polar.range
    } else if (this.site) {
      this.#farthest = Math.max(this.#farthest, this.#distanceTo(plot.position))
    }
    if (plot.time > this.latest) {
      this.#turn(plot.time)
      this.latest = plot.time
    }
    this.heardAt = Math.max(this.heardAt, plot.receivedAt)
    this.#delay(plot.receivedAt - plot.time)
  }

  /** Our clock was ahead and has been set. */
  setBack(now: Timestamp): void {
    this.latest = Math.min(this.latest, now)
    this.heardAt = Math.min(this.heardAt, now)
    this.checkedAt = Math.min(this.checkedAt, now)
    this.watchedAt = Math.min(this.watchedAt, now)
    this.pending = this.pending.map((plot) => (plot.time > now ? { ...plot, time: now } : plot))
  }

  #turn(time: Timestamp): void {
    if (this.latest === -Infinity) return
    const turns = Math.min(20, (time - this.latest) / 1000 / this.clock.period)
    this.scans += turns
    const kept = Math.pow(0.5, turns / LATELY)
    this.#lately.begun *= kept
    this.#lately.again *= kept
    this.#unseen = UNSEEN_ARRIVE + (this.#unseen - UNSEEN_ARRIVE) * Math.pow(0.15, turns)
  }

  #delay(delay: number): void {
    this.#least = Math.min(this.#least + 0.5, delay)
    this.#most = Math.max(this.#most - 5, delay, this.#least + JITTER)
  }

  /** How much plots that were made together differ in arrival, ms. */
  get jitter(): number {
    return this.#least === Infinity ? JITTER : this.#most - this.#least
  }

  /** Density of objects there that nobody has seen yet, 1/m². */
  get unseen(): number {
    return this.#unseen
  }

  /** It takes at most so long that the sensor looks at every place once more, ms. */
  get period(): number {
    return this.clock.period * 1000
  }

  /** Metres from its site, on the plane that touches the earth there: near enough to tell what is in its range. */
  #distanceTo({ lat, lon }: LatLon): number {
    const site = this.site!
    if (this.#frame?.lat !== site.lat || this.#frame.lon !== site.lon) this.#frame = new Frame(site)
    const x = this.#frame.x(lat, lon)
    return Math.hypot(x, this.#frame.y(lat, x))
  }

  /** Whether the place is known to be beyond its range. */
  isBlindAt(position: LatLon): boolean {
    const { site, facts: { range } } = this
    return site !== undefined && range !== undefined && this.#distanceTo(position) > range
  }

  /** Whether the place is within what it sees at all. */
  covers(position: LatLon): boolean {
    if (!this.site) return false
    const range = this.facts.range ?? this.#farthest * FARTHER
    return range > 0 && this.#distanceTo(position) <= range
  }
}
