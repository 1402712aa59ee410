import { DAY, HOUR, type Plan } from '../commission.ts'

/** Two open boats with big engines, no lights and no AIS, every second night: only other sensors can find them. */
export const goFasts = (): Plan[] => [
  {
    kind: 'go-fast', flag: 'VEN', unit: 'none', period: 2 * DAY,
    passages: [
      { from: 'edge-paria', to: 'ground-bequia', by: ['caribbean-south'], leaveAt: 20 * HOUR, rest: 'anchored' },
      { from: 'ground-bequia', to: 'edge-paria', by: ['caribbean-south'], stay: 0.7 * HOUR, rest: 'away' },
    ],
  },
  {
    kind: 'go-fast', flag: 'VEN', unit: 'none', period: 2 * DAY,
    passages: [
      { from: 'edge-southwest', to: 'ground-martinique', leaveAt: DAY + 19 * HOUR, rest: 'anchored' },
      { from: 'ground-martinique', to: 'edge-southwest', stay: 1.2 * HOUR, rest: 'away' },
    ],
  },
]

/** A third that comes by day to a village on the lee side of Saint Vincent, within sight of a radar and of people. */
export const dayRunner = (): Plan[] => [
  {
    kind: 'go-fast', flag: 'VEN', unit: 'none', period: DAY,
    passages: [
      { from: 'edge-southwest', to: 'wallilabou', by: ['ground-st-vincent'], leaveAt: 8 * HOUR, rest: 'anchored' },
      { from: 'wallilabou', to: 'edge-southwest', by: ['ground-st-vincent'], stay: 0.7 * HOUR, rest: 'away' },
    ],
  },
]

const WEST = ['barbados-south', 'ground-bequia']
const EAST = ['ground-st-lucia', 'st-lucia-channel']

/** One aeroplane that looks along the arc three times a day and is away in between. */
export const rescueAircraft = (): Plan[] => [
  {
    kind: 'sar-aircraft', flag: 'MTQ', unit: 'aircraft', period: DAY, name: 'RESCUE 41',
    passages: [6, 12, 18].flatMap((hour) => [
      { from: 'edge-east', to: 'edge-west', by: WEST, leaveAt: hour * HOUR, rest: 'away' as const },
      { from: 'edge-west', to: 'edge-east', by: EAST, stay: 0.2 * HOUR, rest: 'away' as const },
    ]),
  },
]
