import type { Registration, Timestamp } from '@csii/model'
import { isUsable, type BiasPair, type Correction } from './bias-pair.ts'
import { UNCORRECTED } from './correction.ts'
import { RadarBias } from './radar-bias.ts'

/** Learns by how much each radar errs, from vessels that it and AIS both see. */
export interface Registrar {
  /** A plot that is associated with the vessel. */
  observe(pair: BiasPair): void
  /** A plot within `CANDIDATE_REACH` of where the vessel should be, maybe another's: shows a large bias. */
  candidate(pair: BiasPair): void
  /** `time` is that of the plot to be corrected: with it what was learnt in the second before counts already. */
  correctionOf(sensorId: string, time?: Timestamp): Correction
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
    correctionOf(sensorId, time = -Infinity) {
      const radar = radars.get(sensorId)
      if (!radar) return UNCORRECTED
      radar.reach(time)
      return radar.correction
    },
    version: (sensorId) => radars.get(sensorId)?.version ?? 0,
    all: () => [...radars].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, radar]) => radar.registration()),
  }
}
