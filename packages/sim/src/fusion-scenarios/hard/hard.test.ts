import { describe, expect, it } from 'vitest'
import { makeFusionScenario } from '../catalogue.ts'
import { covers } from '../radar.ts'
import { landShadow, lateClock, narrowLanes, seaClutter, sparseCrossing } from './cover.ts'
import { aisOutage, twoReceivers } from './reception.ts'
import { anchorage, convoy, largeHulls, smallCraft } from './vessels.ts'

const SEEDS = [1, 2]

describe.each(SEEDS)('thin detection, seed %d', (seed) => {
  it('is Pd 0.7 on shallow crossings and 0.75 on narrow lanes', () => {
    expect(sparseCrossing(seed).radars[0]!.pd).toBe(0.7)
    expect(narrowLanes(seed).radars[0]!.pd).toBe(0.75)
  })

  it('crosses ten courses 18° apart', () => {
    const courses = sparseCrossing(seed).objects.map(({ path }, i) => path(0).courseDeg - 18 * i)
    expect(courses).toHaveLength(10)
    expect(courses.every((aside) => Math.abs(aside) <= 7)).toBe(true)
  })
})

describe.each(SEEDS)('land-shadow, seed %d', (seed) => {
  const { radars: [radar], objects } = landShadow(seed)
  const { meta, truth, plots } = makeFusionScenario('land-shadow', seed)!

  it('hides water for part of the time from some vessels without AIS', () => {
    const silent = objects.filter(({ transmitter }) => !transmitter)
    const hidden = silent.flatMap(({ path }) => Array.from({ length: 180 }, (_, i) => path(10 * i)))
      .filter(({ x, y }) => !covers(radar!, x, y))
    expect(hidden.length).toBeGreaterThan(10)
    expect(hidden.length).toBeLessThan(silent.length * 100)
  })

  it('tells the tracker where, and no plot comes from there', () => {
    const { shadow } = meta.sensors[0]!
    expect(shadow).toHaveLength(2)
    const [{ from, to, beyond }] = [shadow![0]!]
    const middle = from <= to ? (from + to) / 2 : ((from + to + 360) / 2) % 360
    // Bearing noise of 0.3° may carry a plot over the edge of the shadow, not to its middle.
    expect(plots.filter((p) => p.k === 'radar' && p.r > beyond + 200 && Math.abs(p.b - middle) < 8)).toEqual([])
  })

  it('has truth out of everyone’s sight there, for vessels without AIS alone', () => {
    const unseen = truth.filter(({ vis }) => !vis)
    expect(unseen.length).toBeGreaterThan(0)
    expect(unseen.every(({ dark }) => dark === null)).toBe(true)
  })
})

describe.each(SEEDS)('late-clock, seed %d', (seed) => {
  it('has one clock slow by 0.5 to 2 s besides the errors of bias, and says so in the truth alone', () => {
    const { faults } = lateClock(seed)
    expect(faults!.R2!.late).toBeGreaterThanOrEqual(0.5)
    expect(faults!.R2!.late).toBeLessThanOrEqual(2)
    expect(faults!.R1).not.toHaveProperty('late')
    const { bias, meta } = makeFusionScenario('late-clock', seed)!
    expect(bias!.R2!.tbias).toBeLessThan(-0.49)
    expect(JSON.stringify(meta)).not.toMatch(/bias"|late"/)
  })
})

describe.each(SEEDS)('sea-clutter, seed %d', (seed) => {
  it('begins with seven vessels and a go-fast about a patch that no file but the origins betrays', () => {
    const { objects, faults } = seaClutter(seed)
    const { from, to, beyond, upTo } = faults!.R1!.patch!
    const near = objects.filter(({ path }) => {
      const { x, y } = path(0)
      const b = (Math.atan2(x, y) * (180 / Math.PI) + 360) % 360
      return Math.hypot(x, y) > beyond - 1000 && Math.hypot(x, y) < upTo + 1500 && b > from - 25 && b < to + 25
    })
    expect(near.length).toBeGreaterThanOrEqual(6)
    expect(makeFusionScenario('sea-clutter', seed)!.meta.sensors[0]).not.toHaveProperty('patch')
  })
})

describe.each(SEEDS)('large-hulls, seed %d', (seed) => {
  it('has ships of 100 to 300 m whose AIS antenna stands on board, far from the middle', () => {
    for (const { hull, transmitter } of largeHulls(seed).objects) {
      expect(hull).toBeGreaterThanOrEqual(100)
      expect(hull).toBeLessThanOrEqual(300)
      const [ahead, abeam] = transmitter?.antenna ?? [hull! * 0.3, 0]
      expect(Math.abs(ahead)).toBeGreaterThanOrEqual(hull! * 0.2)
      expect(Math.abs(ahead)).toBeLessThanOrEqual(hull! * 0.45)
      expect(Math.abs(abeam)).toBeLessThan(20)
    }
  })
})

