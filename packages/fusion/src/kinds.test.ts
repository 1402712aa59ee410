import { distanceBetween, geodesicFrom } from '@csii/geo'
import type { LatLon, Plot, Track } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { bequia, HOUR, MINUTE, off, plot, report, statement, watch, type Watch } from './fixtures/watch.ts'

const SCAN = 3000
/** So many turns of a radar that sees one object going east, from the first on. */
function turns({ hear }: Watch, scans: number, where: (scan: number) => LatLon, more: Partial<Plot> = {}, sensorId = 'radar', from = 0) {
  for (let scan = from; scan < from + scans; scan++) hear(plot(sensorId, scan * SCAN, where(scan), more))
}
/** From west to east. */
const places = (tracks: Iterable<Track>) => [...tracks].map(({ fix }) => fix!.position).toSorted((a, b) => a.lon - b.lon)

describe('what a radar sees without numbering it', () => {
  it('is shown once it was seen three times where one object can have gone', () => {
    const sea = watch()
    turns(sea, 1, (scan) => off(scan * 20))
    sea.settle(0)
    expect(sea.shown.size).toBe(0)
    turns(sea, 2, (scan) => off(scan * 20), {}, 'radar', 1)
    sea.settle(2 * SCAN)
    expect(sea.shown.size).toBe(1)
    expect(sea.only()).toMatchObject({ fix: { means: 'radar', time: 2 * SCAN }, contributors: [{ plots: 3 }], claim: {}, identity: undefined })
    expect(distanceBetween(sea.only().fix!.position, off(40))).toBeLessThan(30)
  })

  it('stays two objects when both are seen in every turn', () => {
    const sea = watch()
    for (let scan = 0; scan < 20; scan++) sea.hear(plot('radar', scan * SCAN, off(scan * 20)), plot('radar', scan * SCAN, off(400 + scan * 20)))
    sea.settle(20 * SCAN)
    expect(sea.shown.size).toBe(2)
    const [one, other] = places(sea.shown.values())
    expect(distanceBetween(one!, off(380))).toBeLessThan(30)
    expect(distanceBetween(other!, off(780))).toBeLessThan(30)
  })

  it('is one track for two radars, and another one for an exercise in the same place', () => {
    const sea = watch()
    for (let scan = 0; scan < 8; scan++) {
      sea.hear(plot('radar', scan * SCAN, off(0)), plot('other-radar', scan * SCAN + 1000, off(0)))
      sea.hear(plot('radar', scan * SCAN + 1001, off(0), { simulated: true }))
    }
    sea.settle(8 * SCAN)
    expect([...sea.shown.values()].map(({ simulated, contributors }) => [simulated, contributors.length])).toEqual([[false, 2], [true, 1]])
  })

  it('is not joined with what is too far away', () => {
    const sea = watch()
    turns(sea, 8, (scan) => off(scan < 4 ? 0 : 3000))
    sea.settle(8 * SCAN)
    expect(sea.shown.size).toBe(2)
    expect(places(sea.shown.values()).every((place) => Math.min(distanceBetween(place, off(0)), distanceBetween(place, off(3000))) < 40)).toBe(true)
  })

  it('is gone two minutes after the radar fell silent', () => {
    const sea = watch()
    turns(sea, 5, () => off(0))
    sea.settle(4 * SCAN)
    sea.tracker.forget(4 * SCAN + 2 * MINUTE)
    expect(sea.shown.size).toBe(1)
    sea.tracker.forget(4 * SCAN + 2 * MINUTE + 1)
    expect([sea.shown.size, sea.tracker.tracks.size, sea.forgotten]).toEqual([0, 0, ['T-1']])
  })

  it('is gone sooner when the radar looks and sees nothing there', () => {
    const sea = watch()
    turns(sea, 10, () => off(0))
    for (let scan = 10; scan < 30; scan++) sea.hear(plot('radar', scan * SCAN, off(9000)))
    expect(sea.forgotten).toEqual(['T-1'])
  })

  it('starts afresh where a forgotten one was', () => {
    const sea = watch()
    turns(sea, 4, () => off(0))
    sea.settle(4 * SCAN)
    sea.tracker.forget(4 * MINUTE)
    turns(sea, 4, () => off(0), {}, 'radar', 100)
    sea.settle(104 * SCAN)
    expect([...sea.shown.keys()]).toEqual(['T-2'])
  })

  it.each([
    ['across the antimeridian, off Fiji', { lat: -17, lon: 179.9995 }, 90],
    ['to the north off Spitsbergen', { lat: 78.2, lon: 15.6 }, 0],
    ['to the east off Spitsbergen', { lat: 78.2, lon: 15.6 }, 90],
    ['to the south-west over the equator', { lat: 0.0005, lon: 0.0005 }, 225],
  ])('is followed %s', (_where, start, bearing) => {
    const sea = watch({ factsOf: () => ({ means: 'radar', period: 10 }) })
    for (let scan = 0; scan < 10; scan++) sea.hear(plot('radar', scan * 10_000, geodesicFrom(start, bearing, scan * 100)))
    sea.settle(100_000)
    expect([...sea.shown.values()].map(({ contributors }) => contributors[0]!.plots)).toEqual([10])
    expect(sea.only().speed).toBeCloseTo(10, -0.5)
  })

  it('in a cloud of clutter stays the vessel that was seen there before', () => {
    const sea = watch({ maxTracks: 4096 })
    turns(sea, 8, (scan) => off(scan * 20))
    const [vessel] = sea.shown.keys()
    for (let n = 0; n < 200; n++) sea.tracker.plot(plot('radar', 8 * SCAN, off(300 + (n * 7) % 500, (n * 37) % 360)))
    sea.hear(plot('radar', 8 * SCAN, off(160)))
    turns(sea, 2, (scan) => off(scan * 20), {}, 'radar', 9)
    sea.settle(11 * SCAN)
    expect(distanceBetween(sea.shown.get(vessel!)!.fix!.position, off(200))).toBeLessThan(60)
  })
})

