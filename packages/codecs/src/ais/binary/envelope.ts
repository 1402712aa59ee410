import { data, fixed, flag, optional, signed, spare, unsigned } from '../field.ts'
import { LAT_TENTH, LON_TENTH } from '../meaning.ts'
import { FIVE_SLOTS, HEADER, table } from '../table.ts'

const TO_ONE = [
  ...HEADER,
  unsigned('seqno', 2),
  unsigned('dest_mmsi', 30),
  flag('retransmit'),
  spare('spare', 1),
] as const
const TO_ALL = [...HEADER, spare('spare', 2)] as const

/** The head of a message 6 whose content we know: M.1371-5, annex 8, § 3.4. */
export const addressed = <const D extends number, const F extends number>(dac: D, fid: F) =>
  [...TO_ONE, fixed('dac', 10, dac, dac), fixed('fid', 6, fid, fid)] as const

/** The head of a message 8 whose content we know: M.1371-5, annex 8, § 3.6. */
export const broadcast = <const D extends number, const F extends number>(dac: D, fid: F) =>
  [...TO_ALL, fixed('dac', 10, dac, dac), fixed('fid', 6, fid, fid)] as const

/** Message 6 with a content that nothing here reads. */
export const addressedBinary = table([...TO_ONE, unsigned('dac', 10), unsigned('fid', 6), data('data')], {
  most: FIVE_SLOTS,
})

/** Message 8 with a content that nothing here reads. */
export const broadcastBinary = table([...TO_ALL, unsigned('dac', 10), unsigned('fid', 6), data('data')], {
  most: FIVE_SLOTS,
})

/** Message 17: corrections for satellite navigation. M.1371-5, annex 8, § 3.15. */
export const differentialCorrections = table(
  [
    ...HEADER,
    spare('spare', 2),
    signed('lon', 18, LON_TENTH),
    signed('lat', 17, LAT_TENTH),
    spare('spare2', 5),
    data('data'),
  ],
  { most: 816 },
)

const SHORT = [
  ...HEADER,
  flag('addressed'),
  flag('structured'),
  optional('dest_mmsi', 30, 'addressed'),
  optional('app_id', 16, 'structured'),
] as const

/** Message 25: a little binary content in one slot. M.1371-5, annex 8, § 3.23. */
export const singleSlotBinary = table([...SHORT, data('data')], { most: 168 })

/** Message 26: binary content in up to five slots, with the radio's own state behind it. M.1371-5, annex 8, § 3.24. */
export const multiSlotBinary = table([...SHORT, data('data', 20), unsigned('radio', 20)], { least: 60, most: 1004 })
