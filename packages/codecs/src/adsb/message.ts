import type { OperationStatus } from './operation-status.ts'
import type { AirbornePosition, CoarsePosition, SurfacePosition } from './position.ts'
import type { AircraftStatus } from './status.ts'
import type { TargetState } from './target-state.ts'
import type { Airspeed, GroundSpeed } from './velocity.ts'

/**
 * What a Mode S transponder or an ADS-B device transmits, in the units of the standard: feet, knots, degrees, feet per
 * minute. Sources: ICAO Annex 10, volume IV, § 3.1.2; RTCA DO-260B, § 2.2.3; for a first reading, J. Sun, "The 1090
 * Megahertz Riddle", 2nd edition. What is not available is absent.
 */
export type ModeSMessage = AirToAir | Surveillance | AllCall | Squitter

interface Downlink {
  /** The 24-bit address of the aircraft. Laid over the parity, and so unproven, in all formats but 11, 17 and 18. */
  readonly icao: number
}

/** Surveillance between the collision avoidance systems of two aircraft (DF 0 and 16). */
export interface AirToAir extends Downlink {
  readonly df: 0 | 16
  readonly on_ground: boolean
  readonly altitude?: number
}

/** The answer to a ground radar, with altitude (DF 4 and 20) or Mode A code (DF 5 and 21). */
export interface Surveillance extends Downlink {
  readonly df: 4 | 5 | 20 | 21
  /** 0 to 7: alert, special position identification, on the ground (ICAO Annex 10, volume IV, § 3.1.2.6.5.1). */
  readonly flight_status: number
  readonly altitude?: number
  readonly squawk?: string
  /** The Comm-B message of DF 20 and 21: seven octets in hexadecimal, of a register that the frame does not name. */
  readonly mb?: string
}

/** The answer to an all-call, or unasked (DF 11). */
export interface AllCall extends Downlink {
  readonly df: 11
  readonly capability: number
  /** Code of the radar that asked; 0 when nobody did. */
  readonly interrogator: number
}

/** An extended squitter: by a transponder (DF 17), or by another device or a ground station (DF 18). */
export type Squitter = SquitterHead & Contents

export interface SquitterHead extends Downlink {
  readonly df: 17 | 18
  readonly capability?: number
  /** CF of DF 18: 0 and 1 ADS-B, 2 to 5 TIS-B, 6 ADS-R (RTCA DO-260B, § 2.2.3.2.1.1). */
  readonly control?: number
  /** `icao` is not the aircraft's: it chose it to stay anonymous, or a ground station numbers its tracks so. */
  readonly address_is_other?: true
}

export type Contents =
  | Identification
  | AirbornePosition
  | SurfacePosition
  | CoarsePosition
  | GroundSpeed
  | Airspeed
  | AircraftStatus
  | TargetState
  | OperationStatus
  | OtherContents

export interface Identification {
  readonly bds: '0,8'
  readonly typecode: 1 | 2 | 3 | 4
  /** Emitter category: A to D by the type code, and 0 to 7; 0 says nothing (RTCA DO-260B, § 2.2.3.2.5.2). */
  readonly category: string
  readonly callsign: string
}

/** Contents that are not read: of types that are reserved or not of use here. */
export interface OtherContents {
  readonly bds: 'other'
  readonly typecode: number
}
