import { degreesToRadians, normalDegrees, radiansToDegrees, type PositionCovariance } from '@csii/model'

/** An ellipse in which an object is with some probability. */
export interface Ellipse {
  /** Half the long and half the short axis, metres. */
  readonly semiMajor: number
  readonly semiMinor: number
  /** Of the long axis, degrees true: 0 ≤ degrees < 180. */
  readonly orientationDeg: number
}

/**
 * How many standard deviations reach to the edge of the ellipse that holds the object with the probability. The squared
 * distance has a chi-square distribution of two degrees of freedom, which is exponential with mean 2: k² = −2 ln(1 − p)
 * (Johnson, Kotz, Balakrishnan, Continuous Univariate Distributions, volume 1, chapter 18). One sigma holds 39 %.
 */
export const sigmasAt = (probability: number): number => Math.sqrt(-2 * Math.log1p(-probability))

export function covarianceOfEllipse(
  { semiMajor, semiMinor, orientationDeg }: Ellipse,
  probability: number,
): PositionCovariance {
  const sigmas = sigmasAt(probability)
  const [along, across] = [(semiMajor / sigmas) ** 2, (semiMinor / sigmas) ** 2]
  const [sin, cos] = [Math.sin(degreesToRadians(orientationDeg)), Math.cos(degreesToRadians(orientationDeg))]
  return {
    ee: along * sin ** 2 + across * cos ** 2,
    en: (along - across) * sin * cos,
    nn: along * cos ** 2 + across * sin ** 2,
  }
}

export function ellipseOfCovariance({ ee, en, nn }: PositionCovariance, probability: number): Ellipse {
  const sigmas = sigmasAt(probability)
  const middle = (ee + nn) / 2
  const spread = Math.hypot((nn - ee) / 2, en)
  return {
    semiMajor: sigmas * Math.sqrt(middle + spread),
    semiMinor: sigmas * Math.sqrt(Math.max(0, middle - spread)),
    orientationDeg: normalDegrees(radiansToDegrees(Math.atan2(2 * en, nn - ee) / 2)) % 180,
  }
}
