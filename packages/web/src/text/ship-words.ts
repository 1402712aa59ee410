import type { MessageId } from './catalogue.ts'
import type { Text } from './use-text.tsx'

const SINGLE: Readonly<Record<number, MessageId>> = {
  30: 'type.fishing', 31: 'type.towing', 32: 'type.towing-large', 33: 'type.dredging', 34: 'type.diving',
  35: 'type.military', 36: 'type.sailing', 37: 'type.pleasure', 50: 'type.pilot', 51: 'type.sar', 52: 'type.tug',
  53: 'type.port-tender', 54: 'type.anti-pollution', 55: 'type.law-enforcement', 56: 'type.local', 57: 'type.local',
  58: 'type.medical', 59: 'type.neutral-state',
}
const FAMILY: Readonly<Record<number, MessageId>> = {
  2: 'type.wig', 4: 'type.high-speed', 6: 'type.passenger', 7: 'type.cargo', 8: 'type.tanker', 9: 'type.other',
}
const HAZARDS = ['', 'A', 'B', 'C', 'D'] as const

/** A ship type in words. ITU-R M.1371-5, table 53: the first digit is the kind, the second may be a hazard category. */
export function shipTypeInWords(type: number | undefined, text: Text): string {
  if (type === undefined || type === 0) return text('type.unknown')
  const single = SINGLE[type]
  if (single) return text(single)
  const family = FAMILY[Math.floor(type / 10)]
  if (!family) return `${text('type.reserved')} (${type})`
  const category = HAZARDS[type % 10]
  return category ? text('type.hazard', { type: text(family), category }) : text(family)
}

const STATUSES = [
  'status.0', 'status.1', 'status.2', 'status.3', 'status.4', 'status.5', 'status.6', 'status.7', 'status.8',
  'status.9', 'status.10', 'status.11', 'status.12', 'status.13', 'status.14',
] as const

/** The navigational status in words. ITU-R M.1371-5, table 45. */
export function navigationStatusInWords(status: number, text: Text): string {
  const id = STATUSES[status]
  return id ? text(id) : String(status)
}
