/** How often something is counted in an hour, as it was over the hours of late. */
export interface UsualCount {
  readonly mean: number
  readonly variance: number
}

export const NEVER_COUNTED: UsualCount = { mean: 0, variance: 0 }

/** After a week an hour weighs half of what it did: seasons change, and masts are moved. */
export const HALF_LIFE_HOURS = 168
const KEPT_PER_HOUR = 2 ** (-1 / HALF_LIFE_HOURS)

/** The sum of the weights of the hours counted, when one more is. */
export const oneMoreHour = (hours: number): number => hours * KEPT_PER_HOUR + 1

/** The same for days, when one more is. */
export const oneMoreDay = (days: number): number => days * KEPT_PER_HOUR ** 24 + 1

/**
 * Takes in one more hour's count. `hours` already includes that hour. Exponentially weighted mean and variance, exact
 * for the weights (West 1979, Communications of the ACM 22(9), "Updating mean and variance estimates").
 */
export function learnCount({ mean, variance }: UsualCount, count: number, hours: number): UsualCount {
  const share = 1 / hours
  const difference = count - mean
  return { mean: mean + share * difference, variance: (1 - share) * (variance + share * difference * difference) }
}

/** Ships come in fleets and by the hour of the day: until more is known, counts vary twice as much as Poisson's. */
const PRIOR_DISPERSION = 2
const PRIOR_HOURS = 12

/** Variance over mean: 1 is Poisson's, more is traffic that comes in waves. Never below 1. */
export function dispersionOf({ mean, variance }: UsualCount, hours: number): number {
  const seen = mean > 0 ? variance / mean : PRIOR_DISPERSION
  return Math.max(1, (hours * seen + PRIOR_HOURS * PRIOR_DISPERSION) / (hours + PRIOR_HOURS))
}

/** As if it were Poisson's: the formula of the negative binomial divides by what is left. */
const ALMOST_POISSON = 1 + 1e-6
/** Counts beyond this are summed no further; they are never few. */
const MOST_TERMS = 10_000

/**
 * How likely so few or fewer are, 0 to 1, when `mean` are usual: the lower tail of the negative binomial with that
 * mean and variance = dispersion × mean, which for a dispersion of 1 is Poisson's (Johnson, Kemp, Kotz, Univariate
 * Discrete Distributions, § 5.1).
 */
export function chanceOfSoFew(count: number, mean: number, dispersion: number): number {
  if (mean <= 0 || count > MOST_TERMS) return 1
  const isPoisson = dispersion < ALMOST_POISSON
  const size = isPoisson ? Infinity : mean / (dispersion - 1)
  const kept = isPoisson ? mean : 1 - 1 / dispersion
  // In logarithms: for a mean above 700 the first term is smaller than a number can be.
  let term = isPoisson ? -mean : -size * Math.log(dispersion)
  let sum = Math.exp(term)
  for (let n = 0; n < count; n++) {
    term += Math.log(isPoisson ? kept / (n + 1) : (kept * (size + n)) / (n + 1))
    sum += Math.exp(term)
  }
  return Math.min(1, sum)
}
