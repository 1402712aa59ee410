import type { ExplanationView } from '@csii/contract'

/** Chi-squared of 2 degrees of freedom: 95 % of what belongs to a track lies within. */
export const WITHIN_95 = 5.991

/** Farther ones are drawn at the top. */
const TOP_SIGMAS = 5

type Plot = Pick<ExplanationView['taken'][number], 'time' | 'distanceSquared'>

/** Where a plot stands on the chart: from the oldest (0) to the newest (1), and from where it was expected (0) to the top (1). */
export interface ChartPoint {
  readonly x: number
  readonly y: number
}

export function chartPoints(plots: readonly Plot[], all: readonly Plot[]): ChartPoint[] {
  const times = all.map(({ time }) => time)
  const first = Math.min(...times)
  const span = Math.max(1, Math.max(...times) - first)
  return plots.map(({ time, distanceSquared }) => ({ x: (time - first) / span, y: heightOf(distanceSquared) }))
}

export const heightOf = (distanceSquared: number): number => Math.min(1, Math.sqrt(distanceSquared) / TOP_SIGMAS)

/** The share within the line, `19/20`. */
export const within95 = (plots: readonly Plot[]): string =>
  `${plots.filter(({ distanceSquared }) => distanceSquared <= WITHIN_95).length}/${plots.length}`
