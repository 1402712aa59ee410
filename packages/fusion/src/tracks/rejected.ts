import type { Plot, RejectedPlot } from '@csii/model'
import type { Followed } from './followed.ts'

/** Plots that a track turned away, kept to explain it. */
const REJECTIONS_KEPT = 12

/** Why a track did not take a plot: how far off it was, squared Mahalanobis distance, and who took it. */
export const rejectionOf = (
  { sensorId, time, position }: Plot, distanceSquared: number, because: RejectedPlot['because'], takenBy?: string,
): RejectedPlot => ({ sensorId, time, position, distanceSquared, because, takenBy })

/** The oldest is forgotten. */
export function keepRejection(track: Followed, rejected: RejectedPlot): void {
  if (track.rejected.length >= REJECTIONS_KEPT) track.rejected.shift()
  track.rejected.push(rejected)
}
