import type { Claim, ClaimField } from './claim.ts'
import type { LatLon, PositionCovariance, Timestamp } from './plot.ts'
import type { Means } from './sensor.ts'

/** One field of a claim as one sensor last heard it. */
export interface HeldClaim<Field extends ClaimField = ClaimField> {
  readonly field: Field
  readonly value: NonNullable<Claim[Field]>
  readonly sensorId: string
  readonly time: Timestamp
}

/** Which sensors a track is made of. */
export interface Contributor {
  readonly sensorId: string
  readonly plots: number
  readonly lastAt: Timestamp
}

/** A report that speaks of this identity from where the track cannot be. It is kept, and does not move the track. */
export interface Conflict {
  readonly sensorId: string
  readonly time: Timestamp
  readonly position: LatLon
  /** The speed the track would have needed to get there, m/s. */
  readonly impliedSpeed: number
}

/** The last plot that moved a track. */
export interface Fix {
  /** Time of validity. */
  readonly time: Timestamp
  readonly position: LatLon
  readonly covariance: PositionCovariance
  /** By what means it was seen there. */
  readonly means: Means
}

/** The system's single account of one real vessel or aircraft, made from the plots of all sensors. */
export interface Track {
  /** Unique within one run of a node. Starts with `SIM-` when simulated, `T-` when live. */
  readonly id: string
  readonly serial: number
  readonly simulated: boolean
  /** When anything was last heard of it, by receipt. */
  readonly heardAt: Timestamp
  /** Where it was last seen. Absent while nobody has said where it is: only statements were heard. */
  readonly fix?: Fix | undefined
  readonly speed?: number | undefined
  readonly courseDeg?: number | undefined
  readonly headingDeg?: number | undefined
  /** Metres above the sea. */
  readonly altitude?: number | undefined
  /** The claims believed now, newest first where sensors differ. */
  readonly claim: Claim
  readonly claims: readonly HeldClaim[]
  readonly contributors: readonly Contributor[]
  readonly conflicts: readonly Conflict[]
}
