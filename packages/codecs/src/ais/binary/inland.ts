import { flag, list, signed, spare, text, unsigned } from '../field.ts'
import { coded, LAT, LON, per, unless } from '../meaning.ts'
import { table } from '../table.ts'
import { addressed, broadcast } from './envelope.ts'
import * as legends from './inland-legends.ts'

/** Inland vessel and voyage: Inland AIS standard (VTT 1.2), § 2.4.2. Length and beam in dm, draught in cm. */
export const inlandVessel = table(
  [
    ...broadcast(200, 10),
    text('vin', 8),
    unsigned('length', 13, per(10, 0)),
    unsigned('beam', 10, per(10, 0)),
    unsigned('shiptype', 14, coded(legends.inlandShipType)),
    unsigned('hazard', 3, coded(legends.HAZARD)),
    unsigned('draught', 11, per(100, 0)),
    unsigned('loaded', 2, coded(legends.LOADED)),
    flag('speed_q'),
    flag('course_q'),
    flag('heading_q'),
    spare('spare2', 8),
  ],
  { only: [168] },
)

const LOCATION = [
  text('country', 2), text('locode', 3), text('section', 5), text('terminal', 5), text('hectometre', 5),
] as const
const ARRIVAL = [unsigned('month', 4), unsigned('day', 5), unsigned('hour', 5), unsigned('minute', 6)] as const
const AT_LOCK = 'seqno dest_mmsi retransmit dac fid country locode section terminal hectometre eta'
const ETA = { eta: '{month:1}-{day:1}T{hour:1}:{minute:1}' }

/** When a vessel expects to reach a lock, bridge or terminal: Inland AIS, § 2.4.3. Air draught in cm. */
export const arrivalEstimate = table(
  [
    ...addressed(200, 21),
    ...LOCATION,
    ...ARRIVAL,
    unsigned('tugs', 3, unless(7)),
    unsigned('airdraught', 12, per(100, 0)),
    spare('spare2', 5),
  ],
  { only: [248], print: `${AT_LOCK} tugs airdraught`, stamps: ETA },
)

/** When the lock, bridge or terminal wants the vessel: Inland AIS, § 2.4.4. */
export const arrivalRequest = table(
  [
    ...addressed(200, 22),
    ...LOCATION,
    ...ARRIVAL,
    unsigned('status', 2, coded(legends.LOCK_STATUS)),
    spare('spare2', 2),
  ],
  { only: [232], print: `${AT_LOCK} status`, stamps: ETA },
)

/** How many people are on board: Inland AIS, § 2.4.5. */
export const personsInland = table(
  [
    ...addressed(200, 55),
    unsigned('crew', 8, unless(255)),
    unsigned('passengers', 13, unless(8191)),
    unsigned('personnel', 8, unless(255)),
    spare('spare2', 51),
  ],
  { only: [168] },
)

/**
 * Warning of bad weather on a stretch of river (EMMA): Inland AIS, § 2.4.6. gpsd calls its kind `type`, which would
 * hide the type of the message.
 */
export const weatherWarning = table(
  [
    ...broadcast(200, 23),
    unsigned('start_year', 8),
    unsigned('start_month', 4),
    unsigned('start_day', 5),
    unsigned('end_year', 8),
    unsigned('end_month', 4),
    unsigned('end_day', 5),
    unsigned('start_hour', 5),
    unsigned('start_minute', 6),
    unsigned('end_hour', 5),
    unsigned('end_minute', 6),
    signed('start_lon', 28, LON),
    signed('start_lat', 27, LAT),
    signed('end_lon', 28, LON),
    signed('end_lat', 27, LAT),
    unsigned('warning', 4, coded(legends.WARNING)),
    signed('min', 9, unless(255)),
    signed('max', 9, unless(255)),
    unsigned('class', 2, coded(legends.WARNING_CLASS)),
    unsigned('wind', 4, coded(legends.WIND)),
    spare('spare2', 6),
  ],
  {
    only: [256],
    print: 'dac fid start end start_lon start_lat end_lon end_lat warning min max class wind',
    stamps: {
      start: '20{start_year:2}-{start_month:2}-{start_day:2}T{start_hour:2}:{start_minute:2}',
      end: '20{end_year:2}-{end_month:2}-{end_day:2}T{end_hour:2}:{end_minute:2}',
    },
  },
)

/** Water levels at up to four gauges: Inland AIS, § 2.4.7. */
export const waterLevels = table(
  [
    ...broadcast(200, 24),
    text('country', 2),
    list('gauges', [unsigned('id', 11, unless(0)), signed('level', 14)], { most: 4 }),
  ],
  { only: [168] },
)

/** What a traffic signal on the river shows: Inland AIS, § 2.4.8. */
export const signalStatus = table(
  [
    ...broadcast(200, 40),
    signed('lon', 28, LON),
    signed('lat', 27, LAT),
    unsigned('form', 4),
    unsigned('facing', 9),
    unsigned('direction', 3, coded(legends.DIRECTION)),
    unsigned('status', 30, coded(legends.SIGNAL_LIGHT)),
    spare('spare2', 11),
  ],
  { only: [168] },
)
