import { combined, inverseOf, traceOfProduct, type Covariance } from './covariance.ts'

export interface Weighed {
  /** The weight of the first, 0 to 1; the second has the rest. */
  readonly omega: number
  readonly covariance: Covariance
  /** The inverses of what was put in. */
  readonly informationA: Covariance
  readonly informationB: Covariance
}

/** Steps of the search: the weight is then certain to a millionth. */
const HALVINGS = 20
/** A slope of ln det P smaller than this is none: both are equally sure, in all directions. */
const FLAT = 1e-9

/**
 * Covariance intersection (Julier, Uhlmann 1997, "A non-divergent estimation algorithm in the presence of unknown
 * correlations"): P⁻¹ = ω A⁻¹ + (1 − ω) B⁻¹, with the ω that makes det P least, whatever the units. The slope of
 * ln det P is monotone in ω, so halving finds its zero; exactly the same ω, mirrored, when A and B change places.
 * Undefined where either is not positive definite.
 */
export function intersectionOf(A: Covariance, B: Covariance): Weighed | undefined {
  const informationA = inverseOf(A)?.inverse
  const informationB = inverseOf(B)?.inverse
  if (!informationA || !informationB) return undefined
  const omega = leastOmega(informationA, informationB)
  if (omega === undefined) return undefined
  const covariance = covarianceAt(omega, informationA, informationB)
  return covariance && { omega, covariance, informationA, informationB }
}

const covarianceAt = (omega: number, A: Covariance, B: Covariance): Covariance | undefined =>
  inverseOf(combined(omega, A, 1 - omega, B))?.inverse

function leastOmega(A: Covariance, B: Covariance): number | undefined {
  const more = combined(1, A, -1, B)
  const gainAt = (omega: number): number => {
    const covariance = covarianceAt(omega, A, B)
    return covariance ? traceOfProduct(covariance, more) : Number.NaN
  }
  const [atNone, atAll] = [gainAt(0), gainAt(1)]
  if (Number.isNaN(atNone + atAll)) return undefined
  if (Math.abs(atNone) < FLAT && Math.abs(atAll) < FLAT) return 0.5
  if (atNone <= 0) return 0
  if (atAll >= 0) return 1
  let [low, high] = [0, 1]
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2
    const gain = gainAt(middle)
    if (gain === 0) return middle
    if (gain > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
