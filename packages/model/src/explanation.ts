import type { LatLon, Timestamp } from './plot.ts'

/** One plot that a track took. */
export interface TakenPlot {
  readonly sensorId: string
  readonly time: Timestamp
  readonly position: LatLon
  /** How far it lay from the prediction: squared Mahalanobis distance, 2 degrees of freedom. */
  readonly distanceSquared: number
  /** What share of its own innovation it moved the track by: 0 to 1. */
  readonly weight: number
}

/** Why a plot near a track was not taken for it. */
export const REJECTIONS = ['nearer-to-another', 'less-likely-than-clutter', 'impossible-move', 'held-apart'] as const

export interface RejectedPlot {
  readonly sensorId: string
  readonly time: Timestamp
  readonly position: LatLon
  readonly distanceSquared: number
  readonly because: (typeof REJECTIONS)[number]
  /** The track that took it, where one did. */
  readonly takenBy?: string | undefined
}

/** How it moves: probabilities that sum to 1. */
export interface Motion {
  readonly steady: number
  readonly turning: number
  readonly manoeuvring: number
}

/** An identity that the track has or could have. */
export interface IdentityCandidate {
  readonly identity: string
  /** 0 to 1. */
  readonly probability: number
}

/** Why a track is as it is: what it was made of, and what was turned away. Newest plots first. */
export interface Explanation {
  readonly trackId: string
  readonly existence: number
  readonly motion: Motion
  readonly taken: readonly TakenPlot[]
  readonly rejected: readonly RejectedPlot[]
  readonly identities: readonly IdentityCandidate[]
  readonly judgements: readonly Judgement[]
}

/** What a person decided about tracks, kept and undone as one act. */
export type Decision =
  /** What this sensor adds to the track is another object. The two are held apart. */
  | { readonly kind: 'split'; readonly trackId: string; readonly sensorId: string }
  /** Both are one object. */
  | { readonly kind: 'merge'; readonly trackId: string; readonly otherId: string }
  /** The identity belongs to this track, whatever the evidence. */
  | { readonly kind: 'pin'; readonly trackId: string; readonly identity: string }

export interface Judgement {
  readonly id: string
  readonly by: string
  readonly at: Timestamp
  readonly decision: Decision
}

/** What is wrong with how a radar is set up, as the vessels show that it and AIS both see. Measured minus true. */
export interface Registration {
  readonly sensorId: string
  /** Metres. */
  readonly rangeBias: number
  readonly rangeSigma: number
  readonly bearingBiasDeg: number
  readonly bearingSigmaDeg: number
  /** Seconds by which its times are late. */
  readonly timeBias: number
  readonly timeSigma: number
  /** Pairs of a plot and a report that it rests on, and of how many vessels. */
  readonly pairs: number
  readonly vessels: number
  /** Plots are corrected by it. */
  readonly isApplied: boolean
}
