import { describe, expect, it } from 'vitest'
import type { Radar, Scene, SceneObject, Transmitter } from './scene.ts'
import { truthOf } from './truth.ts'

const RADAR: Radar = { s: 'R1', x: 0, y: 0, rmax: 10_000, T: 3, sr: 30, sb: 0.3, pd: 0.9, clutter: 0 }
const AIS: Transmitter = { medium: 'ais', cl: 'A', identities: [{ from: 0, id: '327000001' }] }

/** A vessel that lies 5 km north of the radar. */
const vessel = (more: Partial<SceneObject> = {}): SceneObject =>
  ({ id: 'T0', cls: 'vessel', path: () => ({ x: 0, y: 5000, vx: 0, vy: 5, courseDeg: 0, turnRate: 0 }), ...more })
const far = { path: () => ({ x: 0, y: 15_000, vx: 0, vy: 5, courseDeg: 0, turnRate: 0 }) }
const every = (seconds: number, from: number, to: number) =>
  Array.from({ length: Math.floor((to - from) / seconds) }, (_, i) => from + i * seconds)

/** The truth of one object every ten seconds for twenty minutes. */
function truth(object: SceneObject, sent: readonly number[], radar: Partial<Radar> = {}) {
  const scene: Scene = {
    name: 'test', note: '', duration: 1200, scoreEvery: 10, radars: [{ ...RADAR, ...radar }], objects: [object],
  }
  return truthOf(scene, new Map([[object.id, sent]]))
}
const at = (lines: ReturnType<typeof truth>, t: number) => lines.find((line) => line.t === t)!

describe('a vessel that never transmits', () => {
  it('is dark and nameless wherever a radar sees it', () => {
    expect(truth(vessel(), []).every(({ dark, ident, vis }) => dark === 1 && ident === null && vis)).toBe(true)
  })

  it('is out of everyone’s sight beyond the radar, and there it is not scored as dark', () => {
    expect(at(truth(vessel(far), []), 10)).toMatchObject({ vis: false, dark: null })
  })

  it('is out of sight behind land', () => {
    expect(at(truth(vessel(), [], { shadow: [{ from: 350, to: 10, beyond: 3000 }] }), 10).vis).toBe(false)
  })
})

describe('a vessel that transmits', () => {
  const lines = truth(vessel({ transmitter: AIS }), every(10, 15, 1200))

  it('is nameless and not scored until its first report, and bright from then on', () => {
    expect(at(lines, 10)).toMatchObject({ dark: null, ident: null })
    expect(lines.slice(1).every(({ dark, ident }) => dark === 0 && ident === '327000001')).toBe(true)
  })

  it('is seen beyond the radar too', () => {
    expect(at(truth(vessel({ transmitter: AIS, ...far }), every(10, 5, 1200)), 600)).toMatchObject({
      vis: true, dark: null, ident: '327000001',
    })
  })

  it('has the identity it sends at the time', () => {
    const identities = [{ from: 0, id: 'one' }, { from: 600, id: 'two' }]
    const changed = truth(vessel({ transmitter: { ...AIS, identities } }), every(10, 5, 1200))
    expect([at(changed, 590).ident, at(changed, 600).ident]).toEqual(['one', 'two'])
  })
})

describe('a vessel that falls silent', () => {
  const silent = truth(vessel({ transmitter: AIS }), [...every(10, 5, 300), ...every(10, 905, 1200)])

  it('is not yet called dark for a minute, not scored for three, and dark then', () => {
    const last = 285
    expect(silent.filter(({ dark, t }) => dark === null && t > 100).map(({ t }) => t)).toEqual(
      every(10, last + 65, last + 245))
    expect(at(silent, 340).dark).toBe(0)
    expect(at(silent, 530).dark).toBe(1)
  })

  it('is bright again with its first report', () => {
    expect([at(silent, 900).dark, at(silent, 910).dark]).toEqual([1, 0])
  })

  it('keeps the name it gave', () => {
    expect(at(silent, 700).ident).toBe('327000001')
  })

  it('is not called silent for the three minutes between an anchored vessel’s reports', () => {
    const anchored = truth(vessel({ transmitter: { ...AIS, anchored: true } }), every(185, 5, 1200))
    expect(anchored.every(({ dark, t }) => t < 10 || dark === 0)).toBe(true)
  })
})

describe('a vessel that reports a false place', () => {
  const offset = { from: 300, east: 6000, north: -4000 }
  const lines = truth(vessel({ transmitter: { ...AIS, offset } }), every(10, 5, 1200))
  const ghosts = lines.filter(({ cls }) => cls === 'ghost')

  it('is dark where it is, after the grace', () => {
    const own = lines.filter(({ cls }) => cls === 'vessel')
    expect([at(own, 350).dark, at(own, 400).dark, at(own, 540).dark]).toEqual([0, null, 1])
  })

  it('has a ghost where it says it is, from then on, which no sensor can see', () => {
    expect(ghosts[0]).toEqual({
      t: 300, id: 'ghost:T0', x: 6000, y: 1000, vx: 0, vy: 5, cls: 'ghost', vis: false, dark: null, ident: null,
    })
    expect(ghosts).toHaveLength(91)
  })
})

describe('an aircraft', () => {
  it('is never scored as dark', () => {
    expect(truth(vessel({ cls: 'air' }), []).every(({ dark }) => dark === null)).toBe(true)
  })
})
