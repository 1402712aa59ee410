import { degreesToRadians } from '@csii/model'
import type { Handling } from './motion/path.ts'

/** What vessels of one kind have in common. Ranges are [least, most]. */
export interface Kind {
  /** ITU-R M.1371-5 table 53. */
  readonly shipType: number
  readonly length: readonly [number, number]
  /** Length over beam. */
  readonly slenderness: number
  readonly draught: readonly [number, number]
  readonly antennaHeight: readonly [number, number]
  readonly cruiseKn: readonly [number, number]
  /** Degrees a minute. */
  readonly turnDegMin: number
  /** m/s². */
  readonly acceleration: number
  readonly hasImo: boolean
}

export const KINDS = {
  ferry: kind(60, [38, 62], 4.2, [2, 3.5], [12, 18], [12, 15], 60, 0.05, true),
  'fast-ferry': kind(40, [35, 75], 3.6, [1.5, 3.5], [12, 20], [28, 34], 60, 0.12, true),
  shuttle: kind(60, [18, 26], 3.4, [1, 1.6], [6, 8], [10, 13], 120, 0.1, false),
  cruise: kind(60, [190, 330], 8, [6.5, 8.6], [40, 60], [17, 20], 20, 0.02, true),
  tanker: kind(80, [120, 250], 6, [7, 14], [28, 42], [11.5, 14], 18, 0.012, true),
  'gas-carrier': kind(84, [230, 295], 6.2, [9, 12], [38, 48], [15, 18], 18, 0.012, true),
  bulker: kind(70, [150, 230], 6.3, [8, 13.5], [28, 40], [11, 13.5], 18, 0.012, true),
  container: kind(71, [110, 190], 6.5, [6, 10], [28, 40], [14, 18], 22, 0.018, true),
  trader: kind(79, [28, 60], 5, [2, 4], [9, 14], [8, 10.5], 40, 0.03, false),
  yacht: kind(36, [10, 17], 3.2, [1.6, 2.6], [9, 18], [5, 7], 180, 0.08, false),
  catamaran: kind(36, [12, 17], 1.9, [1.2, 1.6], [14, 20], [6, 8.5], 180, 0.08, false),
  superyacht: kind(37, [36, 78], 5.2, [2.5, 4.2], [14, 24], [11, 15], 60, 0.06, true),
  fishing: kind(30, [7, 14], 3.2, [0.8, 1.8], [4, 7], [7, 12], 180, 0.15, false),
  longliner: kind(30, [15, 26], 3.6, [2, 3.4], [8, 12], [7.5, 9.5], 90, 0.06, false),
  pilot: kind(50, [11, 15], 3.3, [1, 1.4], [5, 7], [14, 20], 240, 0.3, false),
  tug: kind(52, [24, 32], 2.7, [3.5, 5], [12, 16], [8, 11], 90, 0.08, true),
  'day-boat': kind(37, [12, 22], 2.6, [1, 1.6], [6, 14], [8, 18], 180, 0.15, false),
  'coast-guard': kind(55, [14, 45], 4.4, [1.2, 2.8], [8, 16], [14, 22], 150, 0.25, false),
  'go-fast': kind(0, [9, 12], 4.2, [0.7, 0.9], [1.5, 2], [34, 42], 240, 0.5, false),
  'sar-aircraft': kind(0, [14, 18], 1, [0, 0], [400, 500], [120, 140], 120, 1, false),
} as const satisfies Record<string, Kind>
export type KindName = keyof typeof KINDS

export const handlingOf = (name: KindName): Handling => ({
  turnRate: degreesToRadians(KINDS[name].turnDegMin) / 60,
  acceleration: KINDS[name].acceleration,
})

function kind(
  shipType: number,
  length: readonly [number, number],
  slenderness: number,
  draught: readonly [number, number],
  antennaHeight: readonly [number, number],
  cruiseKn: readonly [number, number],
  turnDegMin: number,
  acceleration: number,
  hasImo: boolean,
): Kind {
  return { shipType, length, slenderness, draught, antennaHeight, cruiseKn, turnDegMin, acceleration, hasImo }
}
