import { describe, expect, it } from 'vitest'
import { PolarImage, type Raster } from './polar-image.ts'

const SIZE = 101
const MIDDLE = 50

/** An echo at half the reach, seen in a beam two degrees wide. */
const spoke = (azimuthDeg: number, cells = 100, cellLength = 100) => ({
  startAzimuthDeg: (azimuthDeg + 359) % 360,
  endAzimuthDeg: (azimuthDeg + 1) % 360,
  startRange: 0,
  cellLength,
  amplitudes: Uint8Array.from({ length: cells }, (_, cell) => (Math.abs(cell - cells / 2) < 3 ? 200 : 0)),
})
const at = ({ amplitudes, size }: Raster, east: number, north: number): number =>
  amplitudes[(MIDDLE - north) * size + MIDDLE + east]!

describe('the picture of a radar', () => {
  it.each([
    [0, 0, 25], [90, 25, 0], [180, 0, -25], [270, -25, 0],
  ])('has an echo in %i° where it is, and nowhere else', (azimuthDeg, east, north) => {
    const image = new PolarImage()
    image.add(spoke(azimuthDeg), 0)
    const raster = image.raster(SIZE, 0)
    expect(at(raster, east, north)).toBe(200)
    expect([at(raster, -east, -north), at(raster, north, east), at(raster, 0, 0)]).toEqual([0, 0, 0])
    expect(raster.amplitudes.filter((value) => value > 0).length).toBeLessThan(30)
    expect(raster.reach).toBe(10_000)
  })

  it('forgets what the beam has not passed over for half a minute', () => {
    const image = new PolarImage()
    image.add(spoke(0), 0)
    image.add(spoke(90), 20_000)
    const raster = image.raster(SIZE, 31_000)
    expect([at(raster, 0, 25), at(raster, 25, 0)]).toEqual([0, 200])
  })

  it('begins anew when the radar changes its range', () => {
    const image = new PolarImage()
    image.add(spoke(0), 0)
    image.add(spoke(90, 100, 50), 1000)
    const raster = image.raster(SIZE, 1000)
    expect([at(raster, 0, 25), at(raster, 25, 0), raster.reach]).toEqual([0, 200, 5000])
  })

  it('is not disturbed by a beam of nothing', () => {
    const image = new PolarImage()
    image.add(spoke(0), 0)
    image.add({ ...spoke(0), amplitudes: new Uint8Array(0) }, 0)
    expect(at(image.raster(SIZE, 0), 0, 25)).toBe(200)
  })
})
