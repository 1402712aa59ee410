import type { Dimensions } from '@csii/model'
import type { Itinerary } from './motion/itinerary.ts'

/** What a vessel carries: ITU-R M.1371-5 class A, class B with SOTDMA or carrier sense, or nothing. */
export type Unit = 'class-a' | 'class-b-so' | 'class-b-cs' | 'aircraft' | 'none'

/** One simulated vessel (or aircraft). All of it is invented. */
export interface Vessel {
  /** Unique in the scenario, such as `ferry-3`. */
  readonly id: string
  readonly kind: string
  /** Its key for everything random about it. */
  readonly key: number
  readonly name: string
  readonly mmsi: number
  readonly callSign: string
  /** 0 when she has none. */
  readonly imo: number
  /** ITU-R M.1371-5 table 53. */
  readonly shipType: number
  readonly dimensions: Dimensions
  readonly draught: number
  readonly unit: Unit
  /** Metres above the sea. */
  readonly antennaHeight: number
  /** Highest speed, m/s. */
  readonly fastest: number
  readonly itinerary: Itinerary
}
