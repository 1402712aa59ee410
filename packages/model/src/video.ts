/** One beam of a radar's picture: what came back from each distance. */
export interface RadarSpoke {
  /** Degrees from true north, clockwise from the first to the second. */
  readonly startAzimuthDeg: number
  readonly endAzimuthDeg: number
  /** Metres to where the first cell begins. */
  readonly startRange: number
  /** Metres along the beam of one cell. */
  readonly cellLength: number
  /** Of each cell from the nearest: 0 for nothing to 255. */
  readonly amplitudes: Uint8Array
}
