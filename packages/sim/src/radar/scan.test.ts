import { geodesicBetween } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { COASTAL_RADARS } from '../caribbean/radars.ts'
import { caribbean } from '../scenario.ts'
import { conductOf } from '../truth.ts'
import { bodiesOf } from './body.ts'
import { Scanner, type Echo } from './scan.ts'

const scenario = caribbean(1)
const { antenna: radar, position } = COASTAL_RADARS[0]!
const noon = Date.UTC(2026, 10, 24, 16)
const scannerOf = () => new Scanner(radar, () => position, bodiesOf(scenario), scenario.seed)
const scanner = scannerOf()
const first = scanner.scanAt(noon)
const SCANS = 150
const scans = Array.from({ length: SCANS }, (_, i) => scanner.scan(first + i))
const vessels = new Map(scenario.vessels.map((vessel) => [vessel.key, vessel]))
const all = scans.flat()
const caused = all.flatMap(({ cause, ...echo }) => {
  const vessel = cause && vessels.get(cause.key)
  return vessel ? [{ ...echo, vessel }] : []
})

/** What is wrong with an echo: metres along the beam, degrees across it. */
function errorOf({ t, slantRange, azimuthDeg, vessel }: (typeof caused)[number]) {
  const path = geodesicBetween(position, conductOf(scenario, vessel, t))
  return {
    range: slantRange - Math.hypot(path.distance, radar.height),
    azimuthDeg: ((azimuthDeg - path.bearingDeg + 540) % 360) - 180,
  }
}
const deviation = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length)
const seenHowOften = (id: string) => caused.filter(({ vessel }) => vessel.id === id).length

describe('a turn of a radar', () => {
  it('is the same whenever it is asked for', () => {
    expect(scannerOf().scan(first + 20)).toEqual(scans[20])
  })

  it('meets each azimuth when the beam is there, from north to north', () => {
    scans.forEach((scan, i) => {
      const north = scanner.northOf(first + i)
      for (const { t, azimuthDeg, cause } of scan) {
        const late = t - north - (azimuthDeg / 360) * radar.rotation
        // Noise of a fraction of a degree is some milliseconds; across north it is a whole turn.
        if (!cause) expect(Math.abs(late)).toBeLessThanOrEqual(0.5)
        else expect(Math.min(Math.abs(late), Math.abs(radar.rotation - Math.abs(late)))).toBeLessThan(60)
      }
      expect(scan.map(({ t }) => t)).toEqual(scan.map(({ t }) => t).toSorted((a, b) => a - b))
    })
  })

  it('sees no vessel twice', () => {
    for (const scan of scans) {
      const keys = scan.flatMap(({ cause }) => (cause ? [cause.key] : []))
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  it('measures as well as it says, on small craft', () => {
    const small = caused.filter(({ vessel: { dimensions } }) => dimensions.bow + dimensions.stern < 15).map(errorOf)
    expect(small.length).toBeGreaterThan(1_000)
    expect(deviation(small.map(({ range }) => range)) / radar.sigma.range).toBeGreaterThan(0.9)
    expect(deviation(small.map(({ range }) => range)) / radar.sigma.range).toBeLessThan(1.1)
    expect(deviation(small.map(({ azimuthDeg }) => azimuthDeg)) / radar.sigma.azimuthDeg).toBeGreaterThan(0.9)
    expect(deviation(small.map(({ azimuthDeg }) => azimuthDeg)) / radar.sigma.azimuthDeg).toBeLessThan(1.1)
  })

  it('sees what AIS does not', () => {
    expect(new Set(caused.filter(({ vessel }) => vessel.unit === 'none').map(({ vessel }) => vessel.id)).size)
      .toBeGreaterThan(10)
  })

  it('sees nothing that is moored, too far away or behind an island', () => {
    for (const { vessel, t, slantRange } of caused) {
      expect(conductOf(scenario, vessel, t).activity).not.toMatch(/moored|away/)
      expect(slantRange).toBeLessThan(radar.reach + 300)
    }
    const behindBequia = scenario.vessels.filter((vessel) => {
      const { lat, lon } = conductOf(scenario, vessel, noon)
      return lat > 12.85 && lat < 12.98 && Math.abs(lon - -61.22) < 0.008
    })
    for (const { id } of behindBequia) expect(seenHowOften(id)).toBe(0)
  })

  it('sees a near ship in every scan, and a far boat now and then', () => {
    const often = new Map<string, number>()
    for (const { vessel } of caused) often.set(vessel.id, (often.get(vessel.id) ?? 0) + 1)
    const counts = [...often.values()]
    expect(counts.filter((count) => count >= 0.98 * SCANS).length).toBeGreaterThan(10)
    expect(counts.filter((count) => count > 3 && count < 0.7 * SCANS).length).toBeGreaterThan(5)
  })
})

describe('clutter', () => {
  const clutter = (of: readonly Echo[]) => of.filter(({ cause }) => !cause)

  it('is some plots in each scan, as many as expected or fewer, where land hides some', () => {
    const mean = clutter(all).length / SCANS
    expect(mean).toBeGreaterThan(3)
    expect(mean).toBeLessThan(radar.clutter.waves + radar.clutter.anywhere)
  })

  it('differs from scan to scan as chance has it: its variance is its mean', () => {
    const counts = Array.from({ length: 400 }, (_, i) => clutter(scanner.scan(first + 1_000 + i)).length)
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length
    expect(variance / mean).toBeGreaterThan(0.7)
    expect(variance / mean).toBeLessThan(1.3)
  })

  it('lies mostly near by, and now and then anywhere', () => {
    const ranges = clutter(all).map(({ slantRange }) => slantRange)
    expect(ranges.filter((range) => range < 10_000).length / ranges.length).toBeGreaterThan(0.5)
    expect(ranges.some((range) => range > 30_000)).toBe(true)
  })
})
