import { describe, expect, it } from 'vitest'
import { fuseScenario } from './fuse-scenario.ts'
import type { FuseMeta, FusePlot } from './scenario-plot.ts'

const META: FuseMeta = {
  score_dt: 3, score_times: [30, 120], sensors: [{ s: 'R1', x: 0, y: 0, rmax: 30_000, T: 3 }],
}
/** A vessel 5 km east of the radar goes north at 5 m/s, seen in each turn and heard every ten seconds. */
function passage({ isHeard = true } = {}): FusePlot[] {
  const plots: Omit<FusePlot, 'p'>[] = []
  for (let t = 0; t <= 120; t += 3) {
    const [x, y] = [5000, 5 * t]
    plots.push({ t, ta: t + 0.1, s: 'R1', r: Math.hypot(x, y), b: (Math.atan2(x, y) * 180) / Math.PI, sr: 30, sb: 0.3 })
  }
  for (let t = 1; isHeard && t <= 120; t += 10) {
    plots.push({ t, ta: t + 0.5, s: 'AIS', x: 5000, y: 5 * t, sp: 10, v: 5, c: 0, id: '377000001', cl: 'A' })
  }
  return plots.toSorted((a, b) => a.ta - b.ta).map((plot, p) => ({ ...plot, p }))
}

describe('the tracker on a scenario', () => {
  it('has one line for one vessel at each score epoch, where it is and how it moves', () => {
    const { tracks } = fuseScenario(META, passage())
    expect(tracks.map(({ t }) => t)).toEqual(Array.from({ length: 31 }, (_, n) => 30 + 3 * n))
    expect(new Set(tracks.map(({ id }) => id)).size).toBe(1)
    for (const { t, x, y, vx, vy, ident, dark, suspect } of tracks) {
      expect(Math.hypot(x - 5000, y - 5 * t)).toBeLessThan(10)
      expect(Math.hypot(vx, vy - 5)).toBeLessThan(0.5)
      expect({ ident, dark, suspect }).toEqual({ ident: '377000001', dark: false, suspect: false })
    }
  })

  it('tells its uncertainty as a covariance', () => {
    const { cxx, cxy, cyy } = fuseScenario(META, passage()).tracks.at(-1)!
    expect(cxx! * cyy! - cxy! * cxy!).toBeGreaterThan(0)
  })

  it('tells which track took which plot, in the order of the plots', () => {
    const plots = passage()
    const { associations } = fuseScenario(META, plots)
    const taken = associations.map(({ p }) => p)
    expect(taken).toEqual(taken.toSorted((a, b) => a - b))
    expect(new Set(taken).size).toBe(taken.length)
    expect(taken.length).toBeGreaterThan(0.9 * plots.length)
  })

  it('says who it is only if somebody has said so', () => {
    const idents = fuseScenario(META, passage({ isHeard: false })).tracks.map(({ ident }) => ident)
    expect(idents.length).toBeGreaterThan(0)
    expect(idents.every((ident) => ident === null)).toBe(true)
  })

  it('knows at each epoch only what had arrived by then', () => {
    const plots = passage()
    const until = (epoch: number, heard: readonly FusePlot[]) =>
      fuseScenario(META, heard).tracks.filter(({ t }) => t <= epoch)
    expect(until(60, plots.filter(({ ta }) => ta <= 60))).toEqual(until(60, plots))
  })

  it('tells what it learnt of the radar, however little', () => {
    const { registrations } = fuseScenario(META, passage())
    expect(registrations.every(({ sensorId, isApplied }) => sensorId === 'R1' && !isApplied)).toBe(true)
  })

  it('has nothing to tell of an empty sea', () => {
    expect(fuseScenario(META, [])).toEqual({ tracks: [], associations: [], registrations: [] })
  })
})
