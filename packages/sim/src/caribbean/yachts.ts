import type { Dice } from '../chance.ts'
import { DAY, HOUR, type Plan } from '../commission.ts'
import type { FlagName } from '../identity.ts'
import type { Unit } from '../vessel.ts'

const FLAGS: readonly FlagName[] = ['USA', 'GBR', 'FRA', 'DEU', 'CAN', 'SWE', 'NLD', 'NOR', 'VCT', 'MTQ', 'GRD', 'BRB']

/** How many lie at anchor where. */
const ANCHORED = `admiralty-bay 14, rodney-bay 12, sainte-anne 14, tobago-cays 4, tyrrel-bay 7, prickly-bay 8,
 clifton 2, chatham-bay 4, saline-bay 3, salt-whistle-bay 3, charlestown-bay 4, britannia-bay 3, friendship-bay 2,
 blue-lagoon 3, wallilabou 2, soufriere 3, marigot-bay 3, carlisle-bay 6, saint-pierre 3, roseau 2, portsmouth 5,
 les-saintes 4, deshaies 3, falmouth 2, jolly-harbour 4, hillsborough 2`

/** Day sails, there on one day and back on the next. */
const SAILS = `admiralty-bay>tobago-cays 5, admiralty-bay>charlestown-bay 4, admiralty-bay>britannia-bay 3,
 tobago-cays>chatham-bay 2, clifton>salt-whistle-bay 2, clifton>tyrrel-bay 3, hillsborough>saline-bay 2,
 prickly-bay>tyrrel-bay 3, blue-lagoon>admiralty-bay 3, wallilabou>admiralty-bay 2, soufriere>admiralty-bay 3,
 rodney-bay>soufriere 3, rodney-bay>sainte-anne 4, marigot-bay>wallilabou 2, saint-pierre>roseau 2,
 portsmouth>les-saintes 3, les-saintes>deshaies 2, deshaies>english-harbour 2, carlisle-bay>speightstown 2`

const SUPERYACHTS = `britannia-bay>tobago-cays-north 1, admiralty-bay>charlestown-bay 1, rodney-bay>soufriere 1,
 english-harbour>deshaies 1, falmouth-roads>jolly-harbour 1, charlestown-bay>chatham-bay 1,
 marigot-roads>britannia-bay 1`

export function yachts(dice: Dice): Plan[] {
  const anchored = table(ANCHORED).map(([place]) => sailingBoat(dice, {
    period: 6 * DAY,
    // Six days at anchor, but for a turn in the morning of one of them.
    passages: [
      { from: place, to: place, by: [outside(place)], rest: 'anchored' as const, leaveAt: dice.between(9, 130) * HOUR },
    ],
  }))
  const sailing = table(SAILS).map((ends) => sailingBoat(dice, thereAndBack(ends, dice)))
  const large = table(SUPERYACHTS).map((ends): Plan => ({
    kind: 'superyacht', flag: dice.pick(['CYM', 'MHL', 'MLT', 'GBR']), unit: 'class-a', ...thereAndBack(ends, dice),
  }))
  return [...anchored, ...sailing, ...large]
}

function sailingBoat(dice: Dice, timetable: Pick<Plan, 'period' | 'passages'>): Plan {
  const units: readonly Unit[] = ['class-b-cs', 'class-b-cs', 'class-b-cs', 'class-b-so', 'none']
  const kind = dice.between(0, 1) < 0.4 ? 'catamaran' : 'yacht'
  return { kind, flag: dice.pick(FLAGS), unit: dice.pick(units), ...timetable }
}

function thereAndBack([from, to]: readonly [string, string], dice: Dice): Pick<Plan, 'period' | 'passages'> {
  const shift = dice.whole(0, 1) * DAY
  const morning = () => dice.between(7.2, 11) * HOUR
  const there = { from, to, rest: 'anchored' as const, leaveAt: morning() }
  const back = { from: to, to: from, rest: 'anchored' as const, leaveAt: DAY + morning() }
  const [first, second] = shift === 0 ? [there, back] : [{ ...there, from: to, to: from }, { ...back, from, to }]
  return { period: 2 * DAY, passages: [first, second] }
}

/** The nearest open water for a turn under sail. */
const outside = (place: string): string => OUTSIDE[place] ?? 'grenadines-west'
const OUTSIDE: Readonly<Record<string, string>> = {
  'admiralty-bay': 'bequia-channel', 'rodney-bay': 'st-lucia-northwest', 'sainte-anne': 'sainte-anne-roads',
  'tyrrel-bay': 'carriacou-southwest', hillsborough: 'carriacou-west', 'prickly-bay': 'grenada-south',
  'blue-lagoon': 'bequia-channel', wallilabou: 'layou-roads', soufriere: 'soufriere-roads',
  'marigot-bay': 'marigot-roads',
  'carlisle-bay': 'bridgetown-roads', 'saint-pierre': 'saint-pierre-roads', roseau: 'roseau-roads',
  portsmouth: 'portsmouth-roads', 'les-saintes': 'les-saintes-west', deshaies: 'deshaies-roads',
  falmouth: 'falmouth-roads', 'jolly-harbour': 'antigua-southwest', 'friendship-bay': 'bequia-east',
}

/** `a>b 3` three times `['a', 'b']`. */
function table(text: string): (readonly [string, string])[] {
  return text.split(',').flatMap((entry) => {
    const [ends = '', count = '1'] = entry.trim().split(' ')
    const [from = '', to = ''] = ends.split('>')
    return Array.from({ length: Number(count) }, () => [from, to] as const)
  })
}
