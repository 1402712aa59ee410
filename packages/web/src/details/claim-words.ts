import type { TrackDetail } from '@csii/contract'
import { AFFILIATIONS, EMERGENCIES, STATIONS, type ClaimField } from '@csii/model'
import type { MessageId } from '../text/catalogue.ts'
import { navigationStatusInWords, shipTypeInWords } from '../text/ship-words.ts'
import type { Text } from '../text/use-text.tsx'

type HeldClaimView = TrackDetail['claims'][number]

/** The fields of a claim in the order in which a reader wants them. */
const FIELDS = [
  'name', 'mmsi', 'callSign', 'imo', 'station', 'shipType', 'navigationStatus', 'dimensions', 'draught', 'destination',
  'eta', 'aidType', 'virtualAid', 'icaoAddress', 'squawk', 'marking', 'flag', 'uid', 'description', 'peopleOnBoard',
  'affiliation', 'emergency', 'test',
] as const satisfies readonly ClaimField[]

/** Claims in a reader's order; of one field, the newest first. */
export const inOrder = (claims: readonly HeldClaimView[]): HeldClaimView[] =>
  claims.toSorted((a, b) => rank(a.field) - rank(b.field) || b.time - a.time)

function rank(field: string): number {
  const at = FIELDS.findIndex((known) => known === field)
  return at < 0 ? FIELDS.length : at
}

export function fieldInWords(field: string, text: Text): string {
  const known = FIELDS.find((name) => name === field)
  return known ? text(`claim.${known}` satisfies MessageId) : field
}

/** The value of a claim as a reader wants it. What this screen does not know is shown as it came. */
export function valueInWords({ field, value }: Pick<HeldClaimView, 'field' | 'value'>, text: Text): string {
  if (field === 'shipType' && typeof value === 'number') return `${shipTypeInWords(value, text)} (${value})`
  if (field === 'navigationStatus' && typeof value === 'number') return navigationStatusInWords(value, text)
  if (field === 'draught' && typeof value === 'number') return `${value.toFixed(1)} m`
  if (field === 'station') {
    const station = STATIONS.find((name) => name === value)
    return station ? text(`station.${station}`) : String(value)
  }
  if (field === 'icaoAddress' && typeof value === 'number') return value.toString(16).toUpperCase().padStart(6, '0')
  if (field === 'emergency') {
    const emergency = EMERGENCIES.find((name) => name === value)
    return emergency ? text(`emergency.${emergency}`) : String(value)
  }
  if (field === 'affiliation') {
    const affiliation = AFFILIATIONS.find((name) => name === value)
    return affiliation ? text(`affiliation.${affiliation}`) : String(value)
  }
  if (field === 'dimensions') return dimensionsInWords(value)
  if (typeof value === 'boolean') return text(value ? 'value.yes' : 'value.no')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}

function dimensionsInWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const side = (name: string): number => {
    const metres: unknown = Reflect.get(value, name)
    return typeof metres === 'number' ? metres : 0
  }
  return `${side('bow') + side('stern')} × ${side('port') + side('starboard')} m`
}