describe('what a radar follows by a number', () => {
  it('is one track at once, with the same of another radar, which numbers for itself', () => {
    const sea = watch()
    turns(sea, 2, (scan) => off(scan * 15), { sensorTrack: '7' })
    sea.settle(SCAN)
    expect(sea.shown.size).toBe(1)
    sea.hear(plot('other-radar', 2 * SCAN, off(30), { sensorTrack: '4' }), plot('other-radar', 2 * SCAN, off(5000), { sensorTrack: '7' }))
    sea.settle(2 * SCAN)
    expect([...sea.shown.values()].map(({ contributors }) => contributors.map(({ plots }) => plots))).toEqual([[2, 1], [1]])
  })

  it('is another track when the number turns up where the first cannot have gone', () => {
    const sea = watch()
    turns(sea, 2, () => off(0), { sensorTrack: '7' })
    sea.hear(plot('radar', 2 * SCAN, off(9000), { sensorTrack: '7' }))
    sea.settle(2 * SCAN)
    expect([...sea.shown.keys()]).toEqual(['T-1', 'T-2'])
    expect(distanceBetween(sea.only().fix!.position, off(0))).toBeLessThan(30)
  })

  it('keeps its number where two pass close by each other', () => {
    const sea = watch()
    for (let scan = 0; scan < 30; scan++) {
      sea.hear(plot('radar', scan * SCAN, off(-300 + scan * 20), { sensorTrack: '1' }), plot('radar', scan * SCAN, off(300 - scan * 20), { sensorTrack: '2' }))
    }
    sea.settle(30 * SCAN)
    const [one, two] = [...sea.shown.values()].map(({ fix }) => fix!.position)
    expect(sea.shown.size).toBe(2)
    expect(distanceBetween(one!, off(280))).toBeLessThan(60)
    expect(distanceBetween(two!, off(-280))).toBeLessThan(60)
  })
})

describe('what states another identity than an MMSI', () => {
  it('is one track for each ICAO address, whichever sensor hears it, fast as aircraft are', () => {
    const sea = watch()
    const claim = { icaoAddress: 0x4840d6, station: 'aircraft' } as const
    sea.hear(plot('receiver', 0, off(0), { claim, altitude: 3000 }), plot('castries', 10_000, off(2300), { claim, altitude: 3050 }))
    expect(sea.shown.size).toBe(1)
    expect(sea.only()).toMatchObject({ altitude: 3050, conflicts: [], contributors: [{ plots: 1 }, { plots: 1 }] })
    sea.tracker.forget(10_000 + 5 * MINUTE + 1)
    expect(sea.shown.size).toBe(0)
  })

  it('is an aircraft although it says its call sign before its place', () => {
    const sea = watch()
    const claim = { icaoAddress: 0x4840d6, station: 'aircraft' } as const
    sea.tracker.statement({ ...statement(0, {}, 'receiver'), claim: { ...claim, callSign: 'KLM 1' } })
    sea.hear(plot('receiver', 1000, off(0), { claim }))
    sea.tracker.forget(1000 + 5 * MINUTE + 1)
    expect(sea.shown.size).toBe(0)
  })

  it('is one track for each name that its system gives', () => {
    const sea = watch()
    sea.hear(plot('tak', 0, off(0), { claim: { uid: 'ANDROID-1' } }), plot('tak', 5000, off(10), { claim: { uid: 'ANDROID-1' } }))
    sea.tracker.statement({ ...plot('tak', 6000, off(0)), claim: { uid: 'ANDROID-2' } })
    sea.settle(6000)
    expect(sea.shown.size).toBe(2)
  })
})

