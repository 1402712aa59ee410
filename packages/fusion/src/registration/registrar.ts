import type { Registration } from '@csii/model'
import { isUsable, type BiasPair, type Correction } from './bias-pair.ts'
import { UNCORRECTED } from './correction.ts'
import { RadarBias } from './radar-bias.ts'

/** Learns by how much each radar errs, from vessels that it and AIS both see. */
export interface Registrar {
  /** A plot that is associated with the vessel. */
  observe(pair: BiasPair): void
  /** A plot within `CANDIDATE_REACH` of where the vessel should be, that may be another's: shows a bias too large to associate. */
  candidate(pair: BiasPair): void
  correctionOf(sensorId: string): Correction
  /** Grows when the correction jumps by about a deviation of the radar's plots: tracks begun before lie elsewhere. */
  version(sensorId: string): number
  all(): Registration[]
}

/** No node has more radars. */
const MOST_RADARS = 1024

export function createRegistrar(): Registrar {
  const radars = new Map<string, RadarBias>()

  function take(pair: BiasPair, isObserved: boolean): void {
    if (!isUsable(pair)) return
    let radar = radars.get(pair.sensorId)
    if (!radar) {
      if (radars.size >= MOST_RADARS) return
      radar = new RadarBias(pair.sensorId)
      radars.set(pair.sensorId, radar)
    }
    radar.take(pair, isObserved)
  }

  return {
    observe: (pair) => take(pair, true),
    candidate: (pair) => take(pair, false),
    correctionOf: (sensorId) => radars.get(sensorId)?.correction ?? UNCORRECTED,
    version: (sensorId) => radars.get(sensorId)?.version ?? 0,
    all: () => [...radars.values()].map((radar) => radar.registration()).sort((a, b) => (a.sensorId < b.sensorId ? -1 : 1)),
  }
}
