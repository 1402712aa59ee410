import { bitAt, bitsAt, putBits } from './bits.ts'

/**
 * What the crew has told the autopilot. Subtype 1 is version 2 (RTCA DO-260B, § 2.2.3.2.7.1), subtype 0 version 1
 * (DO-260A).
 */
export interface TargetState {
  readonly bds: '6,2'
  readonly typecode: 29
  readonly subtype: number
  /** Feet. */
  readonly selected_altitude?: number
  readonly selected_altitude_source?: 'MCP/FCU' | 'FMS'
  /** Hectopascals. */
  readonly baro_pressure_setting?: number
  /** Degrees, from the same north as the heading. */
  readonly selected_heading?: number
  readonly nac_p?: number
  readonly nic_baro?: boolean
  readonly sil?: number
  readonly autopilot?: boolean
  readonly vnav_mode?: boolean
  readonly altitude_hold_mode?: boolean
  readonly approach_mode?: boolean
  readonly lnav_mode?: boolean
  readonly tcas_operational?: boolean
  readonly emergency_state?: number
}

export function targetStateOf(me: Uint8Array): TargetState {
  const subtype = bitsAt(me, 6, 2)
  const head = { bds: '6,2', typecode: 29, subtype } as const
  if (subtype > 1) return head
  const quality = { nac_p: bitsAt(me, 40, 4), nic_baro: bitAt(me, 44), sil: bitsAt(me, 45, 2) }
  if (subtype === 0) return { ...head, ...quality, emergency_state: bitsAt(me, 54, 3) }
  return { ...head, ...selections(me), ...quality, ...modes(me) }
}

function selections(me: Uint8Array): Partial<TargetState> {
  const altitude = bitsAt(me, 10, 11)
  const pressure = bitsAt(me, 21, 9)
  return {
    ...(altitude > 0 && {
      selected_altitude: (altitude - 1) * 32,
      selected_altitude_source: bitAt(me, 9) ? 'FMS' : 'MCP/FCU',
    }),
    ...(pressure > 0 && { baro_pressure_setting: (7992 + pressure * 8) / 10 }),
    ...(bitAt(me, 30) && { selected_heading: (bitsAt(me, 31, 9) * 360) / 512 }),
  }
}

/** The modes are only sent where bit 47 says so. */
function modes(me: Uint8Array): Partial<TargetState> {
  const tcas = { tcas_operational: bitAt(me, 53) }
  if (!bitAt(me, 47)) return tcas
  return {
    autopilot: bitAt(me, 48),
    vnav_mode: bitAt(me, 49),
    altitude_hold_mode: bitAt(me, 50),
    approach_mode: bitAt(me, 52),
    ...tcas,
    lnav_mode: bitAt(me, 54),
  }
}

/** Writes subtype 1. */
export function putTargetState(me: Uint8Array, state: TargetState): void {
  putBits(me, 1, 5, 29)
  putBits(me, 6, 2, 1)
  const { selected_altitude: altitude, baro_pressure_setting: pressure, selected_heading: heading } = state
  putBits(me, 9, 1, Number(state.selected_altitude_source === 'FMS'))
  if (altitude !== undefined) putBits(me, 10, 11, Math.round(altitude / 32) + 1)
  if (pressure !== undefined) putBits(me, 21, 9, Math.round((pressure * 10 - 7992) / 8))
  if (heading !== undefined) putBits(me, 30, 10, 0x200 | (Math.round((heading * 512) / 360) & 0x1ff))
  putBits(me, 40, 4, state.nac_p ?? 0)
  putBits(me, 44, 1, Number(state.nic_baro ?? false))
  putBits(me, 45, 2, state.sil ?? 0)
  putBits(me, 47, 1, Number(state.autopilot !== undefined))
  const flags: readonly [number, boolean | undefined][] = [
    [48, state.autopilot], [49, state.vnav_mode], [50, state.altitude_hold_mode],
    [52, state.approach_mode], [53, state.tcas_operational], [54, state.lnav_mode],
  ]
  for (const [bit, isSet] of flags) putBits(me, bit, 1, Number(isSet ?? false))
}
