import type { RadarImage } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { cornersOf, pixelsOf } from './radar-raster.ts'

const image: RadarImage = {
  time: 0, position: { lat: 60, lon: -61 }, reach: 60 * 1852, size: 2, amplitudes: btoa(String.fromCharCode(0, 255, 128, 1)),
}

describe('the picture of a radar on the map', () => {
  it('reaches as far as the radar sees, on every side', () => {
    const [[west, north], , [east, south]] = cornersOf(image)
    expect([north, south]).toEqual([61, 59])
    expect(west).toBeCloseTo(-63, 6)
    expect(east).toBeCloseTo(-59, 6)
  })

  it('is as opaque as the echo is strong', () => {
    expect([...pixelsOf(image, '#0a1420')]).toEqual([10, 20, 32, 0, 10, 20, 32, 255, 10, 20, 32, 128, 10, 20, 32, 1])
  })

  it('is empty where octets are missing', () => {
    expect([...pixelsOf({ ...image, amplitudes: '' }, '#ffffff')].filter((_, at) => at % 4 === 3)).toEqual([0, 0, 0, 0])
  })
})
