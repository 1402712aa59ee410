import type { Emergency } from '@csii/model'
import { bitsAt, putBits } from './bits.ts'
import { squawk13, squawkOf13 } from './squawk.ts'

/** Aircraft status: emergency and Mode A code, or a resolution advisory (RTCA DO-260B, § 2.2.3.2.7.8). */
export interface AircraftStatus {
  readonly bds: '6,1'
  readonly typecode: 28
  readonly subtype: number
  /** 0 to 7, by the order of `EMERGENCY_STATES`. */
  readonly emergency_state?: number
  readonly squawk?: string
}

/** Nothing, then trouble; the last code is reserved (RTCA DO-260B, table 2-78). */
const EMERGENCY_STATES: readonly (Emergency | undefined)[] = [
  undefined, 'general', 'medical', 'minimum-fuel', 'no-communications', 'unlawful-interference', 'downed',
]

export const emergencyOfState = (state: number | undefined): Emergency | undefined =>
  state === undefined ? undefined : EMERGENCY_STATES[state]

/** What the three codes reserved for trouble say (ICAO Doc 8168, volume III, section 5, chapter 1). */
export function emergencyOfSquawk(squawk: string | undefined): Emergency | undefined {
  if (squawk === '7500') return 'unlawful-interference'
  if (squawk === '7600') return 'no-communications'
  return squawk === '7700' ? 'general' : undefined
}

export function aircraftStatusOf(me: Uint8Array): AircraftStatus {
  const subtype = bitsAt(me, 6, 3)
  const head = { bds: '6,1', typecode: 28, subtype } as const
  if (subtype !== 1) return head
  return { ...head, emergency_state: bitsAt(me, 9, 3), squawk: squawkOf13(bitsAt(me, 12, 13)) }
}

export function putAircraftStatus(me: Uint8Array, status: AircraftStatus): void {
  putBits(me, 1, 5, 28)
  putBits(me, 6, 3, status.subtype)
  putBits(me, 9, 3, status.emergency_state ?? 0)
  if (status.squawk !== undefined) putBits(me, 12, 13, squawk13(status.squawk))
}
