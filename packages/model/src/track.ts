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

/** Where a track is believed to be at the time of the newest plot that it took. */
export interface Fix {
  /** Time of validity. */
  readonly time: Timestamp
  readonly position: LatLon
  readonly covariance: PositionCovariance
  /** By what means it was last seen. */
  readonly means: Means
}

/** Why an object that a radar sees is taken not to transmit although it would be heard here. */
export interface Darkness {
  /** 0 to 1. */
  readonly probability: number
  /** Since when nothing was heard of it: its last report, or when it was first seen. */
  readonly since: Timestamp
  /** Reports that would have been received since then of an object that transmits. */
  readonly missedReports: number
}

/** Why a stated position is doubted. */
export const SUSPICIONS = ['no-echo', 'left-its-echo', 'impossible-move'] as const

export interface Suspicion {
  /** 0 to 1. */
  readonly probability: number
  /** No radar that covers the place sees anything; a radar still follows what it was; nothing moves so fast. */
  readonly reason: (typeof SUSPICIONS)[number]
  readonly since: Timestamp
}

/** How sure it is that the identity a track carries is that of the object. */
export interface IdentityBelief {
  /** 0 to 1. */
  readonly probability: number
  /** Reports with this identity come from two places, or disagree with what a radar sees. */
  readonly isConflicting: boolean
  /** A person has said so. */
  readonly isPinned: boolean
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
  /** Probability that a real object is behind it, 0 to 1. */
  readonly existence: number
  readonly darkness?: Darkness | undefined
  readonly suspicion?: Suspicion | undefined
  readonly identity?: IdentityBelief | undefined
  /** Grows when a late plot changed what was said of the past. */
  readonly revision: number
  /** From when on the last revision changed it. */
  readonly revisedFrom?: Timestamp | undefined
}
