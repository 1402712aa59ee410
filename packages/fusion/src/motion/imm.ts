import { correct, type Innovation } from './correct.ts'
import {
  COVARIANCES, MANOEUVRING, MEANS, MIXED_COVARIANCE, MIXED_MEAN, MODELS, PLANAR, SIZES, STATE_LENGTH, STEADY, TIME,
  TURNING, UU, VV, WEIGHTS, XX, XY, YY,
} from './layout.ts'
import { mixModels, mixture, TURN_BEGINS } from './mix.ts'
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

/** What goes faster does not turn harder, m/s. */
const FASTEST_TURNING = 25
/** However fast, seconds. */
const SHORTEST_STEADY = 50

/** Rows: from; columns: to. What a model turns into when it ends. */
const TURNS_INTO: readonly (readonly number[])[] = [[0, 0.5, 0.5], [0.6, 0, 0.4], [0.7, 0.3, 0]]

/** The mixed state: what passes to each model. Arrays of this length lie outside the heap and are found faster. */
const MIXED = new Float64Array(MIXED_MEAN)
/** At 3 × `to` + `from`: the share of what reaches the one model that comes from the other. */
const SHARES = new Float64Array(16)
/** Probability that each model lasts through the step. */
const STAYS = new Float64Array(16)
const LOGS = new Float64Array(16)
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
  STAYS[MANOEUVRING] = Math.exp(-dt / steps / agility.lasts[MANOEUVRING])
  STAYS[TURNING] = Math.exp(-dt / steps / agility.lasts[TURNING])
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
  const speedSquared = MIXED[mean + 2]! ** 2 + MIXED[mean + 3]! ** 2
  const hard = noise[MANOEUVRING] + noiseBySpeed * Math.min(FASTEST_TURNING ** 2, speedSquared)
  predictSteady(MIXED, s, MEANS[STEADY]!, COVARIANCES[STEADY]!, dt, noise[STEADY])
  predictSteady(MIXED, s, mean, COVARIANCES[MANOEUVRING]!, dt, hard)
  predictTurn(MIXED, s, MEANS[TURNING]!, COVARIANCES[TURNING]!, dt, noise[TURNING], turnNoise)
}

/** Lets the models pass into one another: their weights, and in `MIXED` what each begins with. */
function interact(s: Float64Array, dt: number, { lasts, steadySpeed }: Agility): void {
  const mean = MEANS[STEADY]!
  const fast = (s[mean + 2]! ** 2 + s[mean + 3]! ** 2) / steadySpeed ** 2
  const steady = Math.max(SHORTEST_STEADY, lasts[STEADY] / (1 + fast * fast))
  STAYS[STEADY] = Math.exp(-dt / steady)
  for (let from = 0; from < MODELS; from++) {
    const stays = STAYS[from]!
    const weight = s[WEIGHTS + from]!
    const into = TURNS_INTO[from]!
    for (let to = 0; to < MODELS; to++) SHARES[3 * to + from] = (from === to ? stays : (1 - stays) * into[to]!) * weight
  }
  for (let at = 0; at < 3 * MODELS; at += 3) {
    const reached = SHARES[at]! + SHARES[at + 1]! + SHARES[at + 2]!
    s[WEIGHTS + at / 3] = reached
    SHARES[at]! /= reached
    SHARES[at + 1]! /= reached
    SHARES[at + 2]! /= reached
  }
  mixModels(s, SHARES, MIXED)
}

const ONE: Innovation = { distanceSquared: 0, logLikelihood: 0, gain: 0 }
const TWO: Innovation = { distanceSquared: 0, logLikelihood: 0, gain: 0 }

/**
 * Corrects every model by a position and, where it is told, by a velocity, and weighs the models by how well they
 * foretold it. Refreshes the mixture. Both are two numbers and their noise covariance: x, y, rxx, rxy, ryy.
 */
export function update(
  s: Float64Array, place: Float64Array, velocity: Float64Array | undefined, out: Innovation,
): void {
  let best = -Infinity
  out.distanceSquared = 0
  out.gain = 0
  for (let model = 0; model < MODELS; model++) {
    const mean = MEANS[model]!
    const cov = COVARIANCES[model]!
    correct(s, mean, cov, SIZES[model]!, 0, place, ONE)
    let log = ONE.logLikelihood
    if (velocity) {
      correct(s, mean, cov, SIZES[model]!, 2, velocity, TWO)
      log += TWO.logLikelihood
    }
    const weight = s[WEIGHTS + model]!
    out.distanceSquared += weight * ONE.distanceSquared
    out.gain += weight * ONE.gain
    LOGS[model] = Math.log(weight) + log
    best = Math.max(best, LOGS[model]!)
  }
  let sum = 0
  for (let model = 0; model < MODELS; model++) {
    LOGS[model] = Math.exp(LOGS[model]! - best)
    sum += LOGS[model]!
  }
  out.logLikelihood = best + Math.log(sum)
  let kept = 0
  for (let model = 0; model < MODELS; model++) {
    kept += s[WEIGHTS + model] = Math.max(LEAST_WEIGHT, LOGS[model]! / sum)
  }
  for (let model = 0; model < MODELS; model++) s[WEIGHTS + model]! /= kept
  mixture(s)
}

/** In the packed 5 × 5 matrix. */
const TURN_VARIANCE = 14

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
    s[mean] = x
    s[mean + 1] = y
    s[cov + XX] = rxx
    s[cov + XY] = rxy
    s[cov + YY] = ryy
    const variance = speedsAtBirth[model]! ** 2
    s[cov + UU] = variance
    s[cov + VV] = variance
    if (SIZES[model]! > PLANAR) s[cov + TURN_VARIANCE] = TURN_BEGINS
  }
  mixture(s)
}

/** Takes a velocity that the object states into a state just begun: two numbers and their noise covariance. */
export function beginMoving(s: Float64Array, velocity: Float64Array): void {
  for (let model = 0; model < MODELS; model++) {
    correct(s, MEANS[model]!, COVARIANCES[model]!, SIZES[model]!, 2, velocity, ONE)
  }
  mixture(s)
}

/** Where an error lasts, no number of plots makes the position surer than it: no variance falls below these, m². */
export function keepUncertain(s: Float64Array, xx: number, yy: number): void {
  for (let model = 0; model < MODELS; model++) {
    const cov = COVARIANCES[model]!
    if (s[cov + XX]! < xx) s[cov + XX] = xx
    if (s[cov + YY]! < yy) s[cov + YY] = yy
  }
  if (s[MIXED_COVARIANCE + XX]! < xx) s[MIXED_COVARIANCE + XX] = xx
  if (s[MIXED_COVARIANCE + YY]! < yy) s[MIXED_COVARIANCE + YY] = yy
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
