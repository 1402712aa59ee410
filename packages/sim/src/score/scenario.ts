/**
 * A scenario as its folder holds it, in the fields' own names: planar metres (x east, y north), seconds. What a tracker
 * made of it is scored against `truth`.
 */
export interface ScoreMeta {
  readonly name: string
  readonly seed: number
  /** Seconds between score epochs. */
  readonly score_dt: number
  /** Metres at which a track is no longer on an object, and the cost of one that is missed. 500 if absent. */
  readonly gospa_c?: number
  /** True where only some of the objects are known, so that a track away from them is no false one. */
  readonly truth_partial?: boolean
}

/** One object at one score epoch. */
export interface TruthLine {
  readonly t: number
  readonly id: string
  readonly x: number
  readonly y: number
  readonly vx: number
  readonly vy: number
  /** `ghost` is a position that AIS states and where nothing is. */
  readonly cls: string
  /** False while no sensor could see it: neither a track there nor none is counted. */
  readonly vis: boolean
  /** 1 while it does not transmit where it would be heard, 0 while it does, null while neither is to be said. */
  readonly dark: number | null
  /** The identity that it transmits. */
  readonly ident: string | null
}

/** One confirmed track at one score epoch, made from what had arrived by then. */
export interface TrackLine {
  readonly t: number
  readonly id: string | number
  readonly x: number
  readonly y: number
  readonly vx: number
  readonly vy: number
  readonly ident?: string | null
  readonly dark?: boolean
  /** That what it claims of itself is not believed. */
  readonly suspect?: boolean
  /** The covariance of the position in m²: all three or none. */
  readonly cxx?: number
  readonly cxy?: number
  readonly cyy?: number
}

/** Which track took which plot. */
export interface AssociationLine {
  readonly p: number
  readonly id: string | number
}

/** The object behind a plot: its id, `a+b` of a return that two share, `ghost:id`, or null for clutter. */
export interface OriginLine {
  readonly p: number
  readonly o: string | null
}

/** The kind of a plot's sensor, `radar` or another. */
export interface PlotLine {
  readonly p: number
  readonly k: string
}

export interface Association {
  readonly lines: readonly AssociationLine[]
  readonly origin: readonly OriginLine[]
  readonly plots: readonly PlotLine[]
}

export interface ScoreInput {
  readonly meta: ScoreMeta
  readonly truth: readonly TruthLine[]
  readonly tracks: readonly TrackLine[]
  readonly assoc?: Association
  /** Seconds into the scenario before which nothing is scored. 0 if absent. */
  readonly from?: number
}

export const cutoffOf = ({ gospa_c = 500 }: ScoreMeta): number => gospa_c
