import { distanceBetween } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { onEarth, onPlane } from './flat-sea.ts'

describe("a scenario's plane on the earth", () => {
  it('has the distances of the plane, to a metre within 40 km', () => {
    const origin = onEarth(0, 0)
    for (const [x, y] of [[28_000, 28_000], [-40_000, 0], [0, 40_000], [300, -400]] as const) {
      expect(Math.abs(distanceBetween(origin, onEarth(x, y)) - Math.hypot(x, y))).toBeLessThan(1)
    }
  })

  it('is left and entered at the same place', () => {
    const { x, y } = onPlane(onEarth(12_345, -678))
    expect([x, y]).toEqual([expect.closeTo(12_345, 6), expect.closeTo(-678, 6)])
  })
})
