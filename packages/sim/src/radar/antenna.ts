/** What a radar is made of, wherever it stands. */
export interface Antenna {
  /** Unique in the scenario. */
  readonly id: string
  /** Metres above the sea. */
  readonly height: number
  /** Milliseconds for one turn. */
  readonly rotation: number
  /** Metres, beyond which it does not listen for echoes. */
  readonly reach: number
  /** Metres at which a boat of 10 m² is seen in eight turns of ten. */
  readonly reference: number
  /** Standard deviations of one plot. */
  readonly sigma: { readonly range: number; readonly azimuthDeg: number }
  /** Of two objects that are nearer to one another than this in both, only the stronger is seen: metres and degrees. */
  readonly resolution: { readonly range: number; readonly azimuthDeg: number }
  /** False plots to be expected in one turn: from the waves around it, and from anywhere. */
  readonly clutter: { readonly waves: number; readonly anywhere: number }
}
