import type { Affiliation, Emergency, Station } from '@csii/model'

/** The parts of a type before its optional last field, which a semicolon begins: `a-f-S-X-M`. */
export const atomsOf = (type: string): readonly string[] => (type.split(';', 1)[0] ?? '').split('-')

/**
 * Affiliations by the second part of an atom's type (Event-PUBLIC.xsd; MIL-STD-2525C, standard identity). A joker
 * and a faker are friends who play a suspect and a hostile in an exercise.
 */
const AFFILIATIONS: Readonly<Record<string, Affiliation>> = {
  p: 'pending', u: 'unknown', a: 'assumed-friend', f: 'friend', n: 'neutral', s: 'suspect', h: 'hostile',
  j: 'suspect', k: 'hostile',
}

export const affiliationOf = (type: string): Affiliation | undefined => {
  const [kind, affiliation = ''] = atomsOf(type)
  return kind === 'a' && Object.hasOwn(AFFILIATIONS, affiliation) ? AFFILIATIONS[affiliation] : undefined
}

/** Whether the type is one that only exercises have. */
export const isExerciseType = (type: string): boolean => /^a-[jk](-|;|$)/.test(type)

/** Air, ground, sea surface, below it, special forces: MIL-STD-2525C, battle dimension. Not space, and no incidents. */
const DIMENSIONS = 'AGSUF'

/** Whether the type is of a thing out there, which has a place of its own. */
export function isObject(type: string): boolean {
  const [kind, , dimension = ''] = atomsOf(type)
  return kind === 'a' && dimension.length === 1 && DIMENSIONS.includes(dimension)
}

export const isOnSea = (type: string): boolean => atomsOf(type)[0] === 'a' && atomsOf(type)[2] === 'S'

/** A unit on the ground is a person with a phone: `a-f-G-U-C` is what TAK gives to everybody. */
export function stationOf(type: string): Station | undefined {
  const [kind, , dimension, ...functions] = atomsOf(type)
  if (kind !== 'a') return undefined
  if (dimension === 'A') return 'aircraft'
  if (dimension === 'S') return 'craft'
  if (dimension !== 'G') return undefined
  if (functions[0] === 'U') return 'person'
  return functions[0] === 'E' && functions[1] === 'V' ? 'vehicle' : undefined
}

/**
 * Calls for help. TAK's alarms are `b-a-o-tbl` (911), `-pan` (ring the bell), `-opn` (in contact), and `-can`, which
 * ends one; a casualty report is `b-r-f-h-c`; CoT's own mayday is an atom that ends in `9-1-1`.
 */
const ALARM = /^b-a-o-(?!can\b)/
const ALARM_ENDED = /^b-a-o-can\b/
const CASUALTY = /^b-r-.-h-c\b/
const MAYDAY = /^a-f-.*9-1-1(;|$)/

export const isAlarm = (type: string): boolean => ALARM.test(type) || ALARM_ENDED.test(type) || CASUALTY.test(type)

export function emergencyOf(type: string): Emergency | undefined {
  if (CASUALTY.test(type)) return 'medical'
  return ALARM.test(type) || MAYDAY.test(type) ? 'general' : undefined
}
