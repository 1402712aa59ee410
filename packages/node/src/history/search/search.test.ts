import type { HistorySearch } from '@csii/contract'
import { geodesicFrom } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { minutes, seaOf, stateAt, straight } from '../fixtures/made-up.ts'
import type { HistoryReader } from '../history-reader.ts'
import { createSearch } from './search.ts'

const BOX = { west: -61, south: 13, east: -60.9, north: 13.1 }
const DAY = { from: minutes(-600), to: minutes(800) }
const search = (reader: HistoryReader, request: Record<string, unknown>) =>
  // The tests below write requests as a client does.
  createSearch(reader)({ ...DAY, ...request } as HistorySearch)
const passed = (reader: HistoryReader, more: Record<string, unknown> = {}) => search(reader, { kind: 'passed', area: BOX, ...more })
const mmsis = ({ hits }: Awaited<ReturnType<typeof search>>) => hits.map(({ mmsi }) => mmsi)
const westEast = (first: number, lat = 13.05) => straight({ lat, lon: -61.05 }, 90, 10, first, first + 60)

describe('who passed an area', () => {
  it('is told with when it came in and left, to the second between two reports', async () => {
    const { hits, isTruncated } = await passed(seaOf({ serial: 1, way: [[0, 13.05, -61.05], [10, 13.05, -60.85]] }))
    expect(isTruncated).toBe(false)
    expect(hits).toMatchObject([{ track: '1.1', mmsi: 1001 }])
    expect(hits[0]!.from).toBeCloseTo(minutes(2.5), -3)
    expect(hits[0]!.to).toBeCloseTo(minutes(7.5), -3)
    expect(hits[0]!.path).toEqual([
      { time: minutes(0), lat: 13.05, lon: -61.05 }, { time: minutes(10), lat: 13.05, lon: -60.85 },
    ])
  })

  it('leaves out who passed beside it, before it or after it', async () => {
    const sea = seaOf(
      { serial: 1, way: westEast(0) }, { serial: 2, way: westEast(0, 13.2) }, { serial: 3, way: westEast(-500) }, { serial: 4, way: westEast(500) },
    )
    expect(mmsis(await passed(sea, { from: minutes(-10), to: minutes(100) }))).toEqual([1001])
  })

  it('names a vessel that came again once, with each of its visits', async () => {
    const sea = seaOf({ serial: 1, way: [...westEast(0), ...westEast(200)] })
    const { hits } = await passed(sea)
    expect(hits).toHaveLength(1)
    expect(hits[0]!.visits).toHaveLength(2)
    expect(hits[0]).toMatchObject({ from: hits[0]!.visits[0]!.from, to: hits[0]!.visits[1]!.to })
  })

  it('joins the tracks of a vessel that the node began anew', async () => {
    const sea = seaOf({ serial: 1, claim: { mmsi: 7, name: 'OLD' }, way: westEast(0) }, { run: 2, serial: 1, claim: { mmsi: 7, name: 'NEW' }, way: westEast(200) })
    expect((await passed(sea)).hits).toMatchObject([{ track: '2.1', mmsi: 7, name: 'NEW', visits: [{}, {}] }])
  })

  it('says nothing of a silence of more than ten minutes', async () => {
    const sea = seaOf({ serial: 1, way: [[0, 13.05, -61.05], [11, 13.05, -60.85]] })
    expect((await passed(sea)).hits).toEqual([])
  })

  it('takes a vessel that was there before and after a silence of less than an hour to have stayed', async () => {
    const sea = seaOf({ serial: 1, way: [[0, 13.05, -60.95], [50, 13.05, -60.95], [170, 13.05, -60.95]] })
    expect((await passed(sea)).hits[0]?.visits).toEqual([{ from: minutes(0), to: minutes(50) }, { from: minutes(170), to: minutes(170) }])
  })

  it('sees a vessel that crossed between two hours without a report in the area', async () => {
    const sea = seaOf({ serial: 1, way: [[50, 13.05, -61.2], [58, 13.05, -61.02], [64, 13.05, -60.88], [70, 13.05, -60.7]] })
    expect(mmsis(await passed(sea))).toEqual([1001])
  })

  it('finds it across the antimeridian', async () => {
    const sea = seaOf({ serial: 1, way: [[0, 0.5, 179.7], [5, 0.5, -179.8], [10, 0.5, -179.4]] }, { serial: 2, way: [[0, 0.5, 0], [5, 0.5, 0.1]] })
    const area = { west: 179.9, south: 0, east: -179.9, north: 1 }
    const { hits } = await passed(sea, { area })
    expect(hits).toMatchObject([{ mmsi: 1001 }])
    expect(hits[0]!.from).toBeCloseTo(minutes(2), -3)
    expect(hits[0]!.to).toBeCloseTo(minutes(4), -3)
    const polygon = [{ lat: 0, lon: 179.9 }, { lat: 1, lon: 179.9 }, { lat: 1, lon: -179.9 }, { lat: 0, lon: -179.9 }]
    expect((await passed(sea, { area: { polygon } })).hits).toEqual(hits)
  })

  it('goes by what is known today: a late report may have put a vessel elsewhere', async () => {
    const sea = seaOf({ serial: 1, way: [[0, 13.05, -61.2], [5, 13.05, -60.95], [10, 13.05, -60.7]] })
    const area = { west: -60.96, south: 13, east: -60.94, north: 13.1 }
    expect(mmsis(await passed(sea, { area }))).toEqual([1001])
    const late = stateAt(1, minutes(5), { lat: 13.3, lon: -60.95 }, { knownAt: minutes(200), isRevision: true })
    sea.add({ run: 1, states: [late], infos: [], ends: [] })
    expect(mmsis(await passed(sea, { area }))).toEqual([])
  })

  it('keeps the exercise apart', async () => {
    const sea = seaOf({ serial: 1, way: westEast(0) }, { serial: 2, simulated: true, way: westEast(0) })
    expect(mmsis(await passed(sea))).toEqual([1001])
    expect(mmsis(await passed(sea, { exercise: true }))).toEqual([1002])
  })

  it('shows the first ones, and says that there are more', async () => {
    const sea = seaOf({ serial: 1, way: westEast(30) }, { serial: 2, way: westEast(0) }, { serial: 3, way: westEast(60) })
    const answer = await passed(sea, { limit: 2 })
    expect([mmsis(answer), answer.isTruncated]).toEqual([[1002, 1001], true])
  })
})

