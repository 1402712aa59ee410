import { describe, expect, it } from 'vitest'
import { makeFusionScenario } from '../fusion-scenarios/catalogue.ts'
import { fuseScenario } from './fuse-scenario.ts'
import type { FuseMeta, FusePlot } from './scenario-plot.ts'

const META: FuseMeta = { score_dt: 10, score_times: [0, 60], sensors: [{ s: 'R1', x: 0, y: -5000, rmax: 20_000, T: 3 }] }

/** A ship that goes east at 10 m/s from the first second on, reported every ten. */
const ais = (p: number, t: number, more: Partial<FusePlot> = {}): FusePlot =>
  ({ p, t, ta: t, s: 'AIS', k: 'ais', x: 10 * t, y: 0, sp: 10, v: 10, c: 90, id: '377000001', ...more })

describe('the tracker over a scenario', () => {
  it('tells of each track at each epoch where it is by then, how fast, who, and how sure', () => {
    const { tracks } = fuseScenario(META, [ais(0, 5), ais(1, 15), ais(2, 25), ais(3, 35)])
    expect(tracks.map(({ t }) => t)).toEqual([10, 20, 30, 40, 50, 60])
    const at40 = tracks[3]!
    expect(at40).toMatchObject({ ident: '377000001', dark: false, suspect: false })
    expect(Math.hypot(at40.x - 400, at40.y)).toBeLessThan(30)
    expect(Math.abs(at40.vx - 10)).toBeLessThan(1)
    expect(at40.cxx!).toBeGreaterThan(0)
  })

  it('knows at an epoch only what had arrived by then', () => {
    const { tracks } = fuseScenario(META, [ais(0, 5, { ta: 35 })])
    expect(tracks.map(({ t }) => t)).toEqual([40, 50, 60])
  })

  it('tells which track took which plot, by the number of the plot', () => {
    const { associations, tracks } = fuseScenario(META, [ais(7, 5), ais(9, 15), ais(8, 16, { x: 9000, id: '377000002' })])
    expect(associations.map(({ p }) => p)).toEqual([7, 8, 9])
    expect(associations[0]!.id).toBe(associations[2]!.id)
    expect(associations[1]!.id).not.toBe(associations[0]!.id)
    expect(new Set(tracks.map(({ id }) => id))).toEqual(new Set(associations.map(({ id }) => id)))
  })

  it('gives the same bytes for the same scenario', { timeout: 60_000 }, () => {
    const { meta, plots } = makeFusionScenario('crossing', 3)!
    const some = plots.slice(0, 1500)
    expect(JSON.stringify(fuseScenario(meta, some))).toBe(JSON.stringify(fuseScenario(meta, some)))
  })
})
