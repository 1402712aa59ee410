import { describe, expect, it } from 'vitest'
import { metresBetween } from '../motion/mercator.ts'
import { skylineOf } from './shadow.ts'

const FORT = { lat: 13.128, lon: -61.209 }
const OPEN_SEA = { lat: 13, lon: -63 }

describe('the skyline of a radar on the south coast of Saint Vincent', () => {
  const { reach } = skylineOf(FORT)

  it('is her own mountains to the north, from where the headland ends', () => {
    expect(reach(0)).toBe(2_500)
    expect(reach(30)).toBe(2_500)
  })

  it('is open to the west and the south-west', () => {
    expect(reach(250)).toBe(Infinity)
    expect(reach(270)).toBe(Infinity)
  })

  it('is Bequia to the south: seen as far as her near shore', () => {
    const shore = metresBetween(FORT, { lat: 13.03, lon: -61.22 })
    expect(reach(187)).toBeGreaterThan(shore - 1_500)
    expect(reach(187)).toBeLessThan(shore + 1_500)
  })

  it('has no seam at north', () => {
    expect(reach(359.9)).toBe(reach(0))
  })
})

describe('the skyline of a ship in the middle of the sea', () => {
  it('is open all around, but for islands that are far away', () => {
    const { reach } = skylineOf(OPEN_SEA)
    for (let azimuth = 0; azimuth < 360; azimuth += 5) expect(reach(azimuth)).toBeGreaterThan(100_000)
    expect(reach(265)).toBe(Infinity)
    expect(reach(85)).toBeLessThan(200_000)
  })
})
