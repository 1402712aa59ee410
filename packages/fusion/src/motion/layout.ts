/**
 * Where the numbers of one motion state lie in a Float64Array. Positions in metres in the track's frame, velocities in
 * m/s, time in epoch milliseconds. Symmetric matrices are packed by rows of the upper triangle of their first four
 * columns; a fifth column comes last, so that all have position and velocity in the same places.
 */
export const TIME = 0
/** Probabilities of the three models: steady, manoeuvring, turning. */
export const WEIGHTS = 1
export const MODELS = 3
export const STEADY = 0
export const MANOEUVRING = 1
export const TURNING = 2

/** x, y, vx, vy. */
export const PLANAR = 4
const PLANAR_PACKED = 10
/** x, y, vx, vy and the turn rate in rad/s, counter-clockwise. */
const TURN_SIZE = 5
const TURN_PACKED = 15

/** Where each model's mean begins; its covariance follows. */
export const MEANS: readonly number[] = [4, 4 + PLANAR + PLANAR_PACKED, 4 + 2 * (PLANAR + PLANAR_PACKED)]
export const SIZES: readonly number[] = [PLANAR, PLANAR, TURN_SIZE]
export const COVARIANCES: readonly number[] = MEANS.map((mean, model) => mean + SIZES[model]!)

/** The mixture of the models as one Gaussian. */
export const MIXED_MEAN = COVARIANCES[TURNING]! + TURN_PACKED
export const MIXED_COVARIANCE = MIXED_MEAN + PLANAR
export const STATE_LENGTH = MIXED_COVARIANCE + PLANAR_PACKED

/** Index in a packed 4 × 4 matrix, by name: x, y, and u, v for their rates. */
export const XX = 0
export const XY = 1
export const XU = 2
export const XV = 3
export const YY = 4
export const YU = 5
export const YV = 6
export const UU = 7
export const UV = 8
export const VV = 9
