import { degreesToRadians, type LatLon, type PositionCovariance } from '@csii/model'
import { pointAt } from './local-frame.ts'

/**
 * The border of an error ellipse, closed: its last point is its first. It is the unit circle under the Cholesky factor of
 * the covariance (Golub, Van Loan, Matrix Computations, § 4.2.5), times so many standard deviations. Two hold 86 %.
 */
export function errorEllipse(centre: LatLon, { ee, en, nn }: PositionCovariance, sigmas: number, corners = 72): LatLon[] {
  const east = Math.sqrt(Math.max(0, ee))
  const shear = east > 0 ? en / east : 0
  const north = Math.sqrt(Math.max(0, nn - shear ** 2))
  return Array.from({ length: corners + 1 }, (_, corner) => {
    const angle = degreesToRadians((360 * (corner % corners)) / corners)
    const [x, y] = [sigmas * Math.cos(angle), sigmas * Math.sin(angle)]
    return pointAt(centre, { east: east * x, north: shear * x + north * y })
  })
}
