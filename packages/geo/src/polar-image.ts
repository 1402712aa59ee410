import { degreesToRadians, type RadarSpoke, type Timestamp } from '@csii/model'

const AZIMUTHS = 1024
const RANGES = 512
/** A radar turns in two to ten seconds; what is older than several turns is no longer there. */
const KEPT_MS = 30_000
/** A scale that differs by more is another one: what was shown before is not where it would be now. */
const SAME_SCALE = 0.01

/** A picture with the north up and the radar in its middle. */
export interface Raster {
  /** Pixels of a side. */
  readonly size: number
  /** Row by row from the north-west corner: 0 for nothing to 255. */
  readonly amplitudes: Uint8Array
  /** Metres from the radar to each side. */
  readonly reach: number
}

/** What a radar saw in its last turns, by direction and distance. Memory is fixed: half a megabyte. */
export class PolarImage {
  readonly #cells = new Uint8Array(AZIMUTHS * RANGES)
  readonly #seenAt = new Float64Array(AZIMUTHS).fill(-Infinity)
  #reach = 0

  add(spoke: RadarSpoke, receivedAt: Timestamp): void {
    const { startRange, cellLength, amplitudes } = spoke
    const reach = startRange + cellLength * amplitudes.length
    if (!(reach > 0)) return
    if (Math.abs(reach - this.#reach) > SAME_SCALE * reach) this.#clear(reach)
    const line = this.#lineOf(spoke)
    const first = Math.floor((spoke.startAzimuthDeg / 360) * AZIMUTHS)
    const width = Math.max(1, Math.round((((spoke.endAzimuthDeg - spoke.startAzimuthDeg + 360) % 360) / 360) * AZIMUTHS))
    for (let azimuth = first; azimuth < first + width; azimuth++) {
      this.#cells.set(line, (azimuth % AZIMUTHS) * RANGES)
      this.#seenAt[azimuth % AZIMUTHS] = receivedAt
    }
  }

  raster(size: number, now: Timestamp): Raster {
    const amplitudes = new Uint8Array(size * size)
    const middle = (size - 1) / 2
    const perPixel = RANGES / (size / 2)
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const [east, north] = [column - middle, middle - row]
        const range = Math.floor(Math.hypot(east, north) * perPixel)
        const turn = (Math.atan2(east, north) / degreesToRadians(360) + 1) % 1
        const azimuth = Math.floor(turn * AZIMUTHS) % AZIMUTHS
        if (range >= RANGES || now - this.#seenAt[azimuth]! > KEPT_MS) continue
        amplitudes[row * size + column] = this.#cells[azimuth * RANGES + range]!
      }
    }
    return { size, amplitudes, reach: this.#reach }
  }

  /** The strongest of the cells that reach into each step of range. */
  #lineOf({ startRange, cellLength, amplitudes }: RadarSpoke): Uint8Array {
    const line = new Uint8Array(RANGES)
    const stepOf = (metres: number): number => Math.floor((metres / this.#reach) * RANGES)
    for (let cell = 0; cell < amplitudes.length; cell++) {
      const near = stepOf(startRange + cell * cellLength)
      const far = Math.max(near + 1, stepOf(startRange + (cell + 1) * cellLength))
      for (let step = near; step < Math.min(far, RANGES); step++) line[step] = Math.max(line[step]!, amplitudes[cell]!)
    }
    return line
  }

  #clear(reach: number): void {
    this.#reach = reach
    this.#cells.fill(0)
    this.#seenAt.fill(-Infinity)
  }
}
