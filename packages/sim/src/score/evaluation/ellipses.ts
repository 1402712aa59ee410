import { consistency, type Consistency } from '../consistency.ts'
import type { MatchedEpoch } from '../matching.ts'
import type { Figure } from './requirement.ts'

/** Whether ellipses mean what they say: of all tracks, and where there are both, with and without an identity. */
export function ellipses(epochs: readonly MatchedEpoch[]): Figure[] {
  const all = consistency([epochs])
  const named = consistency([epochs], ({ track }) => (track.ident ?? null) !== null)
  const unnamed = consistency([epochs], ({ track }) => (track.ident ?? null) === null)
  return [
    ...(all ? [figureOf('all tracks', all)] : []),
    ...(named && unnamed ? [figureOf('tracks with an identity', named), figureOf('tracks without', unnamed)] : []),
  ]
}

function figureOf(tracks: string, found: Consistency): Figure {
  const { nees, neesLow, neesHigh, neesInBand, neesEffective, inside50, inside95, neesSamples } = found
  return {
    group: 'ellipses',
    name: `mean NEES of ${tracks}`,
    unit: '',
    samples: neesSamples,
    value: nees,
    remarks: [
      `${neesInBand ? 'in' : 'outside'} its 95 % band ${neesLow.toFixed(2)} to ${neesHigh.toFixed(2)}`,
      `${neesSamples} samples, worth ${neesEffective.toFixed(0)} independent ones`,
      `${percent(inside50)} in the ellipse of 50 %, ${percent(inside95)} in that of 95 %`,
    ],
  }
}

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`
