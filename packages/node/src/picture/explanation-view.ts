import type { ExplanationView } from '@csii/contract'
import type { Explanation, RejectedPlot, TakenPlot } from '@csii/model'

/** JSON has no infinity: whatever is farther is as far as this, 1,000 standard deviations squared. */
const FARTHEST = 1e6

/** Why a track is as it is, as a reader gets it. */
export function explanationOf({ taken, rejected, judgements, identities, ...explanation }: Explanation): ExplanationView {
  return {
    ...explanation,
    taken: taken.map((plot) => ({ ...placed(plot), weight: plot.weight })),
    rejected: rejected.map(({ because, takenBy, ...plot }) => ({ ...placed(plot), because, ...(takenBy !== undefined && { takenBy }) })),
    identities: [...identities],
    judgements: judgements.map(({ decision, ...judgement }) => ({ ...judgement, ...decision, state: 'standing' })),
  }
}

const placed = ({ sensorId, time, position, distanceSquared }: Pick<TakenPlot & RejectedPlot, 'sensorId' | 'time' | 'position' | 'distanceSquared'>) =>
  ({ sensorId, time, lat: position.lat, lon: position.lon, distanceSquared: Math.min(distanceSquared, FARTHEST) })
