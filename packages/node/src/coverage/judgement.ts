import type { HealthReason, HealthState, SourceView } from '@csii/contract'
import type { Means, Timestamp } from '@csii/model'

/** All that is known of one sensor when it is judged. */
export interface SensorFacts {
  readonly means: Means
  readonly transport: SourceView['state'] | 'disabled'
  /** When this node began to watch it: when it started, or when the sensor was switched on. */
  readonly watchedSince: Timestamp
  /** Since when its line is not open, when it is not. */
  readonly downSince?: Timestamp | undefined
  readonly hearing: SensorHearing | undefined
  readonly delay: { readonly p05Ms: number; readonly medianMs: number; readonly p95Ms: number } | undefined
  /** Why it seems to hear too little, by its map of reception. */
  readonly scarcity: Scarcity | undefined
}

export interface SensorHearing {
  readonly normalIntervalMs: number | undefined
  readonly lastValidAt: Timestamp | undefined
  readonly refusedSinceValid: number
  readonly normalPlotIntervalMs: number | undefined
  readonly lastPlotAt: Timestamp | undefined
}

export interface Scarcity {
  readonly reason: 'few-objects' | 'few-cells'
  readonly numbers: Readonly<Record<string, number>>
}

export interface Judgement {
  readonly state: HealthState
  readonly reason: HealthReason
  readonly numbers: Readonly<Record<string, number>>
  /** When it became so, where that is known better than by when it was noticed. */
  readonly since?: Timestamp
}
