import { OCCASIONAL, type LatLon, type Means, type Plot, type Timestamp } from '@csii/model'
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
/** Of a long-range radar, ms: 5 turns a minute. */
const SLOWEST_TURN = 12_500
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
/** More new objects than this do not come into view in one turn. */
const MOST_BEGUN = 2500
/** Nor do so many that the sensor follows already, once it has shown what there is. */
const MOST_NUMBERED = 250
/** Plots that one sensor is heard with in a second: several times what a coastal radar in heavy clutter shows. */
const MOST_IN_SECOND = 5000
/** Arrival may be so much unlike from plot to plot before any was heard, ms. */
const JITTER = 250
/** What a sensor that looks around sees comes within this, ms: 10 minutes. */
const LONGEST_DELAY = 600_000
/** One plot that came later than others by more than this, ms, is soon forgotten: so much of it with each plot. */
const USUAL_EXCESS = 30_000
const FALLS = 0.02
const FARTHEST_KEPT = 5
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
  /** Plots beyond what can be heard of one sensor. */
  unheard = 0
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
  /** The ranges of its farthest plots, rising. */
  readonly #far: number[] = []
  #frame: Frame | undefined
  /** Nothing it sees agrees with what vessels state: it can testify neither against what they say nor against their silence. */
  isAtOdds = false
  watchedAt: Timestamp = -Infinity
  #begun = 0
  #second = -Infinity
  #inSecond = 0
  #every = 1
  #turnBegun = 0
  #begunInTurn = 0
  readonly #lately = { begun: 0, again: 0 }
  #most = JITTER
  #least = Infinity

  constructor(id: string, index: number, facts: SensorFacts) {
    this.id = id
    this.index = index
    this.facts = facts
    this.clock = new ScanClock(facts.period ?? DEFAULT_PERIOD, facts.period !== undefined)
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

  /** Whether what nobody took may begin a track: in one turn so many may, so that no clutter can stall the picture. */
  mayBegin(isNumbered: boolean): boolean {
    const turn = Math.floor(this.scans)
    if (turn !== this.#turnBegun) [this.#turnBegun, this.#begunInTurn] = [turn, 0]
    return this.#begunInTurn++ < (isNumbered && this.scans > NEW_TURNS ? MOST_NUMBERED : MOST_BEGUN)
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

  /** Beyond what any radar shows only every so many-th plot is heard, as the second before tells: no sensor can stall the others. */
  #isTooMuch(receivedAt: Timestamp): boolean {
    const second = Math.floor(receivedAt / 1000)
    if (second !== this.#second) {
      this.#every = second === this.#second + 1 ? Math.max(1, Math.ceil(this.#inSecond / MOST_IN_SECOND)) : 1
      this.#second = second
      this.#inSecond = 0
    }
    this.#inSecond++
    return this.#inSecond % this.#every > 0 || this.#inSecond > 2 * MOST_IN_SECOND * this.#every
  }

  hear(heard: Plot): void {
    if (this.#isTooMuch(heard.receivedAt)) return void this.unheard++
    const plot = this.#dated(heard)
    this.pending.push(plot)
    if (plot.polar) {
      this.site = plot.polar.from
      this.#reach(plot.polar.range)
    } else if (this.site) {
      this.#reach(this.#distanceTo(plot.position))
    }
    if (plot.time > this.latest) {
      this.#turn(plot.time)
      this.latest = plot.time
    }
    this.heardAt = Math.max(this.heardAt, plot.receivedAt)
    this.#delay(plot.receivedAt - plot.time)
  }

  /** Nobody knows the future, and who looks around tells at once: a sensor whose clock is off is heard when we heard it. */
  #dated(heard: Plot): Plot {
    const { time, receivedAt } = heard
    const isOff = time > receivedAt || (time < receivedAt - LONGEST_DELAY && !OCCASIONAL.has(this.facts.means))
    return isOff ? { ...heard, time: receivedAt } : heard
  }

  /** It sees as far as a few of its plots were: one alone may be false, and everything nearer would be missed then. */
  #reach(range: number): void {
    const far = this.#far
    if (far.length === FARTHEST_KEPT && range <= far[0]!) return
    far.push(range)
    far.sort((a, b) => a - b)
    if (far.length > FARTHEST_KEPT) far.shift()
    this.#farthest = far[0]!
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
    this.#most = Math.max(this.#most - Math.max(5, FALLS * (this.#most - delay - USUAL_EXCESS)), delay, this.#least + JITTER)
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

  /** Until it is known how fast the sensor turns, it may be as slow as the slowest: what it has not shown, it may not have looked at, ms. */
  get patience(): number {
    return this.clock.isKnown ? this.period : Math.max(this.period, SLOWEST_TURN)
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