describe('who passed a polygon', () => {
  const notch = [{ lat: 13, lon: -61 }, { lat: 13.1, lon: -61 }, { lat: 13.05, lon: -60.95 }, { lat: 13.1, lon: -60.9 }, { lat: 13, lon: -60.9 }]

  it.each([['one way round', notch], ['the other', notch.toReversed()]])('goes in and out of its notch, drawn %s', async (_how, polygon) => {
    const sea = seaOf({ serial: 1, way: [[0, 13.075, -61.05], [10, 13.075, -60.85]] }, { serial: 2, way: [[0, 13.09, -60.97], [5, 13.09, -60.93]] })
    const { hits } = await passed(sea, { area: { polygon } })
    expect(hits).toHaveLength(1)
    expect(hits[0]!.visits.map(({ from, to }) => [from - minutes(0), to - minutes(0)].map((ms) => Math.round(ms / 1000))))
      .toEqual([[150, 225], [375, 450]])
  })
})

describe('who came closest', () => {
  const position = { lat: 13.05, lon: -61 }

  it('is told with where and when, between two reports', async () => {
    const sea = seaOf({ serial: 1, way: [[0, 13.06, -61.05], [10, 13.06, -60.95]] }, { serial: 2, way: [[0, 13.055, -61.05], [10, 13.055, -60.95]] })
    const { hits } = await search(sea, { kind: 'closest', position, within: 2000 })
    expect(hits.map(({ mmsi }) => mmsi)).toEqual([1002, 1001])
    expect(hits[0]!.closest!.distance).toBeCloseTo(553, 0)
    expect(hits[0]!.closest!.time).toBeCloseTo(minutes(5), -3)
    expect(hits[0]!.closest!.position.lon).toBeCloseTo(-61, 5)
  })

  it('leaves out who stayed farther away', async () => {
    const sea = seaOf({ serial: 1, way: [[0, 13.06, -61.05], [10, 13.06, -60.95]] })
    expect((await search(sea, { kind: 'closest', position, within: 1000 })).hits).toEqual([])
  })

  it('counts only the time that was asked for', async () => {
    const sea = seaOf({ serial: 1, way: [[0, 13.05, -61.1], [10, 13.05, -60.9]] })
    const { hits } = await search(sea, { kind: 'closest', position, within: 20_000, from: minutes(7), to: minutes(9) })
    expect(hits[0]!.closest!.time).toBeCloseTo(minutes(7), -1)
  })
})

