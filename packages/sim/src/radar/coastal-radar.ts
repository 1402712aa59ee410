import type { LatLon } from '@csii/model'

/** A radar on a hill by the sea. */
export interface CoastalRadar {
  readonly id: string
  readonly title: string
  /** ISO 3166-1 alpha-3. */
  readonly nation: string
  readonly position: LatLon
  /** Metres above the sea. */
  readonly antennaHeight: number
  /** Data source identifier (I048/010). */
  readonly sac: number
  readonly sic: number
  /** Milliseconds for one turn of the antenna. */
  readonly rotation: number
  /** Metres, beyond which it does not listen for echoes. */
  readonly reach: number
  /** Metres at which a boat of 10 m² is seen in eight scans of ten. */
  readonly reference: number
  /** Standard deviations of one plot. */
  readonly sigma: { readonly range: number; readonly azimuthDeg: number }
  /** False plots to be expected in one scan: from the waves around it, and from anywhere. */
  readonly clutter: { readonly waves: number; readonly anywhere: number }
  /** It follows its plots and numbers them; otherwise it sends bare plots. */
  readonly tracks: boolean
  /** Milliseconds from the beam to the wire. */
  readonly delay: number
}
