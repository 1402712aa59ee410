import { distanceBetween, geodesicBetween } from '@csii/geo'
import type { LatLon, Plot } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { off, plot, report, site, watch, type Watch } from '../fixtures/watch.ts'
import { chanceOf } from '../registration/fixtures/chance.ts'

const SCAN = 3000
/** As the radar would measure it: to 20 m in range and 0.3 degrees across. */
function echo(time: number, place: LatLon): Plot {
  const { distance, bearingDeg } = geodesicBetween(site, place)
  const bearing = (bearingDeg * Math.PI) / 180
  const [along, across] = [20 ** 2, ((0.3 * Math.PI) / 180 * distance) ** 2]
  return plot('radar', time, place, {
    polar: { from: site, range: distance, bearingDeg, rangeSigma: 20, bearingSigmaDeg: 0.3 },
    covariance: {
      ee: along * Math.sin(bearing) ** 2 + across * Math.cos(bearing) ** 2, en: (along - across) * Math.sin(bearing) * Math.cos(bearing),
      nn: along * Math.cos(bearing) ** 2 + across * Math.sin(bearing) ** 2,
    },
  })
}
function scans(sea: Watch, from: number, to: number, places: (scan: number) => readonly LatLon[]) {
  for (let scan = from; scan < to; scan++) sea.hear(...places(scan).map((place) => echo(scan * SCAN, place)))
  sea.settle(to * SCAN)
}

describe('echoes without a name', () => {
  it('are a track within three scans', () => {
    const sea = watch()
    scans(sea, 0, 10, () => [off(5000, 200)])
    scans(sea, 10, 13, (scan) => [off(5000, 200), off(scan * 15)])
    expect(sea.shown.size).toBe(2)
  })

  it('of two that cross go on with the one that goes on', () => {
    const sea = watch()
    const { normal } = chanceOf(4)
    const noisy = (metres: number, bearing: number) => off(metres + 15 * normal(), bearing)
    scans(sea, 0, 60, (scan) => [noisy(-900 + scan * 30, 90), noisy(-900 + scan * 30, 0)])
    expect(sea.shown.size).toBe(2)
    const courses = [...sea.shown.values()].map(({ courseDeg }) => Math.round(courseDeg! / 30) * 30 % 360).toSorted((a, b) => a - b)
    expect(courses).toEqual([0, 90])
    expect(sea.forgotten).toEqual([])
  })

  it('of one for two that the radar cannot tell apart are of both', () => {
    const sea = watch()
    const both = (scan: number) => [off(scan * 15 - 400), off(400 - scan * 5)]
    scans(sea, 0, 38, both)
    const [one, other] = [...sea.shown.keys()]
    scans(sea, 38, 43, (scan) => [off(scan * 5)])
    expect([one, other].map((id) => sea.shown.get(id!)!.fix!.time)).toEqual([42 * SCAN, 42 * SCAN])
    scans(sea, 43, 60, both)
    expect([...sea.shown.keys()]).toEqual([one, other])
    expect(sea.forgotten).toEqual([])
  })

  it('that come a scan late still find their place', () => {
    const sea = watch()
    scans(sea, 0, 20, (scan) => [off(scan * 15)])
    sea.hear(echo(20 * SCAN, off(300)), echo(21 * SCAN, off(315)))
    const late = { ...echo(19.4 * SCAN, off(291)), sensorId: 'other-radar', receivedAt: 21.5 * SCAN }
    sea.hear(late)
    sea.settle(22 * SCAN)
    expect(sea.shown.size).toBe(1)
    expect(sea.only().contributors).toMatchObject([{ plots: 22 }, { sensorId: 'other-radar', plots: 1 }])
    expect(sea.only().fix!.time).toBe(21 * SCAN)
  })

  it('thrown about at chance become few tracks, and those do not last', () => {
    const sea = watch()
    const { even } = chanceOf(5)
    scans(sea, 0, 100, () => Array.from({ length: 15 }, () => off(12_000 * Math.sqrt(even()), 360 * even())))
    expect(sea.shown.size).toBeLessThanOrEqual(2)
    expect(sea.forgotten.length).toBeLessThan(12)
  })

  it('that are missed now and then are still one track', () => {
    const sea = watch()
    const { even } = chanceOf(6)
    scans(sea, 0, 100, (scan) => [off(9000, 200), ...(even() < 0.7 ? [off(scan * 15)] : [])])
    expect(sea.shown.size).toBe(2)
    expect(sea.forgotten).toEqual([])
  })

  it('tell of a vessel that states who it is as surely as of any', () => {
    const sea = watch()
    for (let scan = 0; scan < 20; scan++) sea.hear(echo(scan * SCAN, off(scan * 15)), report(scan * SCAN + 1000, off(scan * 15 + 5), { courseDeg: 90 }))
    sea.settle(20 * SCAN)
    expect(sea.shown.size).toBe(1)
    expect(distanceBetween(sea.only().fix!.position, off(19 * 15 + 5))).toBeLessThan(15)
  })

  it('do not pile up where nothing is worked on', () => {
    const sea = watch()
    for (let n = 0; n < 100; n++) sea.tracker.plot(echo(n, off(n * 100)))
    expect(sea.shown.size).toBe(0)
    sea.settle(100)
    expect(sea.took.length).toBe(0)
    scans(sea, 1, 4, () => Array.from({ length: 100 }, (_, n) => off(n * 100)))
    expect(sea.shown.size).toBeGreaterThan(80)
  })
})
