/** Quantities are SI. A name states its unit where it is another one, or where a reader could doubt it. */

/** Metres per second in one knot: 1,852 m an hour (BIPM, The International System of Units, table 8). */
export const KNOT = 1852 / 3600

export const knotsToMps = (knots: number): number => knots * KNOT
export const mpsToKnots = (mps: number): number => mps / KNOT
export const degreesToRadians = (degrees: number): number => (degrees * Math.PI) / 180
export const radiansToDegrees = (radians: number): number => (radians * 180) / Math.PI

/** A direction brought into 0 ≤ degrees < 360. */
export const normalDegrees = (degrees: number): number => ((degrees % 360) + 360) % 360
