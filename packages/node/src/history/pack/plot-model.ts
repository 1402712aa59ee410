import type { Plot } from '@csii/model'
import { ClaimModel, isSameClaim } from './claim-model.ts'
import type { Coder } from './coder.ts'
import { Dictionary } from './dictionary.ts'
import type { Followed } from './followed.ts'
import { CovarianceModel, isSameCovariance, PolarModel } from './measured-model.ts'
import { lengthOf, tree } from './number-model.ts'
import { PathModel } from './path-model.ts'
import { Quantity } from './quantity.ts'
import type { FlatPlot } from './receipt.ts'
import { ReceiptModel } from './receipt-model.ts'
import { TextModel } from './text-model.ts'

/** A plot while it is read. */
type Draft = { -readonly [Key in keyof Plot]: Plot[Key] }

const SPEED = 1
const COURSE = 2
const HEADING = 4
const ALTITUDE = 8
const POLAR = 16
const PRESENCE_BITS = 5

/** Every plot's parts, in the order in which a pack holds them. */
export class PlotModel {
  readonly #coder: Coder
  readonly #isPlain: number
  readonly #isSameSensor: number
  readonly #isSimulated: number
  readonly #isSameTrack: number
  readonly #presence: number
  readonly #texts: Dictionary<string>
  readonly #tracks: Dictionary<string | undefined>
  readonly #claims: ClaimModel
  readonly #covariances: CovarianceModel
  readonly #times: Quantity
  readonly #receipts: ReceiptModel
  readonly #speeds: Quantity
  readonly #courses: Quantity
  readonly #headings: Quantity
  readonly #altitudes: Quantity
  readonly #polars: PolarModel
  readonly #paths: PathModel

  constructor(coder: Coder, plots: readonly FlatPlot[]) {
    const texts = new TextModel(coder)
    this.#coder = coder
    this.#isPlain = coder.allocate(2)
    this.#isSameSensor = coder.allocate(1)
    this.#isSimulated = coder.allocate(2)
    this.#isSameTrack = coder.allocate(1)
    this.#presence = coder.allocate(2 << PRESENCE_BITS)
    this.#texts = new Dictionary(coder, (text) => text, (text) => texts.code(text))
    this.#tracks = new Dictionary<string | undefined>(coder, trackKey, (track) => this.#codeTrack(track, texts))
    this.#claims = new ClaimModel(coder, said(plots.map(({ claim }) => claim?.mmsi)))
    this.#covariances = new CovarianceModel(coder, plots.map(({ covariance }) => covariance))
    this.#times = new Quantity(coder, plots.map(({ time }) => time), 16)
    this.#receipts = new ReceiptModel(coder, plots)
    this.#speeds = new Quantity(coder, said(plots.map(({ speed }) => speed)), 16)
    this.#courses = new Quantity(coder, said(plots.map(({ courseDeg }) => courseDeg)), 32, 360)
    this.#headings = new Quantity(coder, said(plots.map(({ headingDeg }) => headingDeg)), 16, 360)
    this.#altitudes = new Quantity(coder, said(plots.map(({ altitude }) => altitude)))
    this.#polars = new PolarModel(coder, said(plots.map(({ polar }) => polar)))
    const places = plots.map(({ position }) => position)
    this.#paths = new PathModel(coder, places.map(({ lat }) => lat), places.map(({ lon }) => lon))
  }

  /** The next plot of an object. */
  code(plot: FlatPlot, object: Followed): Plot {
    this.#codeFacts(plot, object)
    const time = this.#codeTime(plot.time, object)
    const draft: Draft = {
      sensorId: object.sensorId,
      time,
      receivedAt: this.#receipts.code(plot.receivedAt, time, object.lag),
      simulated: object.simulated,
      position: plot.position,
      covariance: object.covariance,
    }
    if (object.sensorTrack !== undefined) draft.sensorTrack = object.sensorTrack
    if (object.claim) draft.claim = object.claim
    this.#codeMotion(plot, draft, object)
    const { speed, courseDeg } = draft
    draft.position = this.#paths.code(plot.position, object.path, { time, speed, courseDeg })
    object.isNew = false
    return draft
  }

