import type { Contact } from '@csii/contract'
import { meansOf, stationOf, type Staleness } from '../picture/staleness.ts'
import { isDistress, isSimulated, isTest } from '../picture/track-id.ts'
import { identityOf, symbolCode } from './symbol-code.ts'

/** The drawings that are not military symbols: stations that stay or call for help. IEC 62288, annex A. */
const SHAPES = { aton: 'aton', base: 'base' } as const

/** Sensors that see something and not what it is: it is shown by how it was seen, and smaller than who says what it is. */
const SEEN = { radar: 'seen/radar', satellite: 'seen/satellite', person: 'seen/person' } as const

function seenKey({ station, means }: Contact): string | undefined {
  const by = meansOf(means)
  if (stationOf(station) !== 'unknown') return undefined
  return by === 'radar' || by === 'satellite' || by === 'person' ? SEEN[by] : undefined
}

/**
 * What stands for a contact when the map is near: `mil/CODE`, `seen/MEANS`, `aton`, `base`, `distress` or
 * `distress-test`.
 */
export function symbolKey(contact: Contact, staleness: Staleness): string {
  const simulated = isSimulated(contact) ? 'sim' : 'real'
  if (isDistress(contact)) return `${isTest(contact) ? 'distress-test' : 'distress'}|${simulated}|fresh`
  const station = stationOf(contact.station)
  if (station === 'aton' || station === 'base') return `${SHAPES[station]}|${simulated}|${staleness}`
  return `${seenKey(contact) ?? `mil/${symbolCode(contact)}`}|${simulated}|${staleness}`
}

/** What stands for it when the map is far. */
export function dotKey(contact: Contact, staleness: Staleness): string {
  const simulated = isSimulated(contact) ? 'sim' : 'real'
  const station = stationOf(contact.station)
  const shape = station === 'aton' || station === 'base' ? 'mark' : identityOf(contact)
  return `${seenKey(contact) ?? `dot/${shape}`}|${simulated}|${staleness}`
}

export interface ImageKey {
  readonly shape: string
  readonly simulated: boolean
  readonly staleness: Staleness
}

export function readImageKey(key: string): ImageKey {
  const [shape = '', simulated, staleness] = key.split('|')
  return {
    shape,
    simulated: simulated === 'sim',
    staleness: staleness === 'late' || staleness === 'stale' ? staleness : 'fresh',
  }
}
