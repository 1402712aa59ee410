import { DAY, HOUR, type Passage, type Plan } from '../commission.ts'
import type { FlagName } from '../identity.ts'
import type { KindName } from '../kinds.ts'

/** Every boat of these lines, with the day's departures in local time, to and fro along the stops. */
const LINES: readonly (readonly [KindName, FlagName, readonly string[], string])[] = [
  ['ferry', 'VCT', ['kingstown-quay', 'bequia-quay'], '06:00 07:30 09:00 10:30 12:30 14:00 16:00 17:30'],
  ['ferry', 'VCT', ['bequia-quay', 'kingstown-quay'], '06:15 07:45 10:00 11:30 13:30 15:00 17:00 18:30'],
  ['ferry', 'VCT', ['kingstown-quay', 'bequia-quay'], '08:00 09:30 11:15 13:00 15:00 16:45 19:00 20:30'],
  ['ferry', 'VCT', ['kingstown-quay', 'britannia-bay'], '07:00 14:30'],
  [
    'ferry', 'VCT', ['kingstown-quay', 'charlestown-bay', 'saline-bay', 'clifton'],
    '06:30 10:00 12:00 13:30 15:00 17:00',
  ],
  [
    'ferry', 'VCT', ['clifton', 'saline-bay', 'charlestown-bay', 'kingstown-quay'],
    '05:30 06:45 08:45 12:30 16:00 18:00',
  ],
  ['fast-ferry', 'GRD', ['st-georges-quay', 'hillsborough'], '07:30 10:00 13:00 16:00'],
  ['ferry', 'GRD', ['hillsborough', 'st-georges-quay'], '06:00 11:30 17:30 23:00'],
  [
    'fast-ferry', 'MTQ', ['castries-quay', 'fort-de-france-quay', 'roseau', 'pointe-a-pitre-quay'],
    '07:00 09:30 12:30 15:30 18:00 20:30',
  ],
  [
    'fast-ferry', 'GLP', ['pointe-a-pitre-quay', 'roseau', 'fort-de-france-quay', 'castries-quay'],
    '07:30 10:00 12:30 14:30 17:00 19:30',
  ],
  ['fast-ferry', 'GLP', ['pointe-a-pitre-quay', 'grand-bourg'], '08:00 09:30 12:00 14:00 16:30 18:00'],
  ['ferry', 'GLP', ['pointe-a-pitre-quay', 'saint-louis'], '06:30 08:30 12:30 15:00 17:00 19:30'],
  ['ferry', 'GLP', ['pointe-a-pitre-quay', 'les-saintes'], '08:00 12:00 15:45 18:30'],
  ['fast-ferry', 'TTO', ['port-of-spain-quay', 'scarborough'], '06:30 11:30 16:30 21:00'],
  ['fast-ferry', 'TTO', ['scarborough', 'port-of-spain-quay'], '06:30 11:30 16:30 21:00'],
  ['ferry', 'ATG', ['st-johns-quay', 'little-bay'], '08:30 17:00'],
  [
    'shuttle', 'MTQ', ['fort-de-france-quay', 'trois-ilets'],
    '06:00 06:45 07:30 08:15 09:00 10:00 11:00 12:00 13:00 14:00 15:00 16:00 16:45 17:30 18:15 19:00',
  ],
  [
    'shuttle', 'MTQ', ['trois-ilets', 'fort-de-france-quay'],
    '06:00 06:45 07:30 08:15 09:00 10:00 11:00 12:00 13:00 14:00 15:00 16:00 16:45 17:30 18:15 19:00',
  ],
]

export const ferries = (): Plan[] =>
  LINES.map(([kind, flag, stops, times]) => ({
    kind, flag, unit: 'class-a', period: DAY, passages: line(stops, times),
  }))

function line(stops: readonly string[], times: string): Passage[] {
  const there = stops.slice(1).map((to, i) => ({ from: stops[i]!, to }))
  const back = there.map(({ from, to }) => ({ from: to, to: from })).reverse()
  const round = [...there, ...back]
  return times.split(' ').map((time, i) => ({ ...round[i % round.length]!, leaveAt: timeOfDay(time) }))
}

function timeOfDay(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours! * HOUR + minutes! * 60_000
}
