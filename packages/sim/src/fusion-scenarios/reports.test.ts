import { describe, expect, it } from 'vitest'
import type { Motion } from './path.ts'
import { identityAt, reportingInterval, transmit } from './reports.ts'
import type { Scene, SceneObject, Transmitter } from './scene.ts'

const KNOT = 1852 / 3600
const classA: Transmitter = { medium: 'ais', cl: 'A', identities: [{ from: 0, id: '327000001' }] }
const classB: Transmitter = { ...classA, cl: 'B' }
const moving = (knots: number, turnRate = 0): Motion =>
  ({ x: 0, y: 0, vx: 0, vy: knots * KNOT, courseDeg: 0, turnRate })

/** A vessel that sails north at 5 m/s from the origin. */
const vessel = (transmitter: Transmitter): SceneObject => ({
  id: 'T0', cls: 'vessel', transmitter,
  path: (time) => ({ x: 0, y: 5 * time, vx: 0, vy: 5, courseDeg: 0, turnRate: 0 }),
})
const scene = (more: Partial<Scene> = {}): Scene =>
  ({ name: 'test', note: '', duration: 100_000, scoreEvery: 10, radars: [], objects: [], ...more })

/** The reports of a vessel as they arrive. */
const heard = (transmitter: Transmitter, more: Partial<Scene> = {}) =>
  transmit(vessel(transmitter), scene(more), 1).arrivals.flatMap(({ plot, origin }) =>
    plot.k === 'radar' ? [] : [{ ...plot, origin }])
const deviation = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

describe('a class A station reports', () => {
  it.each([[5, 0, 10], [14.1, 0, 6], [24, 0, 2], [5, 0.5, 10 / 3], [15, -0.5, 2]])(
    'at %d knots and %d °/s every %d s', (knots, turnRate, seconds) => {
      expect(reportingInterval(classA, moving(knots, turnRate))).toBeCloseTo(seconds, 9)
    })

  it('every three minutes at anchor', () => {
    expect(reportingInterval({ ...classA, anchored: true }, moving(0))).toBe(180)
  })
})

describe('other transmitters report', () => {
  it('class B every 30 s, every three minutes below two knots', () => {
    expect(reportingInterval(classB, moving(20, 3))).toBe(30)
    expect(reportingInterval(classB, moving(1))).toBe(180)
  })

  it('through a satellite every two minutes, ADS-B every second', () => {
    expect(reportingInterval({ ...classA, medium: 'sat-ais' }, moving(10))).toBe(120)
    expect(reportingInterval({ ...classA, medium: 'adsb' }, moving(200))).toBe(1)
  })
})

describe('what is received of ten thousand reports', () => {
  const reports = heard(classA)
  const { sent } = transmit(vessel(classA), scene(), 1)
  const errors = reports.map(({ t, x, y }) => ({ t, east: x, north: y - 5 * t }))

  it('is 92 of 100', () => {
    expect(sent.length).toBeGreaterThan(9500)
    // Of ten thousand reports one in a thousand runs is further off than this.
    expect(Math.abs(reports.length / sent.length - 0.92)).toBeLessThan(0.009)
  })

  it('was sent every ten seconds, give or take five in a hundred', () => {
    const gaps = sent.slice(1).map((at, i) => at - sent[i]!)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(9.5)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10.5)
  })

  it('arrives 0.2 to 1.5 s later', () => {
    const delays = reports.map(({ t, ta }) => ta - t)
    expect(Math.min(...delays)).toBeGreaterThan(0.19)
    expect(Math.max(...delays)).toBeLessThan(1.51)
  })

  it('errs by 10 m an axis', () => {
    expect(Math.abs(deviation(errors.map(({ east }) => east)) - 10)).toBeLessThan(0.7)
    expect(Math.abs(deviation(errors.map(({ north }) => north)) - 10)).toBeLessThan(0.7)
  })

  it('errs alike for a while: the receiver’s error drifts', () => {
    const variance = errors.reduce((sum, { east }) => sum + east ** 2, 0) / errors.length
    const product = (lag: number) => errors.slice(lag).reduce((sum, { east }, i) => sum + east * errors[i]!.east, 0) /
      (errors.length - lag) / variance
    expect(product(1)).toBeGreaterThan(0.2)
    expect(product(1)).toBeLessThan(0.4)
    expect(Math.abs(product(200))).toBeLessThan(0.1)
  })

  it('errs by 0.1 m/s and, at this speed, by 1.8° of course', () => {
    expect(deviation(reports.map(({ v }) => v))).toBeCloseTo(0.1, 2)
    expect(deviation(reports.map(({ c }) => (c > 180 ? c - 360 : c)))).toBeCloseTo(1.8, 1)
  })
})

