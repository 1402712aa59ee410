import { describe, expect, it } from 'vitest'
import { ais, around, goFast, mmsi, numbered, several, vesselAtAnchor, vesselIn, voyageIn } from './cast.ts'

const KNOT = 1852 / 3600
const traffic = { duration: 900, box: around(5000), speed: [3, 8] } as const
const speedOf = ({ vx, vy }: { readonly vx: number; readonly vy: number }) => Math.hypot(vx, vy)

describe('a vessel in a box of water', () => {
  const vessels = several(200, (i) => vesselIn(1, numbered('T', i, 200), traffic))

  it('begins inside it, at a speed it is given', () => {
    for (const { path } of vessels) {
      const start = path(0)
      expect(Math.max(Math.abs(start.x), Math.abs(start.y))).toBeLessThanOrEqual(5000)
      expect(speedOf(start)).toBeGreaterThanOrEqual(3)
      expect(speedOf(start)).toBeLessThanOrEqual(8)
    }
  })

  it('steers any course', () => {
    for (const quarter of [0, 90, 180, 270]) {
      const there = vessels.filter(({ path }) => path(0).courseDeg >= quarter && path(0).courseDeg < quarter + 90)
      expect(there.length).toBeGreaterThan(30)
    }
  })

  it('turns once in each span of time it is given', () => {
    const turning = voyageIn(1, 'T1', { ...traffic, turnsIn: [[100, 200], [400, 500]], turnRate: [0.3, 1.2] })
    expect(turning.turns!.map(({ at }) => Math.floor(at / 300))).toEqual([0, 1])
    expect(turning.turns!.every(({ rate }) => Math.abs(rate) >= 0.3 && Math.abs(rate) <= 1.2)).toBe(true)
  })

  it('is another one under another id or seed', () => {
    expect(voyageIn(1, 'T1', traffic)).toEqual(voyageIn(1, 'T1', traffic))
    expect(voyageIn(1, 'T2', traffic).x).not.toBe(voyageIn(1, 'T1', traffic).x)
    expect(voyageIn(2, 'T1', traffic).x).not.toBe(voyageIn(1, 'T1', traffic).x)
  })
})

describe('a vessel at anchor', () => {
  it('does not move', () => {
    const { path } = vesselAtAnchor(1, 'T0', around(5000))
    expect(path(900)).toEqual(path(0))
    expect(speedOf(path(0))).toBe(0)
  })
})

describe('a go-fast', () => {
  const boats = several(20, (i) => goFast(1, `G${i}`, around(4000), 900))
  const moments = boats.flatMap(({ path }) => Array.from({ length: 450 }, (_, i) => path(2 * i)))

  it('makes between 26 and 54 knots', () => {
    const speeds = moments.map((motion) => speedOf(motion) / KNOT)
    expect(Math.min(...speeds)).toBeGreaterThan(24)
    expect(Math.max(...speeds)).toBeLessThan(54)
    expect(Math.max(...speeds)).toBeGreaterThan(45)
  })

  it('turns at three to nine degrees a second, in between a fifth and a third of its time', () => {
    const turning = moments.filter(({ turnRate }) => Math.abs(turnRate) > 1)
    expect(turning.length / moments.length).toBeGreaterThan(0.2)
    expect(turning.length / moments.length).toBeLessThan(0.33)
    for (const { turnRate } of turning) {
      expect(Math.abs(turnRate)).toBeGreaterThan(2.7)
      expect(Math.abs(turnRate)).toBeLessThan(9.3)
    }
  })
})

describe('names', () => {
  it('count with as many digits as the last one needs', () => {
    expect([numbered('T', 3, 8), numbered('T', 3, 11), numbered('T', 3, 300)]).toEqual(['T3', 'T03', 'T003'])
    expect(numbered('T', 9, 10)).toBe('T9')
  })

  it('of transmitters are MMSI of no country', () => {
    expect(mmsi(7)).toBe('327000007')
    expect(ais(7, 'B', { anchored: true })).toEqual({
      medium: 'ais', cl: 'B', identities: [{ from: 0, id: '327000007' }], anchored: true,
    })
  })
})