  /** What seldom differs from one plot of an object to the next. */
  #codeFacts(plot: FlatPlot, object: Followed): void {
    const { isNew } = object
    const isPlain = this.#coder.isWriting && !isNew && isPlainAfter(plot, object)
    if (this.#coder.bit(this.#isPlain + (isNew ? 1 : 0), isPlain ? 1 : 0) === 1) return
    const isSameSensor = plot.sensorId === object.sensorId ? 1 : 0
    if (this.#coder.bit(this.#isSameSensor, isSameSensor) === 0) object.sensorId = this.#texts.code(plot.sensorId)
    object.simulated = this.#coder.bit(this.#isSimulated + (object.simulated ? 1 : 0), plot.simulated ? 1 : 0) === 1
    const isSameTrack = plot.sensorTrack === object.sensorTrack ? 1 : 0
    if (this.#coder.bit(this.#isSameTrack, isSameTrack) === 0) object.sensorTrack = this.#tracks.code(plot.sensorTrack)
    object.claim = this.#claims.code(plot.claim, object.claim, isNew)
    object.covariance = this.#covariances.code(plot.covariance, object.covariance)
    object.presence = tree(this.#coder, this.#presence + (isNew ? 0 : 1 << PRESENCE_BITS), PRESENCE_BITS, presenceOf(plot))
  }

  #codeTime(time: number, object: Followed): number {
    const context = object.isNew ? 15 : Math.min(lengthOf(object.timeMiss), 14)
    const read = this.#times.code(time, object.time, context)
    object.timeMiss = this.#times.lastDistance
    object.time = read
    if (object.isNew) object.firstTime = read
    return read
  }

  #codeMotion(plot: FlatPlot, draft: Draft, object: Followed): void {
    const { presence, isNew } = object
    if (presence & SPEED) {
      const context = isNew ? 15 : Math.min(lengthOf(object.speedMiss), 3) * 3 + paceOf(object.speed, 3)
      draft.speed = object.speed = this.#speeds.code(plot.speed ?? 0, object.speed, context)
      object.speedMiss = this.#speeds.lastDistance
    }
    if (presence & COURSE) {
      const context = isNew ? 31 : Math.min(lengthOf(object.courseMiss), 6) * 4 + paceOf(object.speed, 4)
      draft.courseDeg = object.courseDeg = this.#courses.code(plot.courseDeg ?? 0, object.courseDeg, context)
      object.courseMiss = (object.courseMiss + this.#courses.lastDistance) / 2
    }
    if (presence & HEADING) {
      const context = isNew ? 15 : Math.min(lengthOf(object.headingMiss), 4) * 3 + paceOf(object.speed, 3)
      draft.headingDeg = object.headingDeg = this.#headings.code(plot.headingDeg ?? 0, object.headingDeg, context)
      object.headingMiss = (object.headingMiss + this.#headings.lastDistance) / 2
    }
    if (presence & ALTITUDE) {
      draft.altitude = object.altitude = this.#altitudes.code(plot.altitude ?? 0, object.altitude)
    }
    if (presence & POLAR) draft.polar = object.polar = this.#polars.code(plot.polar ?? object.polar, object.polar)
  }

  #codeTrack(track: string | undefined, texts: TextModel): string | undefined {
    // A text is one unit longer than what it says, so that none is told from an empty one.
    const read = texts.code(track === undefined ? '' : `.${track}`)
    return read === '' ? undefined : read.slice(1)
  }
}

const trackKey = (track: string | undefined): string => (track === undefined ? '' : `.${track}`)

const said = <Value>(values: readonly (Value | undefined)[]): readonly Value[] =>
  values.filter((value) => value !== undefined)

function isPlainAfter(plot: FlatPlot, object: Followed): boolean {
  return (
    plot.sensorId === object.sensorId &&
    plot.simulated === object.simulated &&
    plot.sensorTrack === object.sensorTrack &&
    presenceOf(plot) === object.presence &&
    isSameCovariance(plot.covariance, object.covariance) &&
    isSameClaim(plot.claim, object.claim)
  )
}

function presenceOf({ speed, courseDeg, headingDeg, altitude, polar }: FlatPlot): number {
  return (
    (speed === undefined ? 0 : SPEED) |
    (courseDeg === undefined ? 0 : COURSE) |
    (headingDeg === undefined ? 0 : HEADING) |
    (altitude === undefined ? 0 : ALTITUDE) |
    (polar === undefined ? 0 : POLAR)
  )
}

/** Lying still, slow, or under way: what a speed in m/s says of how a course or a speed changes. */
function paceOf(speed: number, kinds: number): number {
  if (speed < 0.3) return 0
  if (speed < 1.5) return 1
  return kinds === 3 || speed < 5 ? 2 : 3
}