describe.each(SEEDS)('small-craft, seed %d', (seed) => {
  it('has boats that a radar sees in every second scan, two thirds with class B', () => {
    const boats = smallCraft(seed).objects.filter(({ id }) => id.startsWith('B'))
    expect(boats.every(({ pd }) => pd === 0.5)).toBe(true)
    expect(boats.filter(({ transmitter }) => transmitter?.cl === 'B')).toHaveLength(15)
  })
})

describe.each(SEEDS)('two-receivers, seed %d', (seed) => {
  it('delivers the messages of AIS and AIS2 about as often, most of them twice', () => {
    const { plots } = makeFusionScenario('two-receivers', seed)!
    const heard = ['AIS', 'AIS2'].map((s) => new Set(plots.flatMap((p) => (p.k === 'ais' && p.s === s ? [`${p.id} ${p.t} ${p.x}`] : []))))
    const both = [...heard[0]!].filter((message) => heard[1]!.has(message)).length
    expect(both / heard[0]!.size).toBeGreaterThan(0.88)
    expect(both / heard[1]!.size).toBeGreaterThan(0.88)
    expect(heard[1]!.size).toBeGreaterThan(both)
    expect(twoReceivers(seed).radars[0]!.pd).toBe(0.8)
  })
})

describe.each(SEEDS)('ais-outage, seed %d', (seed) => {
  const { outage: [from, to] = [0, 0] } = aisOutage(seed)
  const { plots, truth } = makeFusionScenario('ais-outage', seed)!

  it('has five minutes without a report, and reports on both sides', () => {
    expect(to - from).toBe(300)
    const times = plots.filter(({ k }) => k === 'ais').map(({ t }) => t).sort((one, other) => one - other)
    const silences = times.slice(1).map((t, i) => t - times[i]!)
    expect(Math.max(...silences)).toBeGreaterThan(299)
    expect(silences.filter((silence) => silence > 60)).toHaveLength(1)
  })

  it('calls dark only the vessels that are: eight in the end', () => {
    const dark = new Set(truth.flatMap((line) => (line.dark === 1 ? [line.id] : [])))
    expect([...dark].sort()).toEqual(['T00', 'T01', 'T02', 'T03', 'T16', 'T17', 'T18', 'T19'])
  })
})

describe.each(SEEDS)('anchorage, seed %d', (seed) => {
  it('has sixty vessels that swing within 300 m of where they were, more slowly than a walk', () => {
    const swinging = anchorage(seed).objects.filter(({ id }) => id.startsWith('S'))
    expect(swinging).toHaveLength(60)
    for (const { path } of swinging) {
      for (const time of [0, 450, 900]) {
        expect(Math.hypot(path(time).x - path(0).x, path(time).y - path(0).y)).toBeLessThanOrEqual(300)
        expect(Math.hypot(path(time).vx, path(time).vy)).toBeLessThan(2)
      }
    }
  })
})

describe.each(SEEDS)('convoy, seed %d', (seed) => {
  const { objects } = convoy(seed)
  const at = (id: string, time: number) => objects.find((object) => object.id === id)!.path(time)
  const apart = (one: string, other: string, time: number) =>
    Math.hypot(at(one, time).x - at(other, time).x, at(one, time).y - at(other, time).y)

  it('keeps seven ships about 350 m apart', () => {
    for (let i = 1; i < 7; i++) {
      for (const time of [0, 400, 800, 1400]) expect(Math.abs(apart(`C${i - 1}`, `C${i}`, time) - 350)).toBeLessThan(80)
    }
  })

  it('keeps escorts about 250 m beside the second and the sixth', () => {
    for (const [escort, ship] of [['E0', 'C1'], ['E1', 'C1'], ['E2', 'C5'], ['E3', 'C5']] as const) {
      for (const time of [0, 700, 1400]) expect(Math.abs(apart(escort, ship, time) - 250)).toBeLessThan(40)
    }
    expect(apart('E0', 'E1', 700)).toBeGreaterThan(450)
  })

  it('gives AIS of the first and the last alone', () => {
    const sends = objects.filter(({ id, transmitter }) => /^[CE]/.test(id) && transmitter).map(({ id }) => id)
    expect(sends).toEqual(['C0', 'C6'])
  })
})

describe.each(SEEDS)('coast, seed %d', (seed) => {
  const { meta, plots, truth, bias } = makeFusionScenario('coast', seed)!

  it('has all of it: two radars with errors, a shadow, two receivers, ghosts, dark vessels, merged returns', () => {
    expect(new Set(plots.map(({ s }) => s))).toEqual(new Set(['R1', 'R2', 'AIS', 'AIS2']))
    expect(meta.sensors[0]!.shadow).toHaveLength(1)
    expect(Object.keys(bias!)).toEqual(['R1', 'R2'])
    expect(bias!.R2!.tbias).toBeLessThan(0)
    expect(truth.some(({ cls }) => cls === 'ghost')).toBe(true)
    expect(truth.some(({ dark, ident }) => dark === 1 && ident !== null)).toBe(true)
  })
})
