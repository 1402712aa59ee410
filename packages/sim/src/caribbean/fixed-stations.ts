import type { FlagName } from '../identity.ts'

/** A shore station that transmits. Positions are of real places; the stations are invented. */
export interface BaseStation {
  readonly flag: FlagName
  readonly lat: number
  readonly lon: number
  readonly antennaHeight: number
}

export const BASE_STATIONS: readonly BaseStation[] = [
  { flag: 'VCT', lat: 13.165, lon: -61.225, antennaHeight: 190 },
  { flag: 'LCA', lat: 13.99, lon: -60.98, antennaHeight: 250 },
  { flag: 'BRB', lat: 13.11, lon: -59.61, antennaHeight: 60 },
  { flag: 'GRD', lat: 12.05, lon: -61.73, antennaHeight: 180 },
]

export interface Aid {
  readonly name: string
  readonly flag: FlagName
  readonly lat: number
  readonly lon: number
  /** ITU-R M.1371-5 table 74. */
  readonly aidType: number
  readonly isVirtual: boolean
}

export const AIDS: readonly Aid[] = [
  aid('KINGSTOWN FAIRWAY', 'VCT', 13.139, -61.243, 31),
  aid('BEQUIA APPROACH', 'VCT', 13.002, -61.266, 25),
  aid('CANOUAN WEST', 'VCT', 12.708, -61.362, 24),
  aid('UNION ISLAND SOUTH', 'VCT', 12.574, -61.424, 25),
  aid('CASTRIES FAIRWAY', 'LCA', 14.026, -61.028, 31),
  aid('VIEUX FORT BANK', 'LCA', 13.699, -60.962, 24),
  aid('RODNEY BAY WEST', 'LCA', 14.085, -60.986, 25),
  aid('BRIDGETOWN FAIRWAY', 'BRB', 13.101, -59.651, 31),
  aid('OISTINS SHOAL', 'BRB', 13.044, -59.559, 22),
  aid('ST GEORGES FAIRWAY', 'GRD', 12.041, -61.777, 31),
  aid('GRENADA SOUTH BANK', 'GRD', 11.951, -61.744, 20),
  aid('KICK EM JENNY NORTH', 'GRD', 12.33, -61.64, 28, true),
  aid('KICK EM JENNY SOUTH', 'GRD', 12.285, -61.65, 28, true),
  aid('ST VINCENT CHANNEL', 'VCT', 13.56, -61.05, 1, true),
  aid('ST LUCIA CHANNEL', 'LCA', 14.25, -60.96, 1, true),
  aid('TOBAGO CAYS PARK', 'VCT', 12.645, -61.353, 28, true),
]

/** A search and rescue transmitter on a rescue boat's shelf, tested every hour. */
export const TEST_SART = { lat: 13.1272, lon: -61.2046, antennaHeight: 1.5, minute: 20, bursts: 3 } as const

function aid(name: string, flag: FlagName, lat: number, lon: number, aidType: number, isVirtual = false): Aid {
  return { name, flag, lat, lon, aidType, isVirtual }
}
