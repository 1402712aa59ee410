/**
 * Where a threshold is from. The figures are those of the evaluation tool COMPASS (OpenATS, conf/default/eval.json of
 * version b81e523): EUROCAE ED-142 for the terminal area (TMA), EUROCAE ED-87E table 3-1 for the manoeuvring area of an
 * airport, and COMPASS's own standard "Tracker Comparison".
 */
export type Standard = 'ED-142 TMA' | 'ED-87E' | 'COMPASS'

export type Verdict = 'pass' | 'fail' | 'not applicable'

/** What a standard asks of a figure. */
export interface Threshold {
  readonly standard: Standard
  readonly bound: 'at least' | 'at most'
  readonly limit: number
  /** Why it cannot be asked here. */
  readonly notHere?: string | undefined
}

/** A threshold and whether it is met. */
export interface Judgement extends Threshold {
  readonly verdict: Verdict
  /** Why it is not applicable, or how little a pass says. */
  readonly because?: string
}

export type Unit = 'share' | 'm' | 'm/s' | 's' | '1/h' | ''

/** One figure of an evaluation. */
export interface Requirement {
  readonly group: string
  readonly name: string
  /** Undefined where there was nothing to measure. */
  readonly value: number | undefined
  readonly unit: Unit
  /** How many measurements are behind it. */
  readonly samples: number
  readonly judgements: readonly Judgement[]
  /** What else there is to say, in words. */
  readonly remarks?: readonly string[]
}

/** A figure before it is judged. */
export interface Figure extends Omit<Requirement, 'judgements'> {
  readonly thresholds?: readonly Threshold[]
}

export const judged = ({ thresholds = [], ...figure }: Figure): Requirement => ({
  ...figure,
  judgements: thresholds.map((threshold) => judge(threshold, figure)),
})

/**
 * Of n samples without one case, no probability below some 3/n is shown (the rule of three: Hanley and Lippman-Hand,
 * JAMA 249, 1983).
 */
function judge(threshold: Threshold, { value, unit, samples }: Omit<Figure, 'thresholds'>): Judgement {
  const { bound, limit, notHere } = threshold
  if (notHere !== undefined) return { ...threshold, verdict: 'not applicable', because: notHere }
  if (value === undefined) return { ...threshold, verdict: 'not applicable', because: 'nothing to measure' }
  const isMet = bound === 'at least' ? value >= limit : value <= limit
  if (!isMet) return { ...threshold, verdict: 'fail' }
  const asked = bound === 'at least' ? 1 - limit : limit
  const isShown = unit !== 'share' || samples * asked >= 3
  return { ...threshold, verdict: 'pass', ...(!isShown && { because: `${samples} samples are too few to show it` }) }
}

export const share = (part: number, whole: number): number | undefined => (whole > 0 ? part / whole : undefined)

export const mean = (values: readonly number[]): number | undefined =>
  share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  )

export function rootMeanSquare(values: readonly number[]): number | undefined {
  const square = mean(values.map((value) => value ** 2))
  return square === undefined ? undefined : Math.sqrt(square)
}

/** The value that 95 of 100 do not exceed: of n in order, the one at ⌈0.95 n⌉. */
export function percentile95(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]
}
