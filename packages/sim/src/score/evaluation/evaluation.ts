import { cutoffOf, type ScoreInput } from '../scenario.ts'
import { matchedEpochs } from '../score.ts'
import { accuracy } from './accuracy.ts'
import { detection } from './detection.ts'
import { ellipses } from './ellipses.ts'
import { identity } from './identity.ts'
import { latencyAndSuspicion } from './latency.ts'
import { judged, type Requirement } from './requirement.ts'

/** Tracks judged in the terms of air traffic surveillance. */
export interface Evaluation {
  readonly scenario: string
  readonly seed: number
  /** Seconds: the time from which it was scored, and between two epochs. */
  readonly from: number
  readonly interval: number
  readonly epochs: number
  readonly objects: number
  /** What the thresholds are, and what they are not. */
  readonly note: string
  readonly requirements: readonly Requirement[]
}

const NOTE =
  'Terms and thresholds are borrowed from aviation: EUROCAE ED-142 (terminal area), EUROCAE ED-87E (manoeuvring area ' +
  'of an airport) and the Tracker Comparison of the evaluation tool COMPASS. There is no such standard for the ' +
  'surveillance of ships: to pass one of these certifies nothing.'

export function evaluate(input: ScoreInput): Evaluation {
  const epochs = matchedEpochs(input)
  const { name, seed, score_dt: interval, truth_partial: isPartial = false } = input.meta
  const figures = [
    ...detection(epochs, interval, isPartial),
    ...identity(epochs, interval),
    ...accuracy(epochs),
    ...latencyAndSuspicion(epochs),
    ...ellipses(epochs),
  ]
  return {
    scenario: name,
    seed,
    interval,
    from: input.from ?? 0,
    epochs: epochs.length,
    objects: new Set(epochs.flatMap(({ objects }) => objects.map(({ id }) => id))).size,
    note: `${NOTE} A track is on an object within ${cutoffOf(input.meta)} m.`,
    requirements: figures.map(judged),
  }
}
