import { degreesToRadians, OCCASIONAL, type Plot, type Timestamp } from '@csii/model'
import { measureEcho, newMeasure } from '../measure.ts'
import { LATE, type Measure, type Whereabouts } from '../motion/body.ts'
import { Foresight } from '../motion/foresight.ts'
import { CANDIDATE_REACH, type BiasPair } from '../registration/bias-pair.ts'
import { Pairing } from '../registration/pairing.ts'
import type { Registrar } from '../registration/registrar.ts'
import type { Scene } from '../scene.ts'
import { detectionOf, seeIn } from './looking.ts'
import { FASTEST_AFLOAT } from '../upkeep.ts'
import type { Scanner } from '../sensing/scanner.ts'
import { moveAsSeen } from '../motion/move-as-seen.ts'
import { lookOf, placeOf, type Followed } from '../tracks/followed.ts'
import { keepRejection, rejectionOf } from '../tracks/rejected.ts'
import { sharesOf } from './shares.ts'
import { Assigner } from './assignment.ts'
import { batchEnd, inOrder } from './batch.ts'
import { Clusters, type Cluster } from './clusters.ts'
import { Numbers } from './numbers.ts'
import { canBeOne, isUnresolved } from './one-object.ts'

/** Squared Mahalanobis distance beyond which a plot cannot be of the object: 1 in 20,000 at 2 degrees of freedom. */
const GATE = 20
const GATE_SIGMAS = Math.sqrt(GATE)
/** Beyond which a plot is not of the object that a person has said it to be of: two ends of a long ship lie within. */
const GATE_BY_WORD = 200
/** A sensor that numbers its objects is right about them far more often than not. */
const NUMBER_BONUS = 6
/** With this probability of existence a track is shown. */
export const CONFIRMS = 0.97
/** A plot of a sensor that numbers its objects, or of a person, is real to begin with. */
const NUMBERED_EXISTENCE = 0.995
/** What a sensor that looks only now and then shows: it has been looked at before it is told. */
const OCCASIONAL_EXISTENCE = 0.9
/** Vessels that nobody follows and that a look now and then may show instead: 1 in 1,000 km², 1/m². */
const OCCASIONAL_CLUTTER = 1e-9
/** Two lone looks are of one object so much less readily: nobody knows how it moved between them. Natural logarithm. */
const LONE_LOOK = 2
/** A track not yet confirmed is taken to exist at least so likely, when plots are given out. */
const TENTATIVE = 0.1

/** A plot that is being associated. */
interface Echo {
  readonly plot: Plot
  readonly measure: Measure
  readonly clutter: number
  /** The vessels near it that state where they are, and how it lies beside each. */
  beside: { readonly track: Followed; readonly pair: BiasPair }[] | undefined
  /** The tracks in whose gates it lies, and the logarithm of its likelihood for each. */
  readonly near: Followed[]
  readonly logs: number[]
  taker: Followed | undefined
}

/** What the tracker does with a track that took an echo. */
export interface EchoListener {
  taken(track: Followed, plot: Plot, measure: Measure): void
  began(track: Followed, plot: Plot): void
  /** Two accounts turned out to be of one object: the second is gone into the first. */
  joined(kept: Followed, gone: Followed): void
}

/**
 * Associates the plots of sensors that do not know whom they see with the tracks they may be of: gates by the grid,
 * clusters, an exact assignment in each that weighs existence, detection probability and clutter, and new tracks for
 * what is left.
 */
export class Echoes {
  readonly #scene: Scene
  readonly #registrar: Registrar
  readonly #pairing = new Pairing()
  readonly #listener: EchoListener
  readonly #clusters = new Clusters()
  readonly #assigner = new Assigner()
  readonly #foresight = new Foresight()
  readonly #past: Whereabouts = { x: 0, y: 0, vx: 0, vy: 0, pxx: 0, pxy: 0, pyy: 0 }
  readonly #rows: Followed[] = []
  readonly #missCost: number[] = []
  readonly numbers: Numbers
  #misses = new Float64Array(64)
  #chosen = new Int32Array(64)

