import { flag, signed, spare, text, unsigned } from './field.ts'
import { EPFD, NAVIGATION_STATUS, SHIP_TYPE } from './legends.ts'
import { coded, COURSE, HEADING, LAT, LAT_TENTH, LON, LON_TENTH, SPEED, TURN, unless } from './meaning.ts'
import { HEADER, table } from './table.ts'

/** Messages 1, 2 and 3: the position of a Class A ship. M.1371-5, annex 8, § 3.1. Some transponders send 163 bits. */
export const positionReport = table(
  [
    ...HEADER,
    unsigned('status', 4, coded(NAVIGATION_STATUS)),
    signed('turn', 8, TURN),
    unsigned('speed', 10, SPEED),
    flag('accuracy'),
    signed('lon', 28, LON),
    signed('lat', 27, LAT),
    unsigned('course', 12, COURSE),
    unsigned('heading', 9, HEADING),
    unsigned('second', 6),
    unsigned('maneuver', 2),
    spare('spare', 3),
    flag('raim'),
    unsigned('radio', 19),
  ],
  { least: 163 },
)

/** Message 9: a search and rescue aircraft. M.1371-5, annex 8, § 3.7. Altitude in metres, speed in knots. */
export const aircraftReport = table(
  [
    ...HEADER,
    unsigned('alt', 12, unless(4095)),
    unsigned('speed', 10, unless(1023)),
    flag('accuracy'),
    signed('lon', 28, LON),
    signed('lat', 27, LAT),
    unsigned('course', 12, COURSE),
    unsigned('second', 6),
    unsigned('regional', 8),
    unsigned('dte', 1),
    spare('spare', 3),
    flag('assigned'),
    flag('raim'),
    unsigned('radio', 20),
  ],
  { print: 'alt speed accuracy lon lat course second regional dte raim radio' },
)

/** Message 18: the position of a Class B ship. M.1371-5, annex 8, § 3.16. */
export const classBReport = table(
  [
    ...HEADER,
    unsigned('reserved', 8),
    unsigned('speed', 10, SPEED),
    flag('accuracy'),
    signed('lon', 28, LON),
    signed('lat', 27, LAT),
    unsigned('course', 12, COURSE),
    unsigned('heading', 9, HEADING),
    unsigned('second', 6),
    unsigned('regional', 2),
    flag('cs'),
    flag('display'),
    flag('dsc'),
    flag('band'),
    flag('msg22'),
    flag('assigned'),
    flag('raim'),
    unsigned('radio', 20),
  ],
  {
    print: 'reserved speed accuracy lon lat course heading second regional cs display dsc band msg22 raim radio',
  },
)

/** Message 19: position and static data of a Class B ship in one. M.1371-5, annex 8, § 3.17. */
export const extendedClassBReport = table([
  ...HEADER,
  unsigned('reserved', 8),
  unsigned('speed', 10, SPEED),
  flag('accuracy'),
  signed('lon', 28, LON),
  signed('lat', 27, LAT),
  unsigned('course', 12, COURSE),
  unsigned('heading', 9, HEADING),
  unsigned('second', 6),
  unsigned('regional', 4),
  text('shipname', 20),
  unsigned('shiptype', 8, coded(SHIP_TYPE)),
  unsigned('to_bow', 9),
  unsigned('to_stern', 9),
  unsigned('to_port', 6),
  unsigned('to_starboard', 6),
  unsigned('epfd', 4, coded(EPFD)),
  flag('raim'),
  unsigned('dte', 1),
  flag('assigned'),
  spare('spare', 4),
])

/**
 * Message 27: a position for satellites to hear, in 1/10 minute, knots and degrees. M.1371-5, annex 8, § 3.25.
 * Some transponders fill a whole slot with it.
 */
export const longRangeReport = table(
  [
    ...HEADER,
    flag('accuracy'),
    flag('raim'),
    unsigned('status', 4),
    signed('lon', 18, LON_TENTH),
    signed('lat', 17, LAT_TENTH),
    unsigned('speed', 6, unless(63)),
    unsigned('course', 9, unless(511)),
    flag('gnss'),
    spare('spare', 1),
  ],
  { only: [96, 168], print: 'status accuracy lon lat speed course raim gnss' },
)
