import { correct, type Innovation } from './correct.ts'
import {
  COVARIANCES, MANOEUVRING, MEANS, MIXED_COVARIANCE, MIXED_MEAN, MODELS, PLANAR, SIZES, STATE_LENGTH, STEADY, TIME,
  TURNING, WEIGHTS,
} from './layout.ts'
import { COLUMN, COLUMN_4, IN_4, IN_5, packedIndex, ROW, ROW_4 } from './packed.ts'
import { predictSteady, predictTurn } from './predict.ts'

/** How objects of one sort move: noise densities of the models, and for how long each lasts. */
export interface Agility {
  /** Spectral density of acceleration of each model, m²/s³. */
  readonly noise: readonly [steady: number, manoeuvring: number, turning: number]
  /** What each m/s of speed squared adds to the noise of manoeuvring, 1/s: the faster, the harder it can turn. */
  readonly noiseBySpeed: number
  /** Spectral density of the turn's acceleration, rad²/s³. */
  readonly turnNoise: number
  /** The speed at which the steady model lasts half as long, m/s: fast boats turn more often. */
  readonly steadySpeed: number
  /** Mean seconds that a model lasts. */
  readonly lasts: readonly [steady: number, manoeuvring: number, turning: number]
  /** The spread of speeds that an object may have when it is first seen, m/s, one standard deviation for each model. */
  readonly speedsAtBirth: readonly [steady: number, manoeuvring: number, turning: number]
}

/** A ship holds its course for minutes; a go-fast turns 3 to 9 degrees in a second. */
export const SURFACE: Agility = {
  noise: [0.0002, 0.02, 0.05], noiseBySpeed: 0.015, turnNoise: 2e-4,
  steadySpeed: 10, lasts: [3000, 12, 20], speedsAtBirth: [5, 40, 14],
}
/** What stands on the ground. */
export const FIXED: Agility = {
  noise: [1e-8, 1e-8, 1e-8], noiseBySpeed: 0, turnNoise: 1e-10, steadySpeed: Infinity, lasts: [1e9, 1, 1],
  speedsAtBirth: [0.01, 0.01, 0.01],
}
/** An aircraft holds its course for a minute or two, and turns at a standard rate or harder. */
export const AIRBORNE: Agility = {
  noise: [0.05, 15, 0.2], noiseBySpeed: 0, turnNoise: 1e-4,
  steadySpeed: Infinity, lasts: [90, 15, 30], speedsAtBirth: [120, 250, 120],
}

/** The spread of turn rates with which a turn begins, (rad/s)²: 3 degrees in a second. */
const TURN_BEGINS = 0.0027

/** What goes faster does not turn harder, m/s. */
const FASTEST_TURNING = 25
/** However fast, seconds. */
const SHORTEST_STEADY = 50

/** Rows: from; columns: to. What a model turns into when it ends. */
const TURNS_INTO: readonly (readonly number[])[] = [[0, 0.5, 0.5], [0.6, 0, 0.4], [0.7, 0.3, 0]]

const MIXED = new Float64Array(STATE_LENGTH)
const SHARE = new Float64Array(MODELS * MODELS)
const REACHED = new Float64Array(MODELS)
const LOGS = new Float64Array(MODELS)
const DIFFERENCE = new Float64Array(15)
/** No model is ever ruled out. */
const LEAST_WEIGHT = 1e-4

/**
 * Interacting multiple models (Blom and Bar-Shalom 1988): steady, manoeuvring and turning. The turn has one component
 * more; the others lend it none, and take it over with the spread with which turns begin (Granström, Willett and
 * Bar-Shalom 2015). Lets the state come to `time`, forwards only.
 */
export function predict(s: Float64Array, time: number, agility: Agility): void {
  const dt = (time - s[TIME]!) / 1000
  if (dt <= 0) return
  const steps = Math.min(MOST_STEPS, Math.ceil(dt / LONGEST_STEP))
  for (let step = 0; step < steps; step++) predictStep(s, dt / steps, agility)
  s[TIME] = time
}

/** Within one step a model lasts; over longer ones they take turns. Seconds. */
const LONGEST_STEP = 5
const MOST_STEPS = 4

function predictStep(s: Float64Array, dt: number, agility: Agility): void {
  interact(s, dt, agility)
  const { noise, noiseBySpeed, turnNoise } = agility
  const mean = MEANS[MANOEUVRING]!
  const hard = noise[MANOEUVRING] + noiseBySpeed * Math.min(FASTEST_TURNING ** 2, s[mean + 2]! ** 2 + s[mean + 3]! ** 2)
  predictSteady(s, MEANS[STEADY]!, COVARIANCES[STEADY]!, dt, noise[STEADY])
  predictSteady(s, MEANS[MANOEUVRING]!, COVARIANCES[MANOEUVRING]!, dt, hard)
  predictTurn(s, MEANS[TURNING]!, COVARIANCES[TURNING]!, dt, noise[TURNING], turnNoise)
}

