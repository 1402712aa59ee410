import { describe, expect, it } from 'vitest'
import { metresBetween } from './distance.ts'

describe('the distance between two places', () => {
  it('is some 111 km for a degree of latitude, and as much less for one of longitude as the cosine says', () => {
    expect(metresBetween({ lat: 0, lon: 0 }, { lat: 1, lon: 0 })).toBeCloseTo(111_195, -1)
    expect(metresBetween({ lat: 60, lon: 0 }, { lat: 60, lon: 1 })).toBeCloseTo(55_597, -2)
  })

  it('crosses the 180th meridian, and goes to the other side of the globe', () => {
    expect(metresBetween({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 })).toBeCloseTo(111_195, -1)
    expect(metresBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(Math.PI * 6_371_009, -1)
  })
})
