import { consistency } from '../consistency.ts'
import type { Match, MatchedEpoch } from '../matching.ts'
import type { Figure } from './requirement.ts'

/** Whether ellipses mean what they say: of all tracks, and apart of those with and without an identity. */
export function ellipses(epochs: readonly MatchedEpoch[]): Figure[] {
  const groups: readonly (readonly [string, (match: Match) => boolean])[] = [
    ['all tracks', () => true],
    ['tracks with an identity', ({ track }) => (track.ident ?? null) !== null],
    ['tracks without', ({ track }) => (track.ident ?? null) === null],
  ]
  return groups.flatMap(([name, counts]): Figure[] => {
    const found = consistency(epochs, counts)
    if (!found) return []
    const { nees, neesLow, neesHigh, neesInBand, neesEffective, inside50, inside95, neesSamples } = found
    const remark = `${neesInBand ? 'in' : 'outside'} its 95 % band ${neesLow.toFixed(2)} to ${neesHigh.toFixed(2)} for ` +
      `${neesEffective.toFixed(0)} independent samples; ${percent(inside50)} in the ellipse of 50 %, ${percent(inside95)} in that of 95 %`
    return [{ group: 'ellipses', name: `mean NEES of ${name}`, unit: '', samples: neesSamples, value: nees, remark }]
  })
}

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`