  constructor(scene: Scene, registrar: Registrar, listener: EchoListener) {
    this.#scene = scene
    this.numbers = new Numbers((track) => scene.tracks.has(track))
    this.#registrar = registrar
    this.#listener = listener
  }

  /** Takes in those plots of the sensor whose part of the scan is complete. */
  settle(scanner: Scanner, now: Timestamp): void {
    const { pending, period } = scanner
    if (pending.length === 0) return
    const hold = Math.min(scanner.jitter, period / 10, LONGEST_HOLD)
    const isAllThereIs = now - scanner.heardAt > QUIET || pending.length > MOST_PENDING
    const limit = isAllThereIs ? Infinity : scanner.latest - hold
    pending.sort(inOrder)
    let from = 0
    while (from < pending.length) {
      const to = batchEnd(pending, from, limit, period)
      if (to === from) break
      this.#associate(scanner, pending.slice(from, to))
      from = to
    }
    if (from > 0) scanner.pending = pending.slice(from)
  }

  #associate(scanner: Scanner, plots: readonly Plot[]): void {
    const isOccasional = OCCASIONAL.has(scanner.facts.means)
    this.#shift(scanner)
    const correction = this.#registrar.correctionOf(scanner.id, plots[0]!.time)
    const echoes = plots.map((plot): Echo => {
      const measure = newMeasure()
      measureEcho(plot, scanner.index, correction, measure)
      const clutter = isOccasional ? OCCASIONAL_CLUTTER : scanner.clutterAt(plot.position) + scanner.unseen
      return { plot, measure, clutter, beside: undefined, near: [], logs: [], taker: undefined }
    })
    this.#clusters.begin()
    this.#rows.length = 0
    this.#missCost.length = 0
    echoes.forEach((echo, at) => this.#gate(scanner, echo, at))
    this.#clusters.each((cluster) => this.#resolve(scanner, cluster, echoes))
    for (const track of this.#rows) track.row = -1
    for (const echo of echoes) this.#testify(echo)
    for (const echo of echoes) {
      if (!echo.taker && !this.#takeByWord(scanner, echo)) this.#begin(scanner, echo, isOccasional)
    }
  }

  /** The correction has jumped: tracks that this sensor alone has shown began in the wrong place. */
  #shift(scanner: Scanner): void {
    const version = this.#registrar.version(scanner.id)
    if (version === scanner.version || !scanner.site) return
    const now = this.#registrar.correctionOf(scanner.id)
    const range = now.range - scanner.taken.range
    const bearingDeg = now.bearingDeg - scanner.taken.bearingDeg
    scanner.version = version
    scanner.taken = { range: now.range, bearingDeg: now.bearingDeg }
    for (const track of this.#scene.tracks) {
      const isOwn = track.looks.every((look) => look.scanner === scanner || look.seenAt === -Infinity)
      if (isOwn && track.body && !track.identity) moveAsSeen(track.body, scanner.site, -range, -bearingDeg)
    }
  }

  /** Remembers how a plot lies beside a vessel that states where it is. */
  #compare(echo: Echo, track: Followed): void {
    const { plot } = echo
    if (!plot.polar || !track.lastReport) return
    const pair = this.#pairing.pair(plot, track)
    if (!pair) return
    const across = degreesToRadians(pair.bearingResidualDeg) * pair.range
    if (pair.rangeResidual ** 2 + across ** 2 < CANDIDATE_REACH ** 2) (echo.beside ??= []).push({ track, pair })
  }

