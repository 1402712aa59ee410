import { geodesicFrom } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { MINUTE, off, plot, report, site, watch } from './fixtures/watch.ts'
import { chanceOf } from './registration/fixtures/chance.ts'

const DAY = 1440 * MINUTE

describe('a radar that turns slowly', () => {
  it.each([6, 10, 12])('once in %d s is understood though nobody told how fast it turns', (turn) => {
    const sea = watch({ factsOf: () => ({ means: 'radar', position: site }) })
    for (let time = 0; time < 600; time += turn) {
      sea.hear(plot('radar', time * 1000, off(8 * time)), plot('radar', (time + turn / 3) * 1000, off(8 * time, 200)))
      sea.tracker.forget(time * 1000)
    }
    expect([...sea.shown.keys()]).toEqual(sea.changes.filter((id, at) => sea.changes.indexOf(id) === at))
    expect(sea.shown.size).toBe(2)
  })

  it('once a minute keeps its tracks from one turn to the next', () => {
    const sea = watch({ factsOf: () => ({ means: 'radar', position: site, range: 40_000, period: 60 }) })
    for (let minute = 0; minute < 20; minute++) {
      sea.hear(plot('radar', minute * MINUTE, off(300 * minute)))
      sea.tracker.forget(minute * MINUTE)
    }
    expect(sea.shown.size).toBe(1)
  })
})

describe('what a radar alone sees fly', () => {
  it.each([{ altitude: 9000 }, { speed: 300 }])('as it says by %o is one track', (said) => {
    const sea = watch({ factsOf: () => ({ means: 'radar', position: site, range: 400_000, period: 4 }) })
    for (let turn = 0; turn < 60; turn++) sea.hear(plot('radar', turn * 4000, off(1200 * turn), { sensorTrack: '7', ...said }))
    expect(new Set(sea.changes).size).toBe(1)
    expect(sea.only().speed).toBeCloseTo(300, -1)
  })
})

describe('detections of a satellite, true to 2 km', () => {
  it('are of the vessels that AIS shows there, and make none beside them', () => {
    const sea = watch()
    const { normal } = chanceOf(4)
    for (let time = 0; time <= 900; time += 10) {
      const places = Array.from({ length: 10 }, (_, vessel) => off(vessel * 3000 + time * 3))
      sea.hear(...places.map((place, vessel) => report(time * 1000, place, { courseDeg: 90, speed: 3, claim: { mmsi: 10 + vessel } })))
      if (time % 300 > 0) continue
      sea.hear(...places.map((place) => plot('sentinel', time * 1000, geodesicFrom(geodesicFrom(place, 0, 2000 * normal()), 90, 2000 * normal()), { covariance: { ee: 4e6, en: 0, nn: 4e6 } })))
    }
    expect(sea.shown.size).toBe(10)
  })
})

describe('a report of yesterday', () => {
  it('gives its name to no track of today, wherever that is', () => {
    const sea = watch()
    for (let turn = 0; turn < 100; turn++) sea.hear(plot('radar', turn * 3000, off(15 * turn)))
    sea.hear(plot('fisheries', 300_000 - DAY, off(1500), { receivedAt: 300_000, claim: { uid: 'V-1' } }))
    expect(sea.shown.get('T-1')!.claim).toEqual({})
  })

  it('draws no echo of today back to yesterday, however often its sensor repeats it', () => {
    const sea = watch()
    for (let turn = 0; turn < 100; turn++) {
      sea.hear(plot('radar', turn * 3000, off(15 * turn)))
      if (turn > 30 && turn % 3 === 0) sea.hear(report(turn * 3000 - DAY, off(15 * turn), { courseDeg: 90, receivedAt: turn * 3000 }))
    }
    expect(sea.shown.get('T-1')!.fix!.time).toBeGreaterThan(290_000)
  })
})

describe('a lone look from space and a lone sighting', () => {
  it('stay two where what was seen could only just have gone from one to the other', () => {
    const sea = watch()
    const seen = plot('sentinel', 0, off(10_800, 270), { receivedAt: 600_000, covariance: { ee: 72 ** 2, en: 0, nn: 250 ** 2 } })
    const told = plot('watchman', 600_000, off(12_200, 180), { covariance: { ee: 2700 ** 2, en: 0, nn: 1700 ** 2 } })
    sea.hear(seen, told)
    sea.settle(601_000)
    expect(sea.shown.size).toBe(2)
  })
})
