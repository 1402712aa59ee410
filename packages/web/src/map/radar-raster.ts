import type { RadarImage } from '@csii/contract'
import { degreesToRadians } from '@csii/model'

/** Metres of one degree of latitude, near enough for the reach of a radar. */
const DEGREE_M = 60 * 1852

type Corner = [lon: number, lat: number]

/** The corners of a radar's picture, from the north-west clockwise. */
export function cornersOf({ position: { lat, lon }, reach }: RadarImage): [Corner, Corner, Corner, Corner] {
  const north = reach / DEGREE_M
  const east = north / Math.cos(degreesToRadians(lat))
  return [
    [lon - east, lat + north],
    [lon + east, lat + north],
    [lon + east, lat - north],
    [lon - east, lat - north],
  ]
}

/** Pixels of one colour, as opaque as the echo is strong: red, green, blue and opacity of each. */
export function pixelsOf({ size, amplitudes }: RadarImage, colour: string): Uint8ClampedArray<ArrayBuffer> {
  const octets = atob(amplitudes)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  const pixels = new Uint8ClampedArray(4 * size * size)
  for (let pixel = 0; pixel < size * size; pixel++) {
    pixels.set([red, green, blue, octets.charCodeAt(pixel) || 0], 4 * pixel)
  }
  return pixels
}
