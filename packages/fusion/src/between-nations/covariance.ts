/**
 * Covariance of [east, north, velocity to the east, to the north] in m², m²/s and m²/s²: ten numbers, the upper
 * triangle row by row.
 */
export type Covariance = readonly number[]

const SIZE = 4
export const COVARIANCE_LENGTH = 10
/** Where entry (i, j) lies. */
const PLACE = [0, 1, 2, 3, 1, 4, 5, 6, 2, 5, 7, 8, 3, 6, 8, 9]

export const entry = (covariance: Covariance, i: number, j: number): number => covariance[PLACE[i * SIZE + j]!]!

/** a·A + b·B. */
export const combined = (a: number, A: Covariance, b: number, B: Covariance): Covariance =>
  A.map((value, at) => a * value + b * B[at]!)

/** A vector under a symmetric matrix. */
export const times = (A: Covariance, vector: readonly number[]): number[] =>
  vector.map((_, i) => vector.reduce((sum, value, j) => sum + entry(A, i, j) * value, 0))

/** The trace of a product of symmetric matrices. */
export function traceOfProduct(A: Covariance, B: Covariance): number {
  let trace = 0
  for (let i = 0; i < SIZE; i++) for (let j = 0; j < SIZE; j++) trace += entry(A, i, j) * entry(B, i, j)
  return trace
}

export interface Inverse {
  readonly inverse: Covariance
  readonly logDeterminant: number
}

/** By Cholesky's factor (Golub, Van Loan, Matrix Computations, § 4.2). Undefined where it is not positive definite. */
export function inverseOf(A: Covariance): Inverse | undefined {
  const root = choleskyOf(A)
  if (!root) return undefined
  const inverse = inverseOfLower(root)
  const product: number[] = []
  let logDeterminant = 0
  for (let i = 0; i < SIZE; i++) {
    logDeterminant += 2 * Math.log(root[i * SIZE + i]!)
    for (let j = i; j < SIZE; j++) {
      let sum = 0
      for (let k = j; k < SIZE; k++) sum += inverse[k * SIZE + i]! * inverse[k * SIZE + j]!
      product.push(sum)
    }
  }
  return { inverse: product, logDeterminant }
}

/** A pivot smaller than this share of its variance is lost in rounding. */
const LEAST_PIVOT = 1e-13

function choleskyOf(A: Covariance): Float64Array | undefined {
  const root = new Float64Array(SIZE * SIZE)
  for (let j = 0; j < SIZE; j++) {
    for (let i = j; i < SIZE; i++) {
      let rest = entry(A, i, j)
      for (let k = 0; k < j; k++) rest -= root[i * SIZE + k]! * root[j * SIZE + k]!
      if (i > j) root[i * SIZE + j] = rest / root[j * SIZE + j]!
      else if (rest > LEAST_PIVOT * entry(A, j, j) && rest < Infinity) root[j * SIZE + j] = Math.sqrt(rest)
      else return undefined
    }
  }
  return root
}

function inverseOfLower(root: Float64Array): Float64Array {
  const inverse = new Float64Array(SIZE * SIZE)
  for (let j = 0; j < SIZE; j++) {
    inverse[j * SIZE + j] = 1 / root[j * SIZE + j]!
    for (let i = j + 1; i < SIZE; i++) {
      let sum = 0
      for (let k = j; k < i; k++) sum -= root[i * SIZE + k]! * inverse[k * SIZE + j]!
      inverse[i * SIZE + j] = sum / root[i * SIZE + i]!
    }
  }
  return inverse
}
