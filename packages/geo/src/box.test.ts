import { describe, expect, it } from 'vitest'
import { contains } from './box.ts'

describe('a box', () => {
  const grenadines = { west: -61.6, south: 12.4, east: -61, north: 13.1 }
  const fiji = { west: 176, south: -20, east: -178, north: -15 }

  it.each([
    ['Bequia', grenadines, 13.01, -61.24, true],
    ['its own corner', grenadines, 12.4, -61.6, true],
    ['Barbados', grenadines, 13.1, -59.6, false],
    ['a place south of it', grenadines, 12, -61.2, false],
    ['Suva, west of the antimeridian', fiji, -18.1, 178.4, true],
    ['Lau, east of the antimeridian', fiji, -18.2, -178.8, true],
    ['Tonga', fiji, -18.6, -173.9, false],
  ])('knows about %s', (_place, box, lat, lon, inside) => {
    expect(contains(box, lat, lon)).toBe(inside)
  })
})
