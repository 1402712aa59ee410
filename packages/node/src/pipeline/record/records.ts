import type { Claim, Contributor, IdentityBelief, Plot, Statement, Timestamp } from '@csii/model'

/**
 * Names a track for ever: `run` counts the starts of the pipeline on one store, `serial` the tracks of a run.
 * Written `run.serial`.
 */
export interface TrackRef {
  readonly run: number
  readonly serial: number
}

/** What the node believed of a track from `knownAt` on, at the resolution of the picture. */
export interface StateRecord {
  readonly serial: number
  readonly simulated: boolean
  readonly knownAt: Timestamp
  /** Time of validity. Of several records with the same one, the latest known holds. */
  readonly time: Timestamp
  /** The past as it looks since a late plot came: it was never the newest that the picture showed. */
  readonly isRevision: boolean
  /** Degrees, in steps of 1e-7. */
  readonly lat: number
  readonly lon: number
  /** One standard deviation east and north, metres in steps of 0.1, and how they go together: -1 to 1 in steps of 0.01. */
  readonly sigmaEast: number
  readonly sigmaNorth: number
  readonly correlation: number
  /** m/s, in steps of 0.01. */
  readonly speed?: number | undefined
  /** Degrees, in steps of 0.01. */
  readonly courseDeg?: number | undefined
  /** Degrees, in steps of 0.1. */
  readonly headingDeg?: number | undefined
  /** Metres, whole ones. */
  readonly altitude?: number | undefined
  /** Index into `MEANS` of the model. */
  readonly means: number
  /** Bits of `FLAG` of the contract. */
  readonly flags: number
  /** Probabilities in steps of 1/254; absent as in a track. */
  readonly existence: number
  readonly dark?: number | undefined
  readonly suspect?: number | undefined
}

/** What a track was called and made of from `knownAt` on. */
export interface InfoRecord {
  readonly serial: number
  readonly simulated: boolean
  readonly knownAt: Timestamp
  readonly claim: Claim
  readonly contributors: readonly Pick<Contributor, 'sensorId'>[]
  readonly identity?: IdentityBelief | undefined
}

/** A track is gone: forgotten, or taken for the same object as another. */
export interface EndRecord {
  readonly serial: number
  readonly simulated: boolean
  readonly knownAt: Timestamp
  readonly into?: number | undefined
}

/** What the pipeline took in and believed in one short stretch of time, in the order in which it happened. */
export interface Batch {
  readonly run: number
  /** Of receipt. */
  readonly firstAt: Timestamp
  readonly lastAt: Timestamp
  readonly plots: readonly Plot[]
  readonly statements: readonly Statement[]
  readonly states: readonly StateRecord[]
  readonly infos: readonly InfoRecord[]
  readonly ends: readonly EndRecord[]
}