function interact(s: Float64Array, dt: number, { lasts, steadySpeed }: Agility): void {
  const mean = MEANS[STEADY]!
  const fast = (s[mean + 2]! ** 2 + s[mean + 3]! ** 2) / steadySpeed ** 2
  const steady = Math.max(SHORTEST_STEADY, lasts[STEADY] / (1 + fast * fast))
  for (let to = 0; to < MODELS; to++) {
    let sum = 0
    for (let from = 0; from < MODELS; from++) {
      const stays = Math.exp(-dt / (from === STEADY ? steady : lasts[from]!))
      const passes = from === to ? stays : (1 - stays) * TURNS_INTO[from]![to]!
      sum += SHARE[from * MODELS + to] = passes * s[WEIGHTS + from]!
    }
    REACHED[to] = sum
  }
  for (let to = 0; to < MODELS; to++) mixInto(s, to)
  for (let to = 0; to < MODELS; to++) {
    s[WEIGHTS + to] = REACHED[to]!
    const mean = MEANS[to]!
    const end = COVARIANCES[to]! + (SIZES[to]! * (SIZES[to]! + 1)) / 2
    for (let i = mean; i < end; i++) s[i] = MIXED[i]!
  }
}

function mixInto(s: Float64Array, to: number): void {
  const size = SIZES[to]!
  const mean = MEANS[to]!
  const cov = COVARIANCES[to]!
  const length = size === 5 ? 15 : 10
  const rows = size === 5 ? ROW : ROW_4
  const columns = size === 5 ? COLUMN : COLUMN_4
  const share0 = SHARE[to]! / REACHED[to]!
  const share1 = SHARE[MODELS + to]! / REACHED[to]!
  const share2 = SHARE[2 * MODELS + to]! / REACHED[to]!
  for (let i = 0; i < size; i++) {
    // The turn rate is the fifth component: only the turning model has one.
    const m0 = i < 4 ? s[MEANS[0]! + i]! : 0
    const m1 = i < 4 ? s[MEANS[1]! + i]! : 0
    const m2 = s[MEANS[2]! + i]!
    const mixed = share0 * m0 + share1 * m1 + share2 * m2
    MIXED[mean + i] = mixed
    DIFFERENCE[i] = m0 - mixed
    DIFFERENCE[5 + i] = m1 - mixed
    DIFFERENCE[10 + i] = m2 - mixed
  }
  for (let at = 0; at < length; at++) {
    const i = rows[at]!
    const j = columns[at]!
    const in4 = size === 5 ? IN_4[at]! : at
    const in5 = size === 5 ? at : IN_5[at]!
    const begins = at === 14 ? TURN_BEGINS : 0
    const p0 = in4 >= 0 ? s[COVARIANCES[0]! + in4]! : begins
    const p1 = in4 >= 0 ? s[COVARIANCES[1]! + in4]! : begins
    MIXED[cov + at] = share0 * (p0 + DIFFERENCE[i]! * DIFFERENCE[j]!)
      + share1 * (p1 + DIFFERENCE[5 + i]! * DIFFERENCE[5 + j]!)
      + share2 * (s[COVARIANCES[2]! + in5]! + DIFFERENCE[10 + i]! * DIFFERENCE[10 + j]!)
  }
}

const ONE: Innovation = { distanceSquared: 0, logLikelihood: 0, gain: 0 }
const TWO: Innovation = { distanceSquared: 0, logLikelihood: 0, gain: 0 }

/**
 * Corrects every model by a position with its noise covariance and, where `velocityVariance` is above zero, by a
 * velocity too, and weighs the models by how well they foretold it. Refreshes the mixture.
 */