describe('which vessels met this one', () => {
  const bequia = { lat: 13, lon: -61.2 }
  const own = { serial: 1, way: straight(bequia, 90, 5, 0, 120) }
  const beside = { serial: 2, way: straight(geodesicFrom(bequia, 0, 300), 90, 5, 30, 60).map(([minute], n) => {
    const { lat, lon } = geodesicFrom(geodesicFrom(bequia, 90, 5 * 60 * (30 + n)), 0, 300)
    return [minute, lat, lon] as const
  }) }
  const crossing = { serial: 3, way: straight(geodesicFrom(geodesicFrom(bequia, 90, 18_000), 180, 3000), 0, 5, 50, 70) }
  const where = { serial: 4, way: straight(bequia, 90, 5, 400, 500) }
  const sea = seaOf(own, beside, crossing, where)

  it('is told where they were near for long enough, and how near', async () => {
    const { hits } = await search(sea, { kind: 'met', mmsi: 1001, within: 500, forMs: 20 * 60_000 })
    expect(hits).toMatchObject([{ mmsi: 1002, with: '1.1', visits: [{ from: minutes(30), to: minutes(60) }] }])
    expect(hits[0]!.closest!.distance).toBeCloseTo(300, -1)
  })

  it('tells of a passing encounter when no time is asked for', async () => {
    const { hits } = await search(sea, { kind: 'met', track: '1.1', within: 500, forMs: 0 })
    expect(hits.map(({ mmsi }) => mmsi).toSorted()).toEqual([1002, 1003])
  })

  it('is nobody when it is not known itself', async () => {
    expect((await search(sea, { kind: 'met', mmsi: 9, within: 500, forMs: 0 })).hits).toEqual([])
  })
})

describe('everywhere a vessel has been', () => {
  const sea = seaOf(
    { serial: 1, claim: { mmsi: 7, name: 'HUGH MULZAC', callSign: 'J8XX', imo: 9_000_001 }, way: westEast(0) },
    { serial: 2, claim: { mmsi: 8, name: 'CAPTAIN HUGH MULZAC' }, way: westEast(0) },
    { run: 2, serial: 1, claim: { mmsi: 7 }, way: westEast(300) },
  )
  const been = async (more: Record<string, unknown>) => (await search(sea, { kind: 'been', ...more })).hits

  it.each([['its MMSI', { mmsi: 7 }], ['its call sign', { callSign: 'j8xx' }], ['its IMO number', { imo: 9_000_001 }], ['one of its tracks', { track: '2.1' }], ['another', { track: '1.1' }]])(
    'is found by %s, in all runs of the node', async (_by, named) => {
      const hits = await been(named)
      expect(hits).toMatchObject([{ mmsi: 7, from: minutes(0), to: minutes(360), visits: [{ to: minutes(60) }, { from: minutes(300) }] }])
    },
  )

  it('is found by a part of a name, of every vessel that has it', async () => {
    expect((await been({ name: 'mulzac' })).map(({ mmsi }) => mmsi).toSorted()).toEqual([7, 8])
  })

  it('is nowhere in a time when it was not heard', async () => {
    expect(await been({ mmsi: 7, from: minutes(100), to: minutes(200) })).toEqual([])
  })

  it('keeps the shape of a long way in few points', async () => {
    const zigzag = Array.from({ length: 3000 }, (_, n) => [n / 10, 13 + (n % 100 < 50 ? n % 50 : 50 - (n % 50)) / 1000, -61 + n / 10_000] as const)
    const [hit] = (await search(seaOf({ serial: 1, way: zigzag }), { kind: 'been', mmsi: 1001 })).hits
    expect(hit!.path.length).toBeLessThanOrEqual(500)
    expect(hit!.path.length).toBeGreaterThan(50)
    expect([hit!.path[0]?.time, hit!.path.at(-1)?.time]).toEqual([minutes(0), minutes(299.9)])
  })
})
