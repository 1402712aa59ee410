import { describe, expect, it } from 'vitest'
import { bias, dark, latency, spoof } from './open-water.ts'

const SEEDS = [1, 2, 3, 4, 5]

describe.each(SEEDS)('dark, seed %d', (seed) => {
  const { objects } = dark(seed)

  it('has seven vessels that fall silent between 300 and 900 s, four of which come back', () => {
    const silences = objects.flatMap(({ transmitter }) => (transmitter?.off ? [transmitter.off] : []))
    expect(silences).toHaveLength(7)
    expect(silences.every(([from]) => from >= 300 && from <= 900)).toBe(true)
    expect(silences.filter(([, to]) => to < 1800)).toHaveLength(4)
  })

  it('has three that never transmit', () => {
    expect(objects.filter(({ transmitter }) => !transmitter).map(({ id }) => id)).toEqual(['T19', 'T20', 'T21'])
  })
})

describe('the classes of AIS in dark', () => {
  it('are A in about two of three', () => {
    const classes = SEEDS.flatMap((seed) => dark(seed).objects).map(({ transmitter }) => transmitter?.cl)
    const share = classes.filter((cl) => cl === 'A').length / classes.filter((cl) => cl !== undefined).length
    expect(share).toBeGreaterThan(0.5)
    expect(share).toBeLessThan(0.8)
  })
})

describe.each(SEEDS)('bias, seed %d', (seed) => {
  const { radars, faults, objects } = bias(seed)

  it('gives each radar an error of 60 to 120 m and 0.5 to 0.9°, of its own', () => {
    for (const { s } of radars) {
      const { rbias, bbias } = faults![s]!
      expect(Math.abs(rbias!)).toBeGreaterThanOrEqual(60)
      expect(Math.abs(rbias!)).toBeLessThanOrEqual(120)
      expect(Math.abs(bbias!)).toBeGreaterThanOrEqual(0.5)
      expect(Math.abs(bbias!)).toBeLessThanOrEqual(0.9)
    }
    expect(faults!.R1).not.toEqual(faults!.R2)
  })

  it('begins with every vessel in range of both', () => {
    for (const { path } of objects) {
      const { x, y } = path(0)
      for (const radar of radars) expect(Math.hypot(x - radar.x, y - radar.y)).toBeLessThan(radar.rmax)
    }
  })
})

describe.each(SEEDS)('spoof, seed %d', (seed) => {
  const { objects } = spoof(seed)
  const [path, transmitter] = [(i: number) => objects[i]!.path, (i: number) => objects[i]!.transmitter!]
  const ids = (i: number) => transmitter(i).identities.map(({ id }) => id)

  it('uses one MMSI twice in two pairs, the second 860 m apart at the start and on one course', () => {
    expect(ids(0)).toEqual(ids(1))
    expect(ids(2)).toEqual(ids(3))
    const [one, other] = [path(2)(0), path(3)(0)]
    expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeCloseTo(860, 0)
    expect([other.courseDeg, other.vx, other.vy]).toEqual([one.courseDeg, one.vx, one.vy])
    expect(path(3)(1500).courseDeg).not.toBe(path(2)(1500).courseDeg)
  })

  it('has two vessels that report a false place from some second on', () => {
    expect([4, 5].map((i) => transmitter(i).offset)).toEqual([
      { from: 300, east: 6000, north: -4000 }, { from: 500, east: -1500, north: 1200 },
    ])
  })

  it('has two that change their MMSI', () => {
    expect([6, 7].map(ids)).toEqual([['327000006', '327000900'], ['327000007', '327000901']])
  })
})

describe('latency', () => {
  const { objects, radars, aisDelay, satelliteDelay } = latency(1)

  it('has seven vessels on AIS, six that only a satellite hears, five that nobody does', () => {
    const media = objects.map(({ transmitter }) => transmitter?.medium)
    expect(['ais', 'sat-ais', undefined].map((medium) => media.filter((each) => each === medium).length)).toEqual([7, 6, 5])
  })

  it('delays AIS by up to half a minute, a satellite’s by up to four, one radar’s plots by 8 to 20 s', () => {
    expect([aisDelay, satelliteDelay, radars[1]!.lat]).toEqual([[1, 30], [60, 240], [8, 20]])
  })
})
