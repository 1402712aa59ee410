import { consistency, type Consistency } from './consistency.ts'
import { continuity, type Continuity } from './continuity.ts'
import { epochsOf } from './epoch.ts'
import { setDistances, type SetDistances } from './gospa.ts'
import { identification, type Identification } from './identification.ts'
import { matchEpochs, type MatchedEpoch } from './matching.ts'
import { purity, type Purity } from './purity.ts'
import { cutoffOf, type ScoreInput } from './scenario.ts'
import { siap, type Siap } from './siap.ts'
import { suspicion, type Suspicion } from './suspicion.ts'

/** Every figure by the name under which `csii score` prints it. Undefined where there was nothing to count. */
export interface Score
  extends SetDistances, Siap, Continuity, Identification, Suspicion, Partial<Purity>, Partial<Consistency> {
  readonly scenario: string
  readonly seed: number
}

/** What a tracker made of a scenario, against the truth. */
export function score(input: ScoreInput): Score {
  const epochs = matchedEpochs(input)
  const { name, seed, score_dt: interval } = input.meta
  return {
    scenario: name,
    seed,
    ...setDistances(epochs, cutoffOf(input.meta)),
    ...siap(epochs, interval),
    ...continuity(epochs, interval),
    ...identification(epochs),
    ...suspicion(epochs),
    ...(input.assoc && purity(input.assoc)),
    ...consistency([epochs]),
  }
}

export const matchedEpochs = (input: ScoreInput): MatchedEpoch[] => matchEpochs(epochsOf(input), cutoffOf(input.meta))