describe('a transmitter', () => {
  it('sends nothing while it is switched off', () => {
    const { sent } = transmit(vessel({ ...classA, off: [300, 900] }), scene({ duration: 1200 }), 1)
    expect(sent.filter((at) => at >= 300 && at < 900)).toEqual([])
    expect(sent.filter((at) => at >= 900).length).toBeGreaterThan(20)
  })

  it('sends another identity from the second on when it is changed', () => {
    const changing = { ...classA, identities: [{ from: 0, id: 'one' }, { from: 600, id: 'two' }] }
    expect([identityAt(changing, 599), identityAt(changing, 600)]).toEqual(['one', 'two'])
    const ids = heard(changing, { duration: 1200 }).map(({ t, id }) => (t < 600) === (id === 'one'))
    expect(ids).not.toContain(false)
  })

  it('reports a false place from the second on when it does, and that is a ghost’s', () => {
    const reports = heard({ ...classA, offset: { from: 500, east: 6000, north: -4000 } }, { duration: 1000 })
    for (const { t, x, y, origin } of reports) {
      expect(origin).toBe(t < 500 ? 'T0' : 'ghost:T0')
      expect(Math.abs(x - (t < 500 ? 0 : 6000))).toBeLessThan(60)
      expect(Math.abs(y - 5 * t - (t < 500 ? 0 : -4000))).toBeLessThan(60)
    }
  })

  it('reports where its antenna stands: forward and to starboard of the middle', () => {
    const reports = heard({ ...classA, antenna: [100, 20] })
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(Math.abs(mean(reports.map(({ x }) => x)) - 20)).toBeLessThan(2)
    expect(Math.abs(mean(reports.map(({ t, y }) => y - 5 * t)) - 100)).toBeLessThan(2)
  })

  it('says its class, or none through a satellite', () => {
    expect(heard(classB)[0]).toMatchObject({ s: 'AIS', cl: 'B' })
    const { cl: _, ...without } = classA
    expect(heard({ ...without, medium: 'sat-ais' })[0]).not.toHaveProperty('cl')
  })

  it('of an aircraft says its height and errs by 15 m', () => {
    const reports = heard({ ...classA, medium: 'adsb', altitude: 900 }, { duration: 10_000 })
    expect(reports[0]).toMatchObject({ s: 'ADSB', k: 'adsb', alt: 900, sp: 15 })
    expect(Math.abs(deviation(reports.map(({ x }) => x)) - 15)).toBeLessThan(2)
  })

  it('that an object lacks sends nothing', () => {
    const { transmitter: _, ...silent } = vessel(classA)
    expect(transmit(silent, scene(), 1)).toEqual({ sent: [], arrivals: [] })
  })
})

describe('while no AIS is received', () => {
  it('reports are sent and none arrives', () => {
    const more = { duration: 1500, outage: [500, 800] as const }
    const { sent, arrivals } = transmit(vessel(classA), scene(more), 1)
    expect(sent.filter((at) => at >= 500 && at < 800).length).toBeGreaterThan(25)
    expect(arrivals.filter(({ plot: { t } }) => t >= 500 && t < 800)).toEqual([])
  })

  it('ADS-B still is', () => {
    const reports = heard({ ...classA, medium: 'adsb' }, { duration: 1000, outage: [0, 1000] })
    expect(reports.length).toBeGreaterThan(800)
  })
})

describe('two receivers', () => {
  const reports = heard(classA, { secondReceiver: [-0.5, 2] })
  const [first, second] = ['AIS', 'AIS2'].map((s) => new Map(reports.filter((r) => r.s === s).map((r) => [r.t, r])))

  it('each hear 92 of 100, one from the other apart', () => {
    const both = [...first!.keys()].filter((t) => second!.has(t)).length
    expect(Math.abs(both / first!.size - 0.92)).toBeLessThan(0.009)
    expect(Math.abs(both / second!.size - 0.92)).toBeLessThan(0.009)
  })

  it('hear the same payload, up to two seconds apart and never before it was sent', () => {
    for (const [t, { ta, s: _, ...payload }] of first!) {
      const other = second!.get(t)
      if (!other) continue
      const { ta: later, s: __, ...copy } = other
      expect(copy).toEqual(payload)
      expect(later - ta).toBeLessThan(2.01)
      expect(later).toBeGreaterThan(t)
    }
  })

  it('leave satellite AIS single', () => {
    const satellite = heard({ ...classA, medium: 'sat-ais' }, { secondReceiver: [-0.5, 2] })
    expect(new Set(satellite.map(({ s }) => s))).toEqual(new Set(['SATAIS']))
  })
})
