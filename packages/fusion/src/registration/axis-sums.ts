/** Sums over the pairs of one vessel on one axis, each weighted by the inverse of its variance. */
export interface AxisSums {
  weight: number
  value: number
  rate: number
  rateSquared: number
  rateValue: number
}

export const noSums = (): AxisSums => ({ weight: 0, value: 0, rate: 0, rateSquared: 0, rateValue: 0 })

export function add(sums: AxisSums, value: number, rate: number, variance: number): void {
  const weight = 1 / variance
  sums.weight += weight
  sums.value += weight * value
  sums.rate += weight * rate
  sums.rateSquared += weight * rate * rate
  sums.rateValue += weight * rate * value
}

/** Lets all of it count less: `share` of 0 to 1. */
export function fade(sums: AxisSums, share: number): void {
  sums.weight *= share
  sums.value *= share
  sums.rate *= share
  sums.rateSquared *= share
  sums.rateValue *= share
}