  /** Tells what a plot says of its radar: of the vessel that took it, and of others that might have. */
  #testify({ beside, taker }: Echo): void {
    if (!beside) return
    for (const { track, pair } of beside) {
      if (track === taker) this.#registrar.observe(pair)
      else this.#registrar.candidate(pair)
    }
  }

  #gate(scanner: Scanner, echo: Echo, column: number): void {
    const { plot, measure, clutter } = echo
    const numbered = this.numbers.trackOf(scanner, plot)
    this.#scene.grid.near(measure.lat, measure.lon, (track) => {
      this.#compare(echo, track)
      const look = lookOf(track, scanner)
      if (look && Math.abs(measure.time - look.seenAt) < scanner.period / 2) return
      const log = this.#fit(track, measure)
      if (this.#foresight.distanceSquared > GATE) return
      const isOld = look && measure.time < look.seenAt
      if (isOld && track.body!.hasOf(scanner.index, measure.time, scanner.period / 2)) return
      const reluctance = track.reluctance?.get(scanner.id) ?? 0
      if (reluctance === Infinity) {
        return keepRejection(track, rejectionOf(plot, this.#foresight.distanceSquared, 'held-apart'))
      }
      const pd = detectionOf(track, scanner, placeOf(track)!, look)
      // A track that is likely nothing still takes what nobody else wants: that is how it shows itself.
      const p = track.isConfirmed ? track.existence : Math.max(TENTATIVE, track.existence)
      const isLone = track.isOccasional && track.fixes === 1
      const bonus = (track === numbered ? NUMBER_BONUS : 0) - (isLone ? LONE_LOOK : 0) - reluctance
      const cost = Math.log(clutter) - Math.log(p * pd) - log - bonus
      const missCost = -Math.log(1 - p * pd)
      if (cost > missCost) return
      if (track.row < 0) {
        track.row = this.#rows.length
        this.#rows.push(track)
        this.#missCost.push(missCost)
      }
      echo.near.push(track)
      echo.logs.push(log)
      this.#clusters.link(track.row, column, cost)
    }, GATE_SIGMAS * Math.sqrt(Math.max(measure.rxx, measure.ryy)))
  }

  /** Logarithm of the likelihood of the measure for the track, now or in its past; sets the foresight's distance. */
  #fit(track: Followed, measure: Measure): number {
    const body = track.body!
    const x = body.frame.x(measure.lat, measure.lon)
    const y = body.frame.y(measure.lat, x)
    if (body.time - measure.time > LATE) {
      if (!body.pastAt(measure.time, this.#past)) {
        this.#foresight.distanceSquared = Infinity
        return -Infinity
      }
      this.#foresight.remember(this.#past)
    } else {
      if (this.#foresight.isFar(body.s, measure.time, x, y, measure.rxx + measure.ryy)) {
        this.#foresight.distanceSquared = Infinity
        return -Infinity
      }
      this.#foresight.look(body.s, measure.time, body.agility)
    }
    const { rxx, rxy, ryy, exx, exy, eyy } = measure
    return this.#foresight.logLikelihood(x, y, rxx + exx, rxy + exy, ryy + eyy)
  }

  #resolve(scanner: Scanner, { rows, columns, tracks, plots, cost }: Cluster, echoes: readonly Echo[]): void {
    if (rows > this.#chosen.length) {
      this.#misses = new Float64Array(2 * rows)
      this.#chosen = new Int32Array(2 * rows)
    }
    for (let row = 0; row < rows; row++) this.#misses[row] = this.#missCost[tracks[row]!]!
    this.#assigner.solve(cost, rows, columns, this.#misses, this.#chosen)
    if (rows > 1 && columns > 1) this.#noteApart(rows, tracks)
    const merged = rows > 1 ? this.#unresolved(rows, columns, tracks, plots, cost, echoes) : undefined
    for (let row = 0; row < rows; row++) {
      const column = this.#chosen[row]!
      if (column >= 0) echoes[plots[column]!]!.taker = this.#rows[tracks[row]!]
    }
    const shares = merged ? undefined : sharesOf(cost, rows, columns, this.#misses, this.#chosen)
    if (rows > 1 || columns > 1) this.#keepRejected(rows, columns, tracks, plots, cost, echoes, merged)
    for (let row = 0; row < rows; row++) {
      const column = this.#chosen[row]!
      const shared = merged?.get(row)
      if (column < 0 && shared === undefined) continue
      const echo = echoes[plots[column < 0 ? shared! : column]!]!
      const doubt = merged?.has(row) ? MERGED_NOISE : 1 / (shares?.[row] ?? 1)
      this.#take(this.#rows[tracks[row]!]!, echo, scanner, doubt, column < 0)
    }
    if (merged) {
      for (const [row, column] of merged) {
        const { taker } = echoes[plots[column]!]!
        const track = this.#rows[tracks[row]!]!
        if (taker && taker !== track && taker.body && track.body) this.#noteShared(track, taker)
      }
    }
  }

  /** Two tracks that took a plot each, of one scan and side by side, are two objects. */
  #noteApart(rows: number, tracks: Int32Array): void {
    for (let row = 0; row < rows; row++) {
      if (this.#chosen[row]! < 0) continue
      const track = this.#rows[tracks[row]!]!
      if (!track.beside) continue
      for (let other = 0; other < rows; other++) {
        if (other === row || this.#chosen[other]! < 0) continue
        const beside = this.#rows[tracks[other]!]!
        const shared: number | undefined = track.beside.get(beside)
        if (shared !== undefined) track.beside.set(beside, shared - SEEN_APART)
      }
    }
  }

  /** A track that began beside another and shares its echoes ever since is a second account of one object. */
  #noteShared(track: Followed, owner: Followed): void {
    for (const [young, old] of [[track, owner], [owner, track]] as const) {
      const shared = young.beside?.get(old)
      if (shared === undefined) continue
      young.beside!.set(old, shared + 1)
      if (young.apartFrom?.has(old.serial)) continue
      if (shared + 1 >= SHARED_ALWAYS && canBeOne(old, young)) this.#listener.joined(old, young)
    }
  }

  /**
   * Tracks too near to one another for the sensor to tell apart where there is one plot for both: which column each
   * shares. A merged plot lies between them.
   */
  #unresolved(
    rows: number, columns: number, tracks: Int32Array, plots: Int32Array, cost: Float64Array,
    echoes: readonly Echo[],
  ): Map<number, number> | undefined {
    let merged: Map<number, number> | undefined
    for (let row = 0; row < rows; row++) {
      const track = this.#rows[tracks[row]!]!
      if (this.#chosen[row]! >= 0 || !track.isConfirmed) continue
      for (let other = 0; other < rows; other++) {
        const column = this.#chosen[other]!
        const owner = this.#rows[tracks[other]!]!
        if (column < 0 || !owner.isConfirmed || cost[row * columns + column] === Infinity) continue
        if (track.apartFrom?.has(owner.serial) || !isUnresolved(track, owner, echoes[plots[column]!]!)) continue
        merged ??= new Map()
        merged.set(row, column)
        merged.set(other, column)
      }
    }
    return merged
  }

  /** `doubt` is how many times noisier the plot counts than it says of itself. */
  #take(track: Followed, echo: Echo, scanner: Scanner, doubt: number, isShared: boolean): void {
    const { plot, measure, clutter } = echo
    const known = echo.near.indexOf(track)
    const log = known < 0 ? this.#fit(track, measure) : echo.logs[known]!
    const pd = detectionOf(track, scanner, plot.position)
    const ratio = 1 - pd + pd * Math.exp(log) / clutter
    const isSecond = track.fixes === 1 && !track.isConfirmed
    const p = isSecond ? Math.max(track.existence, scanner.realShare) : track.existence
    if (isSecond && ratio > LIKELY) scanner.confirmNew()
    if (!isShared || !track.isConfirmed) track.existence = Math.min(MOST_EXISTENCE, (p * ratio) / (1 - p + p * ratio))
    const { rxx, ryy, rxy } = measure
    measure.rxx = doubt * rxx
    measure.rxy = doubt * rxy
    measure.ryy = doubt * ryy
    this.#listener.taken(track, plot, measure)
    measure.rxx = rxx
    measure.rxy = rxy
    measure.ryy = ryy
    seeIn(this.#scene, track, scanner, measure.time, plot.position)
    this.numbers.tie(scanner, plot, track)
  }

  /** A second number of one object, as a person has said: its plot adds to the track what little it can. */
  #takeByWord(scanner: Scanner, echo: Echo): boolean {
    const track = this.numbers.passedTo(scanner, echo.plot)
    if (!track) return false
    this.#fit(track, echo.measure)
    if (this.#foresight.distanceSquared > GATE_BY_WORD) return false
    this.#take(track, echo, scanner, MERGED_NOISE, true)
    return true
  }

  #begin(scanner: Scanner, { plot, measure, clutter }: Echo, isOccasional: boolean): void {
    const isNumbered = plot.sensorTrack !== undefined
    const isCrowded = this.#scene.grid.crowdAt(plot.position) >= MOST_IN_CELL
    if (isCrowded || !(isOccasional || scanner.mayBegin(isNumbered))) return scanner.clutter.count(plot.position, scanner.scans)
    const track = this.#scene.start(plot.receivedAt)
    track.firstAt = measure.time
    if (!isOccasional && !isNumbered) this.#scene.tentative.add(track)
    const pd = detectionOf(track, scanner, plot.position)
    const unseen = pd * scanner.unseen
    const real = unseen / (unseen + clutter - scanner.unseen)
    scanner.begin()
    track.existence = isNumbered ? NUMBERED_EXISTENCE : isOccasional ? OCCASIONAL_EXISTENCE : real
    track.isConfirmed = isNumbered || isOccasional
    track.isOccasional = isOccasional
    track.isAirborne = (plot.altitude ?? 0) > LOWEST_FLIGHT || (plot.speed ?? 0) > FASTEST_AFLOAT
    this.#scene.place(track, measure)
    seeIn(this.#scene, track, scanner, measure.time, plot.position)
    this.numbers.tie(scanner, plot, track)
    this.#listener.began(track, plot)
  }

  #keepRejected(
    rows: number, columns: number, tracks: Int32Array, plots: Int32Array, cost: Float64Array, echoes: readonly Echo[],
    merged: ReadonlyMap<number, number> | undefined,
  ): void {
    for (let row = 0; row < rows; row++) {
      const track = this.#rows[tracks[row]!]!
      if (!track.isConfirmed) continue
      for (let column = 0; column < columns; column++) {
        if (cost[row * columns + column] === Infinity || merged?.get(row) === column) continue
        const { plot, measure, taker } = echoes[plots[column]!]!
        if (taker === track) continue
        this.#fit(track, measure)
        const because = taker ? 'nearer-to-another' : 'less-likely-than-clutter'
        keepRejection(track, rejectionOf(plot, this.#foresight.distanceSquared, because, taker?.id))
      }
    }
  }
}

/** Plots wait for those beside them for so long at most, ms. */
const LONGEST_HOLD = 300
/** When nothing was heard for so long, what waits is all there is, ms. */
const QUIET = 400
/** When so many wait, they wait no longer: the sensor's clock stands still. */
const MOST_PENDING = 10_000
/** Where so many tracks are within a kilometre already, an echo that is of none of them begins none. */
const MOST_IN_CELL = 48
/** No mast is so high, metres. */
const LOWEST_FLIGHT = 300
/** Nothing is ever certain to be there: it must be possible to lose it. */
const MOST_EXISTENCE = 1 - 1e-6
/** So many more echoes shared than seen apart, and two tracks are one; to be seen apart counts so much more. */
const SHARED_ALWAYS = 5
const SEEN_APART = 4
/** A merged plot lies anywhere between the two. */
const MERGED_NOISE = 3
/** A second plot that fits so much better than clutter would. */
const LIKELY = 30
