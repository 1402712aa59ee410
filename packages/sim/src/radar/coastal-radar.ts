import type { LatLon } from '@csii/model'
import type { Antenna } from './antenna.ts'

/** A radar on a hill by the sea. */
export interface CoastalRadar {
  readonly title: string
  /** ISO 3166-1 alpha-3. */
  readonly nation: string
  readonly position: LatLon
  readonly antenna: Antenna
  /** Data source identifier (I048/010). */
  readonly sac: number
  readonly sic: number
  /** It follows its plots and numbers them; otherwise it sends bare plots. */
  readonly tracks: boolean
  /** Milliseconds from the beam to the wire. */
  readonly delay: number
}
