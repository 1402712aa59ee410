import { flag, restText, spare, unsigned } from './field.ts'
import { MMSI } from './meaning.ts'
import { FIVE_SLOTS, HEADER, table } from './table.ts'

/** Messages 7 and 13: up to four stations learn that they were heard. M.1371-5, annex 8, §§ 3.5 and 3.11. */
export const acknowledgement = table(
  [
    ...HEADER,
    spare('spare', 2),
    unsigned('mmsi1', 30),
    unsigned('seqno1', 2),
    unsigned('mmsi2', 30, MMSI),
    unsigned('seqno2', 2),
    unsigned('mmsi3', 30, MMSI),
    unsigned('seqno3', 2),
    unsigned('mmsi4', 30, MMSI),
    unsigned('seqno4', 2),
  ],
  { least: 72, most: 168, print: 'mmsi1 mmsi2 mmsi3 mmsi4' },
)

/** Message 12: safety-related text to one station. M.1371-5, annex 8, § 3.10. */
export const addressedSafetyText = table(
  [
    ...HEADER,
    unsigned('seqno', 2),
    unsigned('dest_mmsi', 30),
    flag('retransmit'),
    spare('spare', 1),
    restText('text'),
  ],
  { most: FIVE_SLOTS },
)

/** Message 14: safety-related text to all. M.1371-5, annex 8, § 3.12. */
export const safetyText = table([...HEADER, spare('spare', 2), restText('text')], { most: FIVE_SLOTS })
