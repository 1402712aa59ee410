import { mpsToKnots } from '@csii/model'
import { routeBetween } from '../chart.ts'
import { DAY, HOUR, type Passage, type Plan } from '../commission.ts'
import { metresBetween } from '../motion/mercator.ts'
import type { FlagName } from '../identity.ts'

/** A port a day: in by eight in the morning, out in the evening. `edge-…` is a day at sea elsewhere. */
const ROUNDS: readonly (readonly [FlagName, string])[] = [
  ['BHS', 'bridgetown-quay castries-quay st-johns-quay roseau fort-de-france-quay kingstown-quay'],
  ['BHS', 'castries-quay kingstown-quay st-georges-quay bridgetown-quay'],
  ['MLT', 'fort-de-france-quay pointe-a-pitre-quay roseau castries-quay kingstown-quay st-georges-quay'],
  ['PAN', 'st-georges-quay bridgetown-quay fort-de-france-quay st-johns-quay'],
  ['BHS', 'roseau st-georges-quay kingstown-quay castries-quay'],
  ['GBR', 'kingstown-quay bridgetown-quay castries-quay pointe-a-pitre-quay'],
  ['MHL', 'admiralty-bay charlestown-bay st-georges-quay soufriere portsmouth les-saintes'],
  ['NLD', 'st-johns-quay castries-quay bridgetown-quay'],
]

export const cruiseShips = (): Plan[] =>
  ROUNDS.map(([flag, ports]) => ({ kind: 'cruise', flag, unit: 'class-a', ...roundOf(ports.split(' ')) }))

function roundOf(ports: readonly string[]): { period: number; passages: Passage[] } {
  const passages = ports.map((from, day) => {
    const to = ports[(day + 1) % ports.length]!
    const speedKn = nightSpeed(from, to)
    return { from, to, speedKn, leaveAt: day * DAY + 17.5 * HOUR, rest: 'moored' as const }
  })
  return { period: ports.length * DAY, passages }
}

/** Slow enough to arrive in the morning, fast enough to arrive at all. */
function nightSpeed(from: string, to: string): number {
  const route = routeBetween(from, to)
  const metres = route.slice(1).reduce((sum, place, i) => sum + metresBetween(route[i]!, place), 0)
  return Math.min(21, Math.max(7, mpsToKnots(metres / (13 * 3600))))
}
