import type { MatchedEpoch } from './matching.ts'

/** Shares of the epochs at which a found object transmits an identity, or its track has one that it does not. */
export interface Identification {
  readonly idOK: number
  readonly idWrong: number
}

export interface IdentificationCounts {
  readonly correct: number
  readonly wrong: number
  readonly absent: number
}

export function identification(epochs: readonly MatchedEpoch[]): Identification {
  const { correct, wrong, absent } = identificationCounts(epochs)
  const all = Math.max(1, correct + wrong + absent)
  return { idOK: correct / all, idWrong: wrong / all }
}

/** An object that has gone dark may keep the identity that it had: then nothing is counted. */
export function identificationCounts(epochs: readonly MatchedEpoch[]): IdentificationCounts {
  let [correct, wrong, absent] = [0, 0, 0]
  for (const { object, track } of epochs.flatMap(({ matches }) => matches)) {
    const stated = track.ident ?? null
    if (object.ident === null) {
      if (stated !== null) wrong++
    } else if (object.dark !== 1) {
      if (stated === object.ident) correct++
      else if (stated === null) absent++
      else wrong++
    }
  }
  return { correct, wrong, absent }
}
