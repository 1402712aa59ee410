import { continuity } from '../continuity.ts'
import { identificationCounts } from '../identification.ts'
import type { MatchedEpoch } from '../matching.ts'
import { share, type Figure } from './requirement.ts'

/** Who it is, and for how long it is the same. */
export function identity(epochs: readonly MatchedEpoch[], interval: number): Figure[] {
  const { correct, wrong, absent } = identificationCounts(epochs)
  const samples = correct + wrong + absent
  const { idsw, frag } = continuity(epochs, interval)
  const looks = epochs.reduce((sum, { objects }) => sum + objects.length, 0)
  const hours = (looks * interval) / 3600
  const figure = { group: 'identification', samples }
  return [
    {
      ...figure,
      name: 'identification correct',
      unit: 'share',
      value: share(correct, samples),
      thresholds: [
        { standard: 'ED-142 TMA', bound: 'at least', limit: 0.99 },
        { standard: 'ED-87E', bound: 'at least', limit: 0.999 },
        { standard: 'COMPASS', bound: 'at least', limit: 0.9 },
      ],
    },
    {
      ...figure,
      name: 'identification false',
      unit: 'share',
      value: share(wrong, samples),
      thresholds: [
        { standard: 'ED-142 TMA', bound: 'at most', limit: 1e-3 },
        { standard: 'ED-87E', bound: 'at most', limit: 1e-4 },
        { standard: 'COMPASS', bound: 'at most', limit: 0.01 },
      ],
    },
    {
      ...figure,
      name: 'changes of track number, an hour of one object',
      unit: '1/h',
      samples: looks,
      value: share(idsw, hours),
    },
    {
      ...figure,
      name: 'tracks lost and found again, an hour of one object',
      unit: '1/h',
      samples: looks,
      value: share(frag, hours),
    },
  ]
}
