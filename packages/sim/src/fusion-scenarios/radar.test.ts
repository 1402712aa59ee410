import { describe, expect, it } from 'vitest'
import { covers, scan } from './radar.ts'
import type { Radar, RadarFault, Scene, SceneObject } from './scene.ts'

const RADAR: Radar = { s: 'R1', x: 1000, y: -2000, rmax: 20_000, T: 3, sr: 30, sb: 0.3, pd: 1, clutter: 0 }

/** An object that lies still, by its place. */
const still = (id: string, x: number, y: number, more: Partial<SceneObject> = {}): SceneObject =>
  ({ id, cls: 'vessel', path: () => ({ x, y, vx: 0, vy: 0, courseDeg: 90, turnRate: 0 }), ...more })

/** What a radar plots of some objects, each with its origin. */
function plots(radar: Partial<Radar>, objects: readonly SceneObject[], fault?: RadarFault, duration = 6000) {
  const whole = { ...RADAR, ...radar }
  const scene: Scene = {
    name: 'test', note: '', duration, scoreEvery: 10, radars: [whole], objects, ...(fault && { faults: { R1: fault } }),
  }
  return scan(whole, scene, 1).flatMap(({ plot, origin }) => (plot.k === 'radar' ? [{ ...plot, origin }] : []))
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const deviation = (values: readonly number[]) => {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}
/** 10 km east of the radar. */
const EAST = still('east', 11_000, -2000)

describe('a rotating radar', () => {
  const seen = plots({}, [EAST])

  it('plots an object once a scan, at the moment when the beam passes it', () => {
    expect(seen.map(({ n }) => n)).toEqual(seen.map((_, i) => i))
    const start = seen[0]!.t - 0.75
    expect(start).toBeGreaterThanOrEqual(0)
    for (const { n, t } of seen) expect(t).toBeCloseTo(start + 3 * n + 0.75, 2)
  })

  it('errs in range and bearing by what it says, about the truth', () => {
    expect(Math.abs(mean(seen.map(({ r }) => r)) - 10_000)).toBeLessThan(3)
    expect(Math.abs(deviation(seen.map(({ r }) => r)) - 30)).toBeLessThan(2)
    expect(Math.abs(mean(seen.map(({ b }) => b)) - 90)).toBeLessThan(0.03)
    expect(Math.abs(deviation(seen.map(({ b }) => b)) - 0.3)).toBeLessThan(0.02)
    expect(seen[0]).toMatchObject({ s: 'R1', sr: 30, sb: 0.3, origin: 'east' })
  })

  it('delivers each plot a tenth of a second later, or as late as its line is', () => {
    expect(Math.abs(mean(seen.map(({ t, ta }) => ta - t)) - 0.1)).toBeLessThan(0.005)
    const late = plots({ lat: [8, 20] }, [EAST]).map(({ t, ta }) => ta - t)
    expect(Math.min(...late)).toBeGreaterThan(7.99)
    expect(Math.max(...late)).toBeLessThan(20.01)
  })

  it('sees as often as its probability of detection says, or the object’s', () => {
    const scans = seen.length
    expect(plots({ pd: 0.9 }, [EAST]).length / scans).toBeCloseTo(0.9, 1)
    expect(plots({ pd: 0.9 }, [{ ...EAST, pd: 0.5 }]).length / scans).toBeCloseTo(0.5, 1)
  })

  it('sees nothing beyond its range', () => {
    expect(plots({}, [still('far', 21_100, -2000)])).toEqual([])
  })

  it('keeps the bearing of a vessel due north between 0 and 360', () => {
    const bearings = plots({}, [still('north', 1000, 8000)]).map(({ b }) => b)
    expect(bearings.some((b) => b > 359)).toBe(true)
    expect(bearings.some((b) => b < 1)).toBe(true)
    expect(bearings.every((b) => b >= 0 && b < 360)).toBe(true)
  })

  it('ends its last scan before the scenario does', () => {
    const short = plots({}, [EAST], undefined, 100)
    const start = short[0]!.t - 0.75
    expect(short).toHaveLength(Math.floor((100 - start) / 3))
  })
})

describe('the beam and an object that moves', () => {
  /** An aircraft that passes 3 km north of the radar at 150 m/s and comes back, again and again. */
  const path = (time: number) => {
    const phase = ((time % 200) + 200) % 200
    const way = phase < 100 ? phase : 200 - phase
    return { x: 1000 - 7500 + 150 * way, y: 1000, vx: phase < 100 ? 150 : -150, vy: 0, courseDeg: 90, turnRate: 0 }
  }
  const passing = plots({ sr: 0.001, sb: 0.0001 }, [{ id: 'A0', cls: 'air', path }])

  it('meet where the object is at the time of the plot', () => {
    for (const { t, r, b } of passing) {
      const [east, north] = [path(t).x - RADAR.x, path(t).y - RADAR.y]
      expect(Math.hypot(r * Math.sin(b * (Math.PI / 180)) - east, r * Math.cos(b * (Math.PI / 180)) - north)).toBeLessThan(2)
    }
  })

  it('meet at most once a scan, and a turn of the antenna apart, although the object passes north', () => {
    expect(new Set(passing.map(({ n }) => n)).size).toBe(passing.length)
    const gaps = passing.slice(1).map(({ t }, i) => t - passing[i]!.t)
    expect(Math.min(...gaps)).toBeGreaterThan(2.4)
    expect(Math.max(...gaps)).toBeLessThan(6.7)
  })
})

describe('clutter', () => {
  const clutter = plots({ clutter: 15 }, [])

  it('comes at its mean number a scan and has no origin', () => {
    expect(clutter.length / 1999).toBeCloseTo(15, 0)
    expect(clutter.every(({ origin }) => origin === null)).toBe(true)
  })

  it('is uniform in area and in bearing', () => {
    const inside = (part: number) => clutter.filter(({ r }) => r < part * 20_000).length / clutter.length
    expect(inside(0.5)).toBeCloseTo(0.25, 2)
    expect(inside(Math.SQRT1_2)).toBeCloseTo(0.5, 2)
    for (const quarter of [0, 90, 180, 270]) {
      expect(clutter.filter(({ b }) => b >= quarter && b < quarter + 90).length / clutter.length).toBeCloseTo(0.25, 1)
    }
  })

  it('lies near in part where the sea does it', () => {
    const near = plots({ clutter: 60, near: 0.5 }, [], undefined, 900)
    expect(near.filter(({ r }) => r < 7000).length / near.length).toBeCloseTo(0.5 + 0.5 * 0.35 ** 2, 1)
    expect(Math.min(...near.map(({ r }) => r))).toBeGreaterThanOrEqual(200)
  })

  it('is dense in a patch, also across north', () => {
    const patch = { from: 330, to: 20, beyond: 3000, upTo: 6000, clutter: 30 }
    const dense = plots({ clutter: 10 }, [], { patch }, 900)
    const inside = dense.filter(({ r, b }) => r >= 3000 && r <= 6000 && (b >= 330 || b < 20))
    expect(inside.length / 299).toBeGreaterThan(29)
    expect(dense.length / 299).toBeCloseTo(40, -1)
  })
})

describe('a resolution cell', () => {
  const pair = [still('one', 11_000, -2000), still('two', 11_030, -1980)]

  it('merges two vessels inside it into one plot between them', () => {
    const merged = plots({ res: [45, 0.45] }, pair)
    expect(new Set(merged.map(({ origin }) => origin))).toEqual(new Set(['one+two']))
    expect(Math.abs(mean(merged.map(({ r }) => r)) - 10_015)).toBeLessThan(3)
  })

  it('leaves them apart where it is smaller, or where there is none', () => {
    expect(plots({ res: [20, 0.45] }, pair)).toHaveLength(1999 * 2)
    expect(plots({}, pair)).toHaveLength(1999 * 2)
  })

  it('plots the one alone in a scan that misses the other', () => {
    const origins = plots({ res: [45, 0.45], pd: 0.5 }, pair).map(({ origin }) => origin)
    const share = (origin: string) => origins.filter((other) => other === origin).length / 1999
    expect([share('one'), share('two'), share('one+two')].map((part) => Math.abs(part - 0.25) < 0.04)).toEqual(
      [true, true, true])
  })

  it('merges a chain whose ends are further apart than itself', () => {
    const chain = [...pair, still('three', 11_060, -2000)]
    expect(new Set(plots({ res: [45, 0.45] }, chain).map(({ origin }) => origin!.split('+').length))).toEqual(new Set([3]))
  })
})

describe('what a radar does not know of itself', () => {
  it('shifts each plot in range and bearing', () => {
    const biased = plots({}, [EAST], { rbias: -80, bbias: 0.7 })
    expect(Math.abs(mean(biased.map(({ r }) => r)) - 9920)).toBeLessThan(3)
    expect(Math.abs(mean(biased.map(({ b }) => b)) - 90.7)).toBeLessThan(0.03)
  })

  it('leaves clutter where it is: it has no true place', () => {
    expect(plots({ clutter: 15 }, [], { bbias: 0.7 }, 90)).toEqual(plots({ clutter: 15 }, [], undefined, 90))
  })

  it('stamps each plot early where its clock is slow, and the plot arrives when it would', () => {
    const [right, slow] = [plots({}, [EAST], undefined, 90), plots({}, [EAST], { late: 1.5 }, 90)]
    expect(slow.map(({ ta }) => ta)).toEqual(right.map(({ ta }) => ta))
    for (const [i, { t }] of slow.entries()) expect(right[i]!.t - t).toBeCloseTo(1.5, 2)
  })
})

describe('land before a radar', () => {
  const shadow = [{ from: 60, to: 120, beyond: 5000 }]

  it('hides what is behind it and nothing before or beside it', () => {
    const radar = { ...RADAR, shadow }
    expect(covers(radar, 11_000, -2000)).toBe(false)
    expect(covers(radar, 5000, -2000)).toBe(true)
    expect(covers(radar, 1000, 8000)).toBe(true)
    expect(plots({ shadow }, [EAST])).toEqual([])
  })

  it('may lie across north', () => {
    const radar = { ...RADAR, shadow: [{ from: 350, to: 10, beyond: 5000 }] }
    expect(covers(radar, 1000, 8000)).toBe(false)
    expect(covers(radar, 11_000, -2000)).toBe(true)
  })

  it('gives no clutter', () => {
    const behind = plots({ clutter: 30, shadow }, []).filter(({ r, b }) => r >= 5000 && b >= 60 && b < 120)
    expect(behind).toEqual([])
  })
})

describe('the echo of a long hull', () => {
  const ranges = plots({ sr: 5 }, [still('ship', 11_000, -2000, { hull: 300 })]).map(({ r }) => r)

  it('has its centre anywhere along the hull, but not beyond', () => {
    expect(deviation(ranges)).toBeGreaterThan(40)
    expect(Math.max(...ranges)).toBeLessThan(10_000 + 150 + 25)
    expect(Math.min(...ranges)).toBeGreaterThan(10_000 - 150 - 25)
  })

  it('stays about where it was from one scan to the next', () => {
    const middle = mean(ranges)
    const next = mean(ranges.slice(1).map((r, i) => (r - middle) * (ranges[i]! - middle)))
    expect(next / deviation(ranges) ** 2).toBeGreaterThan(0.7)
  })
})
