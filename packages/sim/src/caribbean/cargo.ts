import type { Dice } from '../chance.ts'
import { DAY, HOUR, type Passage, type Plan } from '../commission.ts'
import type { FlagName } from '../identity.ts'
import type { KindName } from '../kinds.ts'

const OPEN_REGISTERS: readonly FlagName[] = ['PAN', 'LBR', 'MHL', 'MLT', 'BHS', 'CYM', 'NLD', 'NOR']

/** Ships that pass through, one way and back: from, to, by, bound, and bound on the way back. */
const LANES: readonly (readonly [KindName, number, string, string, string, string, string])[] = [
  ['tanker', 5, 'edge-southeast', 'edge-paria', 'galleons trinidad-north', 'PUERTO LA CRUZ', 'ROTTERDAM'],
  ['tanker', 3, 'edge-east', 'edge-west', 'st-vincent-channel', 'CURACAO', 'LAS PALMAS'],
  ['tanker', 3, 'edge-southeast', 'point-fortin', 'galleons', 'POINT FORTIN', 'LE HAVRE'],
  ['gas-carrier', 4, 'point-fortin', 'edge-northeast', 'galleons', 'HUELVA', 'POINT FORTIN'],
  ['gas-carrier', 2, 'point-fortin', 'edge-northwest-sea', 'north-bocas', 'SAN JUAN', 'POINT FORTIN'],
  ['bulker', 6, 'edge-southeast', 'edge-northwest-sea', 'galleons', 'NEW ORLEANS', 'SANTOS'],
  ['bulker', 4, 'edge-east', 'edge-southwest', 'st-vincent-channel', 'BARRANQUILLA', 'GIBRALTAR'],
  ['bulker', 4, 'edge-northeast', 'edge-west', 'dominica-channel', 'CRISTOBAL', 'ANTWERP'],
  ['bulker', 3, 'edge-south', 'point-lisas', 'trinidad-southeast galleons', 'POINT LISAS', 'VILA DO CONDE'],
  ['container', 4, 'edge-north', 'edge-southwest', 'st-lucia-channel', 'CARTAGENA', 'ALGECIRAS'],
  ['container', 3, 'edge-east', 'edge-southwest', 'barbados-south', 'MANZANILLO', 'TANGER MED'],
]

/** Feeders and coasters from port to port. */
const ROUNDS: readonly (readonly [KindName, FlagName, string])[] = [
  ['container', 'ATG', 'port-of-spain-quay bridgetown-quay castries-quay fort-de-france-quay'],
  ['container', 'ATG', 'fort-de-france-quay pointe-a-pitre-quay st-johns-quay roseau'],
  ['container', 'PAN', 'port-of-spain-quay st-georges-quay kingstown-quay castries-quay bridgetown-quay'],
  ['container', 'MTQ', 'fort-de-france-quay castries-quay vieux-fort kingstown-quay'],
  ['container', 'LBR', 'bridgetown-quay kingstown-quay st-georges-quay port-of-spain-quay'],
  ['tanker', 'TTO', 'port-of-spain st-georges-quay kingstown-quay bridgetown-quay'],
  ['tanker', 'BRB', 'point-lisas bridgetown-quay cul-de-sac'],
  ['tanker', 'PAN', 'cul-de-sac roseau st-johns-quay basse-terre-quay'],
  ['trader', 'VCT', 'kingstown-quay charlestown-bay clifton hillsborough'],
  ['trader', 'VCT', 'kingstown-quay port-of-spain-quay'],
  ['trader', 'VCT', 'bequia-quay kingstown-quay castries-quay'],
  ['trader', 'GRD', 'st-georges-quay port-of-spain-quay hillsborough'],
  ['trader', 'GRD', 'hillsborough clifton kingstown-quay'],
  ['trader', 'DMA', 'roseau basse-terre-quay portsmouth'],
  ['trader', 'DMA', 'portsmouth bridgetown-quay'],
  ['trader', 'LCA', 'castries-quay vieux-fort bridgetown-quay'],
  ['trader', 'TTO', 'port-of-spain-quay scarborough'],
  ['trader', 'BRB', 'bridgetown-quay kingstown-quay'],
  ['trader', 'GLP', 'basse-terre-quay les-saintes grand-bourg pointe-a-pitre-quay'],
  ['trader', 'ATG', 'st-johns-quay little-bay'],
]

/** Ships waiting for orders or for a berth. */
const WAITING: readonly (readonly [KindName, string, number])[] = [
  ['tanker', 'port-of-spain', 4], ['bulker', 'port-of-spain', 2], ['tanker', 'cul-de-sac', 1], ['bulker', 'galeota', 2],
]

export function cargoShips(dice: Dice): Plan[] {
  const passing = LANES.flatMap(([kind, count, ...lane]) =>
    Array.from({ length: count }, (): Plan => ({
      kind, flag: dice.pick(OPEN_REGISTERS), unit: 'class-a', ...passingBy(lane, dice),
    })),
  )
  const rounds = ROUNDS.map(([kind, flag, ports]): Plan => ({
    kind, flag, unit: 'class-a', ...roundOf(kind, ports.split(' '), dice),
  }))
  const waiting = WAITING.flatMap(([kind, place, count]) =>
    Array.from({ length: count }, (): Plan => ({
      kind, flag: dice.pick(OPEN_REGISTERS), unit: 'class-a', period: 3 * DAY, passages: shiftAnchorage(place, dice),
    })),
  )
  return [...passing, ...rounds, ...waiting]
}

function passingBy(
  [from, to, by, bound, back]: readonly string[], dice: Dice,
): { period: number; passages: Passage[] } {
  const via = by!.split(' ')
  const first = dice.between(0, 40) * HOUR
  const rest = (place: string) => (place.startsWith('edge') ? 'away' : 'anchored')
  return {
    period: 5 * DAY,
    passages: [
      { from: from!, to: to!, by: via, bound: bound!, leaveAt: first, rest: rest(to!) },
      { from: to!, to: from!, by: via.toReversed(), bound: back!, stay: dice.between(4, 9) * HOUR, rest: rest(from!) },
    ],
  }
}

function roundOf(kind: KindName, ports: readonly string[], dice: Dice): { period: number; passages: Passage[] } {
  const start = dice.between(0, 20) * HOUR
  const passages = ports.map((from, i): Passage => ({
    from,
    to: ports[(i + 1) % ports.length]!,
    leaveAt: start + i * DAY,
    ...(kind === 'tanker' ? { rest: 'anchored' } : {}),
  }))
  return { period: (ports.length + 1) * DAY, passages }
}

/** A ship at anchor that once in three days goes for a turn, as they do to make water. */
function shiftAnchorage(place: string, dice: Dice): Passage[] {
  const out = place.startsWith('port') ? 'gulf-of-paria' : place === 'galeota' ? 'trinidad-southeast' : 'castries-roads'
  return [{ from: place, to: place, by: [out], leaveAt: dice.between(0, 70) * HOUR, rest: 'anchored' }]
}
