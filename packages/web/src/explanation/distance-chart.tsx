import type { ExplanationView } from '@csii/contract'
import { useText } from '../text/use-text.tsx'
import { chartPoints, heightOf, WITHIN_95, within95 } from './chart-points.ts'

const WIDTH = 320
const HEIGHT = 92
const EDGE = 6

const across = (x: number): number => EDGE + x * (WIDTH - 2 * EDGE)
const up = (y: number): number => HEIGHT - EDGE - y * (HEIGHT - 2 * EDGE)

/** Plots over time, discs taken and crosses turned away, against the distance that should hold 95 % of the track's own. */
export function DistanceChart({ taken, rejected }: Pick<ExplanationView, 'taken' | 'rejected'>) {
  const text = useText()
  const all = [...taken, ...rejected]
  if (taken.length < 2) return null
  return (
    <figure className="distance-chart">
      <h3>{text('explain.chart')}</h3>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <line className="axis" x1={EDGE} x2={WIDTH - EDGE} y1={up(0)} y2={up(0)} />
        <line className="limit" x1={EDGE} x2={WIDTH - EDGE} y1={up(heightOf(WITHIN_95))} y2={up(heightOf(WITHIN_95))} />
        {chartPoints(rejected, all).map(({ x, y }, at) => (
          <path key={at} className="rejected" d={`M${across(x) - 3} ${up(y) - 3}l6 6m0 -6l-6 6`} />
        ))}
        {chartPoints(taken, all).map(({ x, y }, at) => (
          <circle key={at} className="taken" cx={across(x)} cy={up(y)} r={2.6} />
        ))}
      </svg>
      <figcaption>
        {text('explain.chart.words', { taken: taken.length, rejected: rejected.length, within: within95(taken) })}
      </figcaption>
    </figure>
  )
}
