import type { Dice } from '../chance.ts'
import { DAY, HOUR, type Plan } from '../commission.ts'
import type { FlagName } from '../identity.ts'

/** Home, its flag, the grounds, how many boats, and how many of them carry AIS. */
const HOMES: readonly (readonly [string, FlagName, string, number, number])[] = [
  ['kingstown-quay', 'VCT', 'ground-st-vincent ground-windward', 9, 3],
  ['bequia-quay', 'VCT', 'ground-bequia ground-st-vincent', 8, 3],
  ['chateaubelair', 'VCT', 'ground-st-vincent', 4, 0],
  ['blue-lagoon', 'VCT', 'ground-windward', 5, 2],
  ['clifton', 'VCT', 'ground-bequia', 4, 1],
  ['hillsborough', 'GRD', 'ground-bequia', 4, 1],
  ['gouyave', 'GRD', 'ground-grenada', 10, 3],
  ['st-georges-quay', 'GRD', 'ground-grenada', 5, 2],
  ['soufriere', 'LCA', 'ground-st-lucia', 4, 1],
  ['vieux-fort', 'LCA', 'ground-windward ground-st-lucia', 5, 2],
  ['castries-quay', 'LCA', 'ground-st-lucia', 4, 1],
  ['oistins', 'BRB', 'ground-barbados-south', 8, 3],
  ['bridgetown-quay', 'BRB', 'ground-barbados', 6, 3],
  ['speightstown', 'BRB', 'ground-barbados', 3, 0],
  ['saint-pierre', 'MTQ', 'ground-martinique', 4, 1],
  ['sainte-anne', 'MTQ', 'ground-martinique', 3, 1],
  ['roseau', 'DMA', 'ground-dominica', 4, 0],
  ['portsmouth', 'DMA', 'ground-dominica', 4, 1],
  ['deshaies', 'GLP', 'ground-guadeloupe', 4, 1],
  ['st-johns-quay', 'ATG', 'ground-antigua', 4, 1],
  ['scarborough', 'TTO', 'ground-tobago-south', 4, 0],
]

export function fishingBoats(dice: Dice): Plan[] {
  return HOMES.flatMap(([home, flag, grounds, boats, withAis]) =>
    Array.from({ length: boats }, (_, i): Plan => {
      const isLarge = i === 0 && withAis > 0
      return {
        kind: isLarge ? 'longliner' : 'fishing',
        flag,
        unit: i < withAis ? (isLarge ? 'class-b-so' : 'class-b-cs') : 'none',
        period: DAY,
        passages: [dayTrip(home, dice.pick(grounds.split(' ')), dice)],
      }
    }),
  )
}

/** Most leave before dawn and land their fish after noon; some fish by night. */
function dayTrip(home: string, ground: string, dice: Dice): Plan['passages'][number] {
  const leaveAt = dice.between(0, 1) < 0.7 ? dice.between(3, 6.5) * HOUR : dice.between(15, 18) * HOUR
  const work = { ground, legs: dice.whole(4, 8), speedKn: dice.between(2.2, 3.8) }
  return { from: home, to: home, work, leaveAt }
}
