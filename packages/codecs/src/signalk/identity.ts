import type { Claim, Emergency, Station } from '@csii/model'
import { isRecord, numberIn } from './json.ts'

/** `vessels.urn:mrn:imo:mmsi:377123000` in its two halves. */
export interface Context {
  readonly group: string
  readonly id: string
}

export function contextOf(context: string): Context {
  const dot = context.indexOf('.')
  return dot < 0 ? { group: 'vessels', id: context } : { group: context.slice(0, dot), id: context.slice(dot + 1) }
}

/** Nine digits; the first tells what sort of station it is (ITU-R M.585-9, annex 1). */
export function mmsiOf(text: unknown): number | undefined {
  return typeof text === 'string' && /^[0-9]{9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined
}

/** Specification 1.7, `vessel.json`: a vessel is known by its MMSI, or else by a UUID or a URL. */
export function claimOfContext({ group, id }: Context): Claim {
  const mmsi = mmsiOf(/^(?:urn:mrn:imo:mmsi:)?([0-9]{9})$/.exec(id)?.[1])
  return { station: STATIONS.get(group) ?? 'unknown', ...(mmsi === undefined ? { uid: id } : { mmsi }) }
}

const STATIONS: ReadonlyMap<string, Station> = new Map([
  ['aircraft', 'aircraft'],
  ['aton', 'aton'],
  ['atons', 'aton'],
  ['sar', 'sar-aircraft'],
])

/** What one leaf adds to the claim; undefined when it is about something else. */
export function claimOfLeaf(path: string, value: unknown): Claim | undefined {
  switch (path) {
    case 'mmsi':
      return present('mmsi', mmsiOf(value))
    case 'name':
      return present('name', textOf(value))
    case 'communication.callsignVhf':
      return present('callSign', textOf(value))
    case 'registrations.imo':
      return present('imo', imoOf(value))
    case 'design.draft':
      return present('draught', within(value, 'maximum', 30))
    case 'design.aisShipType':
      return present('shipType', within(value, 'id', 99))
    case 'sensors.ais.class':
      return present('station', value === 'A' ? 'class-a' : value === 'B' ? 'class-b' : undefined)
    default:
      return undefined
  }
}

const present = <K extends keyof Claim>(key: K, value: Claim[K] | undefined): Claim | undefined =>
  value === undefined ? undefined : { [key]: value }

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 40) : undefined

/** A field of an object that is more than nothing and no more than the limit. */
function within(value: unknown, key: string, limit: number): number | undefined {
  const number = isRecord(value) ? numberIn(value, key) : undefined
  return number !== undefined && number > 0 && number <= limit ? number : undefined
}

function imoOf(value: unknown): number | undefined {
  const digits = typeof value === 'string' ? /^(?:IMO ?)?([0-9]{7})$/.exec(value)?.[1] : undefined
  return digits === undefined ? undefined : Number(digits)
}

/** Specification, "Well Known Names" of notifications. Of these, what says that somebody is in trouble. */
const EMERGENCIES: ReadonlyMap<string, Emergency> = new Map([
  ['mob', 'man-overboard'],
  ['piracy', 'unlawful-interference'],
  ...[
    'fire', 'sinking', 'flooding', 'collision', 'grounding', 'listing', 'adrift', 'abandon',
  ].map((name) => [name, 'general'] as const),
])

/** The trouble that a notification's path names: `notifications.mob`, `notifications.mob.<number>`. */
export function emergencyOfPath(path: string): Emergency | undefined {
  const [branch, name = ''] = path.split('.', 2)
  return branch === 'notifications' ? EMERGENCIES.get(name) : undefined
}

/** A person overboard is one at once; for the rest programs raise alarms early, and only the highest state means it. */
export function isRaised(emergency: Emergency, state: unknown): boolean {
  return state === 'emergency' || (state === 'alarm' && emergency === 'man-overboard')
}
