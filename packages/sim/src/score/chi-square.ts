/**
 * The value below which a chi-square variable of so many degrees of freedom lies with this probability. The degrees
 * need not be a whole number.
 */
export function chiSquareQuantile(probability: number, degrees: number): number {
  let [low, high] = [0, degrees + 10]
  while (chiSquareBelow(high, degrees) < probability) high *= 2
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2
    if (chiSquareBelow(middle, degrees) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The probability that a chi-square variable lies below `value`: the regularised lower incomplete gamma function. */
export function chiSquareBelow(value: number, degrees: number): number {
  const [a, x] = [degrees / 2, value / 2]
  if (x <= 0) return 0
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? factor * seriesBelow(a, x) : 1 - factor * fractionAbove(a, x)
}

const MOST_TERMS = 10_000
const CLOSE_ENOUGH = 1e-14

/** NIST DLMF § 8.11, equation 8.11.4. */
function seriesBelow(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let k = 1; k < MOST_TERMS && term > sum * CLOSE_ENOUGH; k++) {
    term *= x / (a + k)
    sum += term
  }
  return sum
}

/** The continued fraction of NIST DLMF § 8.9, equation 8.9.2, in its even part, by Lentz's method. */
function fractionAbove(a: number, x: number): number {
  let b = x + 1 - a
  let c = Infinity
  let d = 1 / b
  let value = d
  for (let k = 1; k < MOST_TERMS; k++) {
    const an = k * (a - k)
    b += 2
    d = 1 / (b + an * d)
    c = b + an / c
    value *= c * d
    if (Math.abs(c * d - 1) < CLOSE_ENOUGH) break
  }
  return value
}

/** Stirling's series (NIST DLMF 5.11.1) above 10, and below by the recurrence. */
function logGamma(x: number): number {
  if (x < 10) return logGamma(x + 1) - Math.log(x)
  const inverse = 1 / x ** 2
  const tail = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / x
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + tail
}
