import type { Dice } from '../chance.ts'
import { DAY, HOUR, type Passage, type Plan } from '../commission.ts'
import type { FlagName } from '../identity.ts'
import type { KindName } from '../kinds.ts'
import type { Unit } from '../vessel.ts'

/** Boats that go out and come back several times a day: kind, flag, unit, home, where to, how often. */
const TRIPS: readonly (readonly [KindName, FlagName, Unit, string, string, number])[] = [
  ['pilot', 'VCT', 'class-a', 'kingstown-quay', 'kingstown-roads', 4],
  ['pilot', 'LCA', 'class-a', 'castries-quay', 'castries-roads', 4],
  ['pilot', 'BRB', 'class-a', 'bridgetown-quay', 'bridgetown-roads', 5],
  ['pilot', 'GRD', 'class-a', 'st-georges-quay', 'st-georges-roads', 3],
  ['pilot', 'MTQ', 'class-a', 'fort-de-france-quay', 'fort-de-france-roads', 5],
  ['pilot', 'TTO', 'class-a', 'port-of-spain-quay', 'boca-inner', 4],
  ['pilot', 'GLP', 'class-a', 'pointe-a-pitre-quay', 'pointe-a-pitre-roads', 4],
  ['tug', 'LCA', 'class-a', 'castries-quay', 'cul-de-sac', 2],
  ['tug', 'BRB', 'class-a', 'bridgetown-quay', 'bridgetown-roads', 3],
  ['tug', 'MTQ', 'class-a', 'fort-de-france-quay', 'fort-de-france-bay', 3],
  ['tug', 'TTO', 'class-a', 'point-lisas', 'gulf-of-paria', 3],
  ['tug', 'TTO', 'class-a', 'point-fortin', 'boca-inner', 2],
  ['day-boat', 'VCT', 'class-b-cs', 'young-island', 'wallilabou', 2],
  ['day-boat', 'VCT', 'class-b-cs', 'blue-lagoon', 'britannia-bay', 1],
  ['day-boat', 'VCT', 'none', 'clifton', 'tobago-cays', 2],
  ['day-boat', 'LCA', 'class-b-so', 'rodney-bay', 'soufriere', 1],
  ['day-boat', 'LCA', 'class-b-cs', 'castries-quay', 'marigot-bay', 3],
  ['day-boat', 'LCA', 'class-b-cs', 'soufriere', 'marigot-bay', 2],
  ['day-boat', 'BRB', 'class-b-so', 'bridgetown-quay', 'carlisle-bay', 4],
  ['day-boat', 'BRB', 'class-b-cs', 'bridgetown-quay', 'speightstown', 2],
  ['day-boat', 'GRD', 'class-b-cs', 'prickly-bay', 'grenada-southwest', 2],
  ['day-boat', 'DMA', 'class-b-cs', 'roseau', 'dominica-southwest', 2],
  ['day-boat', 'ATG', 'class-b-so', 'jolly-harbour', 'antigua-southwest', 3],
]

/** Patrols: flag, home, the ground to watch, what to go by, boats, and whether they show themselves. */
const PATROLS: readonly (readonly [FlagName, string, string, string, number, Unit])[] = [
  ['VCT', 'kingstown-quay', 'ground-st-vincent', 'layou-roads', 1, 'class-a'],
  ['VCT', 'kingstown-quay', 'ground-windward', 'bequia-channel-east', 1, 'class-a'],
  ['VCT', 'clifton', 'ground-bequia', 'union-south', 1, 'class-a'],
  ['VCT', 'bequia-quay', 'ground-bequia', 'canouan-northwest', 1, 'none'],
  ['LCA', 'castries-quay', 'ground-st-lucia', 'st-lucia-northwest', 2, 'class-a'],
  ['LCA', 'vieux-fort', 'ground-windward', 'st-lucia-southeast', 1, 'class-a'],
  ['BRB', 'bridgetown-quay', 'ground-barbados', 'barbados-northwest', 2, 'class-a'],
  ['BRB', 'bridgetown-quay', 'ground-barbados-south', 'barbados-southeast', 2, 'class-a'],
  ['GRD', 'st-georges-quay', 'ground-grenada', 'grenada-southwest', 2, 'class-a'],
  ['GRD', 'hillsborough', 'ground-bequia', 'carriacou-west', 1, 'none'],
  ['TTO', 'port-of-spain-quay', 'ground-trinidad', 'north-bocas', 3, 'class-a'],
  ['TTO', 'scarborough', 'ground-tobago', 'tobago-west', 1, 'class-a'],
  ['MTQ', 'fort-de-france-quay', 'ground-martinique', 'martinique-west', 2, 'class-a'],
  ['DMA', 'roseau', 'ground-dominica', 'dominica-west', 2, 'class-a'],
  ['GLP', 'basse-terre-quay', 'ground-guadeloupe', 'guadeloupe-west', 1, 'class-a'],
  ['ATG', 'st-johns-quay', 'ground-antigua', 'antigua-southwest', 2, 'class-a'],
]

export function workingBoats(dice: Dice): Plan[] {
  return TRIPS.map(([kind, flag, unit, home, out, times]) => {
    const first = dice.between(6, 7.5)
    const gap = 11 / times
    const passages = Array.from({ length: times }, (_, i): Passage[] => [
      { from: home, to: out, rest: 'anchored', leaveAt: (first + i * gap) * HOUR },
      { from: out, to: home, stay: dice.between(0.1, gap / 5) * HOUR },
    ])
    return { kind, flag, unit, period: DAY, passages: passages.flat() }
  })
}

export function coastGuards(dice: Dice): Plan[] {
  return PATROLS.flatMap(([flag, home, ground, by, boats, unit]) =>
    Array.from({ length: boats }, (_, i): Plan => ({
      kind: 'coast-guard',
      flag,
      unit,
      period: DAY,
      passages: [{
        from: home, to: home, by: [by], work: { ground, legs: dice.whole(4, 7), speedKn: dice.between(8, 12) },
        leaveAt: ((dice.between(5, 9) + 12 * i) % 24) * HOUR,
      }],
    })),
  )
}
