import { fixed, flag, signed, spare, unsigned } from './field.ts'
import { SHIP_TYPE, STATION_TYPE } from './legends.ts'
import { coded, LAT_TENTH, LON_TENTH, MMSI } from './meaning.ts'
import { HEADER, table } from './table.ts'

/** Message 15: asks one or two stations for up to three messages. M.1371-5, annex 8, § 3.13. */
export const interrogation = table(
  [
    ...HEADER,
    spare('spare', 2),
    unsigned('mmsi1', 30),
    unsigned('type1_1', 6),
    unsigned('offset1_1', 12),
    spare('spare2', 2),
    unsigned('type1_2', 6),
    unsigned('offset1_2', 12),
    spare('spare3', 2),
    unsigned('mmsi2', 30, MMSI),
    unsigned('type2_1', 6),
    unsigned('offset2_1', 12),
    spare('spare4', 2),
  ],
  { least: 88, most: 168 },
)

/** Message 16: assigns reporting slots to one station or to two. M.1371-5, annex 8, § 3.14. */
export const assignedMode = table(
  [
    ...HEADER,
    spare('spare', 2),
    unsigned('mmsi1', 30),
    unsigned('offset1', 12),
    unsigned('increment1', 10),
    unsigned('mmsi2', 30, MMSI),
    unsigned('offset2', 12),
    unsigned('increment2', 10),
  ],
  { least: 96, most: 168, ends: { below: 144, at: 92 } },
)

/** Message 20: slots that a base station keeps for itself, in up to four groups. M.1371-5, annex 8, § 3.18. */
export const linkManagement = table(
  [
    ...HEADER,
    spare('spare', 2),
    unsigned('offset1', 12),
    unsigned('number1', 4),
    unsigned('timeout1', 3),
    unsigned('increment1', 11),
    unsigned('offset2', 12),
    unsigned('number2', 4),
    unsigned('timeout2', 3),
    unsigned('increment2', 11),
    unsigned('offset3', 12),
    unsigned('number3', 4),
    unsigned('timeout3', 3),
    unsigned('increment3', 11),
    unsigned('offset4', 12),
    unsigned('number4', 4),
    unsigned('timeout4', 3),
    unsigned('increment4', 11),
  ],
  { least: 72, most: 186 },
)

const CHANNELS = [
  ...HEADER,
  spare('spare', 2),
  unsigned('channel_a', 12),
  unsigned('channel_b', 12),
  unsigned('txrx', 4),
  flag('power'),
] as const

/** Message 22 to an area: which radio channels to use there. M.1371-5, annex 8, § 3.20. */
export const channelManagement = table([
  ...CHANNELS,
  signed('ne_lon', 18, LON_TENTH),
  signed('ne_lat', 17, LAT_TENTH),
  signed('sw_lon', 18, LON_TENTH),
  signed('sw_lat', 17, LAT_TENTH),
  fixed('addressed', 1, 0, false),
  flag('band_a'),
  flag('band_b'),
  unsigned('zonesize', 3),
  spare('spare2', 23),
])

/** Message 22 to two stations. */
export const addressedChannelManagement = table([
  ...CHANNELS,
  unsigned('dest1', 30),
  spare('spare2', 5),
  unsigned('dest2', 30),
  spare('spare3', 5),
  fixed('addressed', 1, 1, true),
  flag('band_a'),
  flag('band_b'),
  unsigned('zonesize', 3),
  spare('spare4', 23),
])

/** Message 23: how often the stations of an area are to report. M.1371-5, annex 8, § 3.21. */
export const groupAssignment = table(
  [
    ...HEADER,
    spare('spare', 2),
    signed('ne_lon', 18, LON_TENTH),
    signed('ne_lat', 17, LAT_TENTH),
    signed('sw_lon', 18, LON_TENTH),
    signed('sw_lat', 17, LAT_TENTH),
    unsigned('stationtype', 4, coded(STATION_TYPE)),
    unsigned('shiptype', 8, coded(SHIP_TYPE)),
    spare('spare2', 22),
    unsigned('txrx', 2),
    unsigned('interval', 4),
    unsigned('quiet', 4),
    spare('spare3', 6),
  ],
  { print: 'ne_lon ne_lat sw_lon sw_lat stationtype shiptype interval quiet' },
)