describe('what a radar sees and a vessel states', () => {
  it('is one track, that of the radar, and knows who it is', () => {
    const sea = watch()
    turns(sea, 10, (scan) => off(scan * 15))
    sea.settle(9 * SCAN)
    sea.hear(report(9 * SCAN + 600, off(138), { courseDeg: 90 }))
    expect([...sea.shown.keys()]).toEqual(['T-1'])
    expect(sea.only()).toMatchObject({ claim: { mmsi: 377_000_001 }, contributors: [{ sensorId: 'radar' }, { sensorId: 'kingstown' }] })
  })

  it('is two tracks where the radar sees something else beside the vessel', () => {
    const sea = watch()
    turns(sea, 10, (scan) => off(scan * 15))
    sea.settle(9 * SCAN)
    sea.hear(report(9 * SCAN + 600, off(1500), { courseDeg: 90 }))
    expect([...sea.shown.values()].map(({ claim }) => claim.mmsi)).toEqual([undefined, 377_000_001])
  })
})

describe('what is seen only now and then', () => {
  it('is not what reports itself a mile away ten minutes later, where radars do not see it', () => {
    const sea = watch()
    sea.hear(plot('sentinel', 0, off(25_000, 0), { receivedAt: 10 * MINUTE }))
    for (let scan = 0; scan < 20; scan++) {
      const time = 10 * MINUTE + scan * SCAN
      sea.hear(plot('radar', time, off(500)), report(time, off(23_300, 0)))
    }
    sea.settle(11 * MINUTE)
    const reporting = [...sea.shown.values()].find(({ claim }) => claim.mmsi !== undefined)!
    expect(reporting.contributors.map(({ sensorId }) => sensorId)).toEqual(['kingstown'])
  })

  it('goes where a radar looks all the time and sees nothing of it', () => {
    const sea = watch()
    sea.hear(plot('sentinel', 0, off(5000)), plot('sentinel', 0, off(200_000)))
    turns(sea, 20, () => off(0))
    sea.settle(20 * SCAN)
    expect(sea.forgotten).toHaveLength(1)
    const left = [...sea.shown.values()].filter(({ fix }) => fix?.means === 'satellite')
    expect(left.map(({ fix }) => distanceBetween(fix!.position, off(200_000)))).toEqual([expect.closeTo(0, 0)])
  })

  it('is shown at once, each detection of one satellite image for itself, and for a day', () => {
    const sea = watch()
    sea.hear(plot('sentinel', 0, off(0)), plot('sentinel', 0, off(300)))
    sea.settle(0)
    expect(sea.shown.size).toBe(2)
    sea.tracker.forget(24 * HOUR)
    expect(sea.shown.size).toBe(2)
    sea.tracker.forget(24 * HOUR + 1)
    expect(sea.shown.size).toBe(0)
  })

  it('is not held against what it does not show', () => {
    const sea = watch()
    turns(sea, 6, () => off(0))
    sea.settle(5 * SCAN)
    const { existence } = sea.only()
    for (let image = 0; image < 20; image++) sea.hear(plot('sentinel', 5 * SCAN + image * 600, off(5000)))
    expect(sea.shown.get('T-1')!.existence).toBe(existence)
  })

  it('keeps a fishing vessel that reports every two hours', () => {
    const sea = watch()
    for (let hour = 0; hour <= 4; hour += 2) {
      sea.hear(plot('fisheries', hour * HOUR, geodesicFrom(bequia, 90, hour * 5000), { claim: { uid: 'VCT 12' } }))
      sea.tracker.forget(hour * HOUR + 110 * MINUTE)
    }
    expect([...sea.shown.keys()]).toEqual(['T-1'])
  })
})
