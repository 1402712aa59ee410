import type { Timestamp } from '@csii/model'
import { chance } from './chance.ts'

/** The first instant after another on a grid of the interval, shifted by up to a tenth of it as SOTDMA slots are. */
export function nextOnGrid(key: number, interval: number, after: Timestamp): Timestamp {
  const phase = phaseOf(key, interval)
  let step = Math.floor((after - phase) / interval)
  for (;;) {
    const t = Math.round(phase + step * interval + 0.2 * interval * (chance(key, step) - 0.5))
    if (t > after) return t
    step++
  }
}

/** Which step of its grid an instant belongs to. */
export const stepOnGrid = (key: number, interval: number, t: Timestamp): number =>
  Math.round((t - phaseOf(key, interval)) / interval)

const phaseOf = (key: number, interval: number): number => chance(key, 41) * interval
