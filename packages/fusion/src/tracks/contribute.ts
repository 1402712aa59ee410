import type { Timestamp } from '@csii/model'
import type { Followed } from './followed.ts'

/** Counts what a sensor added to a track. */
export function contribute(track: Followed, sensorId: string, plots: number, time: Timestamp): void {
  for (const own of track.contributors) {
    if (own.sensorId !== sensorId) continue
    own.plots += plots
    if (time > own.lastAt) own.lastAt = time
    return
  }
  track.contributors.push({ sensorId, plots, lastAt: time })
}