export function update(
  s: Float64Array, x: number, y: number, rxx: number, rxy: number, ryy: number,
  vx: number, vy: number, velocityVariance: number, out: Innovation,
): void {
  let best = -Infinity
  out.distanceSquared = 0
  out.gain = 0
  for (let model = 0; model < MODELS; model++) {
    const mean = MEANS[model]!
    const cov = COVARIANCES[model]!
    correct(s, mean, cov, SIZES[model]!, 0, x, y, rxx, rxy, ryy, ONE)
    let log = ONE.logLikelihood
    if (velocityVariance > 0) {
      correct(s, mean, cov, SIZES[model]!, 2, vx, vy, velocityVariance, 0, velocityVariance, TWO)
      log += TWO.logLikelihood
    }
    const weight = s[WEIGHTS + model]!
    out.distanceSquared += weight * ONE.distanceSquared
    out.gain += weight * ONE.gain
    LOGS[model] = Math.log(weight) + log
    best = Math.max(best, LOGS[model]!)
  }
  let sum = 0
  for (let model = 0; model < MODELS; model++) sum += Math.exp(LOGS[model]! - best)
  out.logLikelihood = best + Math.log(sum)
  let kept = 0
  for (let model = 0; model < MODELS; model++) {
    kept += s[WEIGHTS + model] = Math.max(LEAST_WEIGHT, Math.exp(LOGS[model]! - best) / sum)
  }
  for (let model = 0; model < MODELS; model++) s[WEIGHTS + model]! /= kept
  mixture(s)
}

/** The mixture of the models as one Gaussian of x, y, vx, vy: mean and covariance of the whole. */
export function mixture(s: Float64Array): void {
  s.fill(0, MIXED_MEAN, STATE_LENGTH)
  for (let model = 0; model < MODELS; model++) {
    const weight = s[WEIGHTS + model]!
    for (let i = 0; i < PLANAR; i++) s[MIXED_MEAN + i]! += weight * s[MEANS[model]! + i]!
  }
  for (let model = 0; model < MODELS; model++) {
    const weight = s[WEIGHTS + model]!
    const cov = COVARIANCES[model]!
    for (let i = 0; i < PLANAR; i++) DIFFERENCE[i] = s[MEANS[model]! + i]! - s[MIXED_MEAN + i]!
    for (let at = 0; at < 10; at++) {
      const own = s[cov + (SIZES[model] === 5 ? IN_5[at]! : at)]!
      s[MIXED_COVARIANCE + at]! += weight * (own + DIFFERENCE[ROW_4[at]!]! * DIFFERENCE[COLUMN_4[at]!]!)
    }
  }
}

/** Of what is first seen, so much goes steadily, manoeuvres, turns. */
export const WEIGHTS_AT_BIRTH: readonly [number, number, number] = [0.8, 0.08, 0.12]

/** The state of an object first seen here, of which nothing else is known. */
export function begin(
  s: Float64Array, { speedsAtBirth }: Agility, time: number, x: number, y: number,
  rxx: number, rxy: number, ryy: number,
): void {
  s.fill(0, 0, STATE_LENGTH)
  s[TIME] = time
  for (let model = 0; model < MODELS; model++) {
    s[WEIGHTS + model] = WEIGHTS_AT_BIRTH[model]!
    const mean = MEANS[model]!
    const cov = COVARIANCES[model]!
    const size = SIZES[model]!
    const index = packedIndex(size)
    s[mean] = x
    s[mean + 1] = y
    s[cov] = rxx
    s[cov + 1] = rxy
    s[cov + index[size + 1]!] = ryy
    const variance = speedsAtBirth[model]! ** 2
    s[cov + index[2 * size + 2]!] = variance
    s[cov + index[3 * size + 3]!] = variance
    if (size > PLANAR) s[cov + index[4 * size + 4]!] = TURN_BEGINS
  }
  mixture(s)
}

/** Takes a velocity that the object states into a state just begun. */
export function beginMoving(s: Float64Array, vx: number, vy: number, variance: number): void {
  for (let model = 0; model < MODELS; model++) {
    correct(s, MEANS[model]!, COVARIANCES[model]!, SIZES[model]!, 2, vx, vy, variance, 0, variance, ONE)
  }
  mixture(s)
}

/** Where an error lasts, no number of plots makes the position surer than it: no variance falls below these, m². */
export function keepUncertain(s: Float64Array, xx: number, yy: number): void {
  for (let model = 0; model < MODELS; model++) {
    const cov = COVARIANCES[model]!
    const at = cov + packedIndex(SIZES[model]!)[SIZES[model]! + 1]!
    if (s[cov]! < xx) s[cov] = xx
    if (s[at]! < yy) s[at] = yy
  }
  if (s[MIXED_COVARIANCE]! < xx) s[MIXED_COVARIANCE] = xx
  if (s[MIXED_COVARIANCE + 4]! < yy) s[MIXED_COVARIANCE + 4] = yy
}

/** Moves the origin of the frame: every position shifts. */
export function shift(s: Float64Array, dx: number, dy: number): void {
  for (let model = 0; model < MODELS; model++) {
    s[MEANS[model]!]! += dx
    s[MEANS[model]! + 1]! += dy
  }
  s[MIXED_MEAN]! += dx
  s[MIXED_MEAN + 1]! += dy
}
