import { describe, expect, it } from 'vitest'
import { ais, around, several, vesselIn } from './cast.ts'
import { play } from './play.ts'
import type { Scene } from './scene.ts'

const duration = 300
const scene: Scene = {
  name: 'test', note: 'a note', duration, scoreEvery: 10,
  radars: [{ s: 'R1', x: 0, y: 0, rmax: 9000, T: 3, sr: 30, sb: 0.3, pd: 0.9, clutter: 3, lat: [8, 20] }],
  objects: several(6, (i) => vesselIn(1, `T${i}`, { duration, box: around(4000), speed: [3, 8] },
    i < 3 ? { transmitter: ais(i) } : {})),
}

describe('a scene that is played', () => {
  const played = play(scene, 1)

  it('gives plots of every sensor in order of arrival, although a late radar’s were made before', () => {
    expect(new Set(played.plots.map(({ s }) => s))).toEqual(new Set(['R1', 'AIS']))
    expect(played.plots.every(({ ta }, i) => i === 0 || ta >= played.plots[i - 1]!.ta)).toBe(true)
    expect(played.plots.every(({ t }, i) => i === 0 || t >= played.plots[i - 1]!.t)).toBe(false)
  })

  it('tells a tracker the sensors and nothing of the truth', () => {
    expect(played.meta).toEqual({
      name: 'test', seed: 1, crs: 'planar metres x=east y=north; bearing deg cw from north', duration: 300, score_dt: 10,
      score_times: [10, 300], sensors: [{ ...scene.radars[0], type: 'radar' }],
      ais: { sigma: 10, rx: 0.92, latency: [0.2, 1.5], satLatency: null }, targets: 6, plots: played.plots.length,
      note: 'a note',
    })
  })

  it('has a truth for each object at each scored instant', () => {
    expect(played.truth).toHaveLength(6 * 30)
    expect(played.truth[0]!.t).toBe(10)
    expect(played.truth.at(-1)!.t).toBe(300)
  })

  it('keeps the courses when a radar sees less, and loses plots of the radar alone', () => {
    const blind = play({ ...scene, radars: [{ ...scene.radars[0]!, pd: 0.5 }] }, 1)
    const reports = (all: typeof played) => all.plots.filter(({ k }) => k === 'ais').map((report) => ({ ...report, p: 0 }))
    expect(blind.truth).toEqual(played.truth)
    expect(reports(blind)).toEqual(reports(played))
    expect(blind.plots.length).toBeLessThan(played.plots.length * 0.8)
  })
})

describe('the registration errors of a scene', () => {
  it('are told where a radar has one, with the clock’s where it is wrong', () => {
    const faults = { R1: { rbias: 70, bbias: -0.6, late: 1.2 } }
    expect(play({ ...scene, faults }, 1).bias).toEqual({ R1: { rbias: 70, bbias: -0.6, tbias: -1.2 } })
    expect(play({ ...scene, faults: { R1: { rbias: 70 } } }, 1).bias).toEqual({ R1: { rbias: 70, bbias: 0 } })
  })

  it('are not told where there are none, nor for a patch of clutter', () => {
    const patch = { from: 0, to: 50, beyond: 2000, upTo: 4000, clutter: 5 }
    expect(play(scene, 1)).not.toHaveProperty('bias')
    expect(play({ ...scene, faults: { R1: { patch } } }, 1)).not.toHaveProperty('bias')
  })
})
