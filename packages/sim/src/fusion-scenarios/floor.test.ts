import { describe, expect, it } from 'vitest'
import { areReferencesThere, REFERENCES, referenceScenario } from '../../oracles/reference.ts'
import { makeFusionScenario } from './catalogue.ts'
import type { FusionScenario, ScenarioPlot } from './format.ts'

/** Position and velocity on one axis, with its covariance. */
interface Axis { x: number; v: number; xx: number; xv: number; vv: number }

/** A nearly-constant-velocity Kalman filter an axis (Bar-Shalom, Li, Kirubarajan 2001, § 6.2), as a measure. */
class Filter {
  readonly axes: [Axis, Axis]
  time: number

  readonly noise: number

  constructor(plot: Measured, noise: number) {
    this.noise = noise
    const axis = (x: number): Axis => ({ x, v: 0, xx: plot.variance, xv: 0, vv: 40 })
    this.axes = [axis(plot.x), axis(plot.y)]
    this.time = plot.t
  }

  advance(to: number): void {
    const dt = Math.max(0, to - this.time)
    for (const axis of this.axes) {
      axis.x += axis.v * dt
      axis.xx += 2 * dt * axis.xv + dt * dt * axis.vv + this.noise * dt ** 3 / 3
      axis.xv += dt * axis.vv + this.noise * dt * dt / 2
      axis.vv += this.noise * dt
    }
    this.time = Math.max(to, this.time)
  }

  take({ x, y, variance }: Measured): void {
    for (const [axis, value] of [[this.axes[0], x], [this.axes[1], y]] as const) {
      const [gain, gainV] = [axis.xx / (axis.xx + variance), axis.xv / (axis.xx + variance)]
      const miss = value - axis.x
      axis.x += gain * miss
      axis.v += gainV * miss
      axis.vv -= gainV * axis.xv
      axis.xv -= gain * axis.xv
      axis.xx -= gain * axis.xx
    }
  }
}

/** Power of the acceleration noise, in m²/s³: of go-fasts, whose names begin with G, and of all others. */
const noiseOf = (id: string) => (id.startsWith('G') ? 5 : 0.02)

interface Measured { readonly t: number; readonly x: number; readonly y: number; readonly variance: number }

function measured(plot: ScenarioPlot, { meta, bias }: FusionScenario): Measured {
  if (plot.k !== 'radar') return { t: plot.t, x: plot.x, y: plot.y, variance: plot.sp ** 2 }
  const radar = meta.sensors.find(({ s }) => s === plot.s)!
  const { rbias = 0, bbias = 0, tbias = 0 } = bias?.[plot.s] ?? {}
  const [r, b] = [plot.r - rbias, (plot.b - bbias) * (Math.PI / 180)]
  return {
    t: plot.t - tbias, x: radar.x + r * Math.sin(b), y: radar.y + r * Math.cos(b),
    variance: (plot.sr ** 2 + (r * plot.sb * (Math.PI / 180)) ** 2) / 2,
  }
}

/** Root mean square distance, in metres, of a filter that is told which plot is whose, after the first minute. */
function floorOf(scenario: FusionScenario): number {
  const byObject = new Map<string, Measured[]>()
  for (const { p, o } of scenario.origin) {
    for (const id of o?.split('+') ?? []) {
      const plots = byObject.get(id) ?? byObject.set(id, []).get(id)!
      plots.push(measured(scenario.plots[p]!, scenario))
    }
  }
  const errors: number[] = []
  const truth = Map.groupBy(scenario.truth.filter(({ cls, vis }) => cls === 'vessel' && vis), ({ id }) => id)
  for (const [id, lines] of truth) {
    const plots = (byObject.get(id) ?? []).sort((one, other) => one.t - other.t)
    let filter: Filter | undefined
    let next = 0
    for (const { t, x, y } of lines) {
      for (; next < plots.length && plots[next]!.t <= t; next++) {
        filter ??= new Filter(plots[next]!, noiseOf(id))
        filter.advance(plots[next]!.t)
        filter.take(plots[next]!)
      }
      if (!filter || t < 60 || t - filter.time > 60) continue
      filter.advance(t)
      errors.push((filter.axes[0].x - x) ** 2 + (filter.axes[1].x - y) ** 2)
    }
  }
  return Math.sqrt(errors.reduce((sum, error) => sum + error, 0) / errors.length)
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('a filter that is told which plot is whose', () => {
  it.skipIf(!areReferencesThere()).each(REFERENCES)('errs in other seeds of %s as it does in the reference', (name) => {
    const theirs = mean([1, 2].map((seed) => floorOf(referenceScenario(name, seed))))
    const ours = mean([11, 12, 13].map((seed) => floorOf(makeFusionScenario(name, seed)!)))
    expect(theirs).toBeGreaterThan(8)
    expect(Math.abs(ours / theirs - 1)).toBeLessThan(0.25)
  })

  it.each([['bias', 24], ['late-clock', 24], ['spoof', 19], ['convoy', 25]])(
    'follows every vessel of %s within %d m, once the radars’ errors are taken away', (name, metres) => {
      expect(floorOf(makeFusionScenario(name, 1)!)).toBeLessThan(metres)
    })

  it('errs far more where they are not', () => {
    const { bias: _, ...untold } = makeFusionScenario('bias', 1)!
    expect(floorOf(untold)).toBeGreaterThan(40)
  })
})
