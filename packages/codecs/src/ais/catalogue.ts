import { baseStationReport, timeInquiry } from './base-station.ts'
import { CONTENTS, contentKey, type BinaryContent } from './binary/contents.ts'
import {
  addressedBinary, broadcastBinary, differentialCorrections, multiSlotBinary, singleSlotBinary,
} from './binary/envelope.ts'
import {
  addressedChannelManagement, assignedMode, channelManagement, groupAssignment, interrogation, linkManagement,
} from './link-management.ts'
import {
  aircraftReport, classBReport, extendedClassBReport, longRangeReport, positionReport,
} from './position-reports.ts'
import { acknowledgement, addressedSafetyText, safetyText } from './safety.ts'
import {
  aidToNavigationReport, auxiliaryStaticDataPartB, staticAndVoyageData, staticDataPartA, staticDataPartB,
} from './static-data.ts'
import type { MessageOf, Table } from './table.ts'

/**
 * One message exactly as transmitted, under gpsd's field names. `type` tells the kinds apart, and then `part` (24),
 * `addressed` (22), `dac` and `fid` (6 and 8); a content that nothing here reads has `data`.
 */
export type AisMessage =
  | MessageOf<typeof positionReport, 1 | 2 | 3>
  | MessageOf<typeof baseStationReport, 4 | 11>
  | MessageOf<typeof staticAndVoyageData, 5>
  | BinaryContent
  | MessageOf<typeof addressedBinary, 6>
  | MessageOf<typeof acknowledgement, 7 | 13>
  | MessageOf<typeof broadcastBinary, 8>
  | MessageOf<typeof aircraftReport, 9>
  | MessageOf<typeof timeInquiry, 10>
  | MessageOf<typeof addressedSafetyText, 12>
  | MessageOf<typeof safetyText, 14>
  | MessageOf<typeof interrogation, 15>
  | MessageOf<typeof assignedMode, 16>
  | MessageOf<typeof differentialCorrections, 17>
  | MessageOf<typeof classBReport, 18>
  | MessageOf<typeof extendedClassBReport, 19>
  | MessageOf<typeof linkManagement, 20>
  | MessageOf<typeof aidToNavigationReport, 21>
  | MessageOf<typeof channelManagement, 22>
  | MessageOf<typeof addressedChannelManagement, 22>
  | MessageOf<typeof groupAssignment, 23>
  | MessageOf<typeof staticDataPartA, 24>
  | MessageOf<typeof staticDataPartB, 24>
  | MessageOf<typeof auxiliaryStaticDataPartB, 24>
  | MessageOf<typeof singleSlotBinary, 25>
  | MessageOf<typeof multiSlotBinary, 26>
  | MessageOf<typeof longRangeReport, 27>

/** The tables of the types that have only one. */
export const TABLES: Readonly<Record<number, Table>> = {
  1: positionReport,
  2: positionReport,
  3: positionReport,
  4: baseStationReport,
  5: staticAndVoyageData,
  7: acknowledgement,
  9: aircraftReport,
  10: timeInquiry,
  11: baseStationReport,
  12: addressedSafetyText,
  13: acknowledgement,
  14: safetyText,
  15: interrogation,
  16: assignedMode,
  17: differentialCorrections,
  18: classBReport,
  19: extendedClassBReport,
  20: linkManagement,
  21: aidToNavigationReport,
  23: groupAssignment,
  25: singleSlotBinary,
  26: multiSlotBinary,
  27: longRangeReport,
}

/** A craft that belongs to a mother ship: MMSI 98MIDXXXX (ITU-R M.585-9, annex 1, § 4). */
export const isAuxiliaryCraft = (mmsi: number): boolean => Math.floor(mmsi / 10_000_000) === 98

/** The table that lays out a message. */
export function tableOf(message: AisMessage): Table {
  switch (message.type) {
    case 6:
    case 8:
      if (!('data' in message)) return CONTENTS.get(contentKey(message.type, message.dac, message.fid))!
      return message.type === 6 ? addressedBinary : broadcastBinary
    case 22:
      return message.addressed ? addressedChannelManagement : channelManagement
    case 24:
      if (message.part === 'A') return staticDataPartA
      return isAuxiliaryCraft(message.mmsi) ? auxiliaryStaticDataPartB : staticDataPartB
    default:
      return TABLES[message.type]!
  }
}
