import { geodesicBetween } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import type { Handling, Waypoint } from './path.ts'
import { durationOf, onVoyage, planVoyage } from './voyage.ts'

const handling: Handling = { turnRate: ((30 / 60) * Math.PI) / 180, acceleration: 0.05 }
const route: Waypoint[] = [
  { lat: 13.1, lon: -61.25, limit: 3 },
  { lat: 13.12, lon: -61.3, limit: 8 },
  { lat: 13.4, lon: -61.32, limit: 8 },
  { lat: 13.6, lon: -61.1, limit: 8 },
  { lat: 13.55, lon: -60.9, limit: 5 },
  { lat: 13.7, lon: -60.8, limit: 5 },
]
const voyage = planVoyage(route, handling)
const seconds = Array.from({ length: Math.floor(durationOf(voyage)) - 1 }, (_, i) => i)

describe('a hull on a voyage', () => {
  it('begins at the first waypoint and ends at the last, at rest', () => {
    const start = onVoyage(voyage, 0)
    const end = onVoyage(voyage, durationOf(voyage))
    expect(start).toMatchObject({ speed: 0 })
    expect(start.lat).toBeCloseTo(13.1, 6)
    expect(end.lat).toBeCloseTo(13.7, 6)
    expect(end.lon).toBeCloseTo(-60.8, 6)
    expect(end.speed).toBeCloseTo(0, 6)
  })

  it('covers the ground at the speed it says, to the difference between sphere and ellipsoid', () => {
    for (const second of seconds) {
      const [a, b] = [onVoyage(voyage, second), onVoyage(voyage, second + 1)]
      const moved = geodesicBetween(a, b).distance
      expect(Math.abs(moved - (a.speed + b.speed) / 2)).toBeLessThan(0.08)
    }
  })

  it('moves where its course points', () => {
    for (const second of seconds.slice(20, -20)) {
      const [a, b] = [onVoyage(voyage, second), onVoyage(voyage, second + 1)]
      const off = ((geodesicBetween(a, b).bearingDeg - a.courseDeg + 540) % 360) - 180
      expect(Math.abs(off)).toBeLessThan(1)
    }
  })

  it('turns no faster than it can, and says how fast', () => {
    for (const second of seconds) {
      const [a, b] = [onVoyage(voyage, second), onVoyage(voyage, second + 1)]
      const turned = ((b.courseDeg - a.courseDeg + 540) % 360) - 180
      expect(Math.abs(a.turnDegMin)).toBeLessThanOrEqual(30.01)
      expect(Math.abs(turned)).toBeLessThanOrEqual(0.51)
      if (a.turnDegMin === b.turnDegMin) expect(turned * 60).toBeCloseTo(a.turnDegMin, 3)
    }
  })

  it('turns both ways on this route', () => {
    const rates = seconds.map((second) => onVoyage(voyage, second).turnDegMin)
    expect(Math.max(...rates)).toBeGreaterThan(5)
    expect(Math.min(...rates)).toBeLessThan(-5)
  })

  it('comes over the edge at full speed when the voyage begins elsewhere', () => {
    const passing = planVoyage(route.slice(1), handling, { startsAtSpeed: true, endsAtSpeed: true })
    expect(onVoyage(passing, 0).speed).toBe(8)
    expect(onVoyage(passing, durationOf(passing)).speed).toBeCloseTo(5, 6)
    expect(durationOf(passing)).toBeLessThan(durationOf(planVoyage(route.slice(1), handling)))
  })
})
