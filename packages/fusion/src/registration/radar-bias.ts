import type { Registration, Timestamp } from '@csii/model'
import { acquire, isContradicted } from './acquire.ts'
import type { BiasPair, Correction } from './bias-pair.ts'
import { forgetBefore, hasChanged } from './change.ts'
import { estimateBias, NOTHING_LEARNT, type BiasEstimate } from './estimate.ts'
import { chooseCorrection, isJump, UNCORRECTED, type Noise } from './correction.ts'
import { addNear, addObserved, forgetObserved } from './vessel-evidence.ts'
import { Vessels } from './vessels.ts'

/** Milliseconds of pairs that are taken in together, so that their order does not matter. */
const EPOCH = 1000
/** A clock that goes back by more was set. */
const SET_BACK = 60_000
/** Pairs that wait: beyond, an epoch ends early. */
const MOST_WAITING = 4096
/** A residual farther from what is believed than so many deviations counts as if it were there. */
const MOST_OFF = 4
/** From so many pairs on a few more change little: then the estimate is made every so many milliseconds. */
const SETTLED = 300
const LEISURE = 5000

interface Waiting {
  readonly pair: BiasPair
  readonly isObserved: boolean
}

/** What one radar errs by, learnt epoch by epoch. */
export class RadarBias {
  readonly #sensorId: string
  readonly #vessels = new Vessels()
  #waiting: Waiting[] = []
  #epoch = -Infinity
  #estimatedAt = -Infinity
  #estimate: BiasEstimate = NOTHING_LEARNT
  #pairs = 0
  /** The variances of its plots, as the last epoch had them. */
  #noise: Noise = { rangeVariance: 900, bearingVarianceDeg2: 0.09 }
  #steadied: Correction = UNCORRECTED
  correction: Correction = UNCORRECTED
  /** Grows when the correction has jumped. */
  version = 0

  constructor(sensorId: string) {
    this.#sensorId = sensorId
  }

  take(pair: BiasPair, isObserved: boolean): void {
    const isOver = pair.time >= this.#epoch + EPOCH || pair.time < this.#epoch - SET_BACK
    if (isOver || this.#waiting.length >= MOST_WAITING) this.#endEpoch()
    if (isOver) this.#epoch = Math.floor(pair.time / EPOCH) * EPOCH
    this.#waiting.push({ pair, isObserved })
  }

  /** Takes in what waits, once it is so late that no more is to come. */
  reach(time: Timestamp): void {
    if (time >= this.#epoch + EPOCH) this.#endEpoch()
  }

  registration(): Registration {
    const { range, bearingDeg, time, rangeVariance, bearingVarianceDeg2, timeVariance, vessels } = this.#estimate
    return {
      sensorId: this.#sensorId,
      rangeBias: range,
      rangeSigma: Math.sqrt(rangeVariance),
      bearingBiasDeg: bearingDeg,
      bearingSigmaDeg: Math.sqrt(bearingVarianceDeg2),
      timeBias: time,
      timeSigma: Math.sqrt(timeVariance),
      pairs: this.#pairs,
      vessels,
      isApplied: this.correction.isApplied,
    }
  }

  #endEpoch(): void {
    if (this.#waiting.length === 0) return
    for (const { pair, isObserved } of this.#waiting.sort(inOrder)) this.#learn(pair, isObserved)
    this.#noise = this.#waiting[0]!.pair
    this.#waiting = []
    const now = this.#epoch + EPOCH
    const isStarted = this.#hasStartedAgain(now)
    if (!isStarted && now < this.#estimatedAt + this.#leisure() && now >= this.#estimatedAt) return
    this.#estimatedAt = now
    this.#estimate = estimateBias(this.#vessels.all(), now, this.#estimate.spread)
    this.#correct()
  }

  #hasStartedAgain(now: Timestamp): boolean {
    const found = isContradicted(this.#vessels.all(), now) && acquire(this.#vessels.all(), now, this.correction)
    if (found) this.#startFrom(found)
    else if (hasChanged(this.#vessels.all(), now)) this.#startAgain(now)
    else return false
    return true
  }

  /** Milliseconds from one estimate to the next: what is known well is known well a little later too. */
  #leisure(): number {
    return this.#pairs < SETTLED ? EPOCH : LEISURE
  }

  #learn(pair: BiasPair, isObserved: boolean): void {
    const vessel = this.#vessels.take(pair.objectId, pair.time)
    if (!vessel) return
    addNear(vessel, pair)
    if (!isObserved) return
    const { range, bearingDeg, rangeVariance, bearingVarianceDeg2, spread } = this.#estimate
    const rangeValue = drawnIn(pair.rangeResidual, range, rangeVariance + pair.rangeVariance + spread)
    const bearingSpread = (57.3 / pair.range) ** 2 * spread
    const bearingVariance = bearingVarianceDeg2 + pair.bearingVarianceDeg2 + bearingSpread
    addObserved(vessel, pair, rangeValue, drawnIn(pair.bearingResidualDeg, bearingDeg, bearingVariance))
    this.#pairs++
  }

  /** Everything learnt is of another bias: these pairs only are of this one. */
  #startFrom(pairs: readonly BiasPair[]): void {
    for (const vessel of this.#vessels.all()) forgetObserved(vessel)
    for (const pair of pairs) {
      const vessel = this.#vessels.take(pair.objectId, pair.time)
      if (vessel) addObserved(vessel, pair, pair.rangeResidual, pair.bearingResidualDeg)
    }
    this.#pairs = pairs.length
  }

  #startAgain(now: Timestamp): void {
    forgetBefore(this.#vessels.all(), now)
    this.#pairs = 0
    for (const { pairs } of this.#vessels.all()) this.#pairs += pairs
  }

  #correct(): void {
    this.correction = chooseCorrection(this.#estimate, this.correction)
    if (!isJump(this.#steadied, this.correction, this.#noise)) return
    this.#steadied = this.correction
    this.version++
  }
}

/** A total order of what differs at all: by time first. */
function inOrder(a: Waiting, b: Waiting): number {
  return (
    a.pair.time - b.pair.time ||
    a.pair.rangeResidual - b.pair.rangeResidual ||
    a.pair.bearingResidualDeg - b.pair.bearingResidualDeg ||
    (a.pair.objectId < b.pair.objectId ? -1 : a.pair.objectId > b.pair.objectId ? 1 : 0) ||
    Number(a.isObserved) - Number(b.isObserved)
  )
}

const drawnIn = (value: number, centre: number, variance: number): number => {
  const most = MOST_OFF * Math.sqrt(variance)
  return Math.max(centre - most, Math.min(centre + most, value))
}
