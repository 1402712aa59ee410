import type { OriginLine, TruthLine as ScoredTruth } from '../score/scenario.ts'
import type { Radar } from './scene.ts'

/** `meta.json`: what a tracker is told beforehand. */
export interface Meta {
  readonly name: string
  readonly seed: number
  readonly crs: string
  readonly duration: number
  readonly score_dt: number
  readonly score_times: readonly [number, number]
  readonly sensors: readonly (Radar & { readonly type: 'radar' })[]
  readonly ais: {
    readonly sigma: number
    readonly rx: number
    readonly latency: readonly [number, number]
    readonly satLatency: readonly [number, number] | null
  }
  readonly targets: number
  readonly plots: number
  readonly note: string
}

interface PlotTimes {
  /** Number in order of arrival. */
  readonly p: number
  /** Seconds: when the object was there. */
  readonly t: number
  /** Seconds: when the plot arrived. */
  readonly ta: number
  readonly s: string
}

/** A radar's plot. */
export interface RadarPlot extends PlotTimes {
  readonly k: 'radar'
  /** Number of the scan. */
  readonly n: number
  readonly r: number
  readonly b: number
  readonly sr: number
  readonly sb: number
}

/** A position that an object reports of itself. */
export interface ReportedPlot extends PlotTimes {
  readonly k: 'ais' | 'adsb'
  readonly x: number
  readonly y: number
  /** Deviation of the position an axis, in metres. */
  readonly sp: number
  readonly v: number
  readonly c: number
  readonly id: string
  readonly cl?: 'A' | 'B'
  readonly alt?: number
}

/** A line of `plots.jsonl`. */
export type ScenarioPlot = RadarPlot | ReportedPlot

/** A line of `truth.jsonl`, as it is scored, of what is simulated here. */
export interface TruthLine extends ScoredTruth {
  readonly cls: 'vessel' | 'air' | 'ghost'
  readonly dark: 0 | 1 | null
}

/** `truth_bias.json`: the registration error of each radar, in metres, degrees and (where its clock is wrong) seconds. */
export type BiasTruth = Readonly<Record<string, { readonly rbias: number; readonly bbias: number; readonly tbias?: number }>>

export interface FusionScenario {
  readonly meta: Meta
  readonly plots: readonly ScenarioPlot[]
  readonly truth: readonly TruthLine[]
  readonly origin: readonly OriginLine[]
  readonly bias?: BiasTruth
}

type Unnumbered<T> = T extends unknown ? Omit<T, 'p'> : never

/** A plot before the plots are put into order of arrival and numbered. */
export interface Arrival {
  readonly plot: Unnumbered<ScenarioPlot>
  readonly origin: string | null
}

export const rounded = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals
