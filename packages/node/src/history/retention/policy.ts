import type { Timestamp } from '@csii/model'
import type { RetentionConfig } from '../../platform/config.ts'

/** What kinds of data are kept for how long. */
export const DATA_CLASSES = ['plots', 'tracks', 'exercise'] as const
export type DataClass = (typeof DATA_CLASSES)[number]

/** Days for which each class is kept, and days for what bears a label, which count before those of its class. */
export interface RetentionPolicy {
  readonly days: Readonly<Record<DataClass, number>>
  readonly labelDays?: Readonly<Record<string, number>>
}

/** A month of plots shows any hour again; tracks are small and are asked for a year later; an exercise is soon over. */
const USUAL_POLICY: RetentionPolicy = { days: { plots: 31, tracks: 400, exercise: 7 } }

/** As the configuration has it; what it leaves out is as usual. */
export function policyOf({ labels = [], ...days }: RetentionConfig = {}): RetentionPolicy {
  return { days: { ...USUAL_POLICY.days, ...days }, labelDays: Object.fromEntries(labels.map((each) => [each.label, each.days])) }
}

/** What a decision about one chunk goes by. */
export interface StoredChunk {
  readonly id: number
  readonly kind: 'plots' | 'states'
  /** `run.serial`, of states. */
  readonly track?: string | undefined
  readonly source: string
  readonly simulated: boolean
  readonly label: string
  /** Of receipt. */
  readonly knownFrom: Timestamp
  readonly knownTo: Timestamp
  /** Of validity. */
  readonly from: Timestamp
  readonly to: Timestamp
  readonly box: Box
  readonly bytes: number
  readonly sum: number
}

/** Degrees; `west` exceeds `east` across the antimeridian. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** Evidence: what it covers stays until it is released, whatever the policy says. */
export interface Hold {
  readonly id: string
  readonly reason: string
  readonly by: string
  readonly at: Timestamp
  readonly from: Timestamp
  readonly to: Timestamp
  /** Everywhere without. */
  readonly area?: Box | undefined
  /** All tracks and plots without. */
  readonly track?: string | undefined
}

const DAY = 86_400_000

export const classOf = ({ simulated, kind }: Pick<StoredChunk, 'simulated' | 'kind'>): DataClass =>
  simulated ? 'exercise' : kind === 'plots' ? 'plots' : 'tracks'

/** When a chunk may go: counted from when the last of it was received, so that late data is kept as long as any. */
export function expiresAt(chunk: StoredChunk, { days, labelDays }: RetentionPolicy): Timestamp {
  return chunk.knownTo + (labelDays?.[chunk.label] ?? days[classOf(chunk)]) * DAY
}

/** A hold on one track keeps the plots of that time and place too: they are what the track was made of. */
export function isHeld(chunk: StoredChunk, holds: readonly Hold[]): boolean {
  return holds.some(({ from, to, area, track }) => {
    const isThen = (chunk.from <= to && chunk.to >= from) || (chunk.knownFrom <= to && chunk.knownTo >= from)
    const isOfTrack = track === undefined || chunk.track === undefined || chunk.track === track
    return isThen && isOfTrack && (!area || overlap(area, chunk.box))
  })
}

export const mayGo = (chunk: StoredChunk, policy: RetentionPolicy, holds: readonly Hold[], now: Timestamp): boolean =>
  expiresAt(chunk, policy) <= now && !isHeld(chunk, holds)

export function overlap(a: Box, b: Box): boolean {
  if (a.south > b.north || b.south > a.north) return false
  return halves(a).some(([west, east]) => halves(b).some(([otherWest, otherEast]) => west <= otherEast && otherWest <= east))
}

const halves = ({ west, east }: Box): [number, number][] => (west <= east ? [[west, east]] : [[west, 180], [-180, east]])
