import { fixed, flag, restText, signed, spare, text, unsigned } from './field.ts'
import { AID_TYPE, EPFD, SHIP_TYPE } from './legends.ts'
import { coded, LAT, LON, per, unless } from './meaning.ts'
import { HEADER, table } from './table.ts'

/**
 * Message 5: who a Class A ship is and where she is bound. M.1371-5, annex 8, § 3.3.
 * Many transponders send 420 or 422 bits.
 */
export const staticAndVoyageData = table(
  [
    ...HEADER,
    unsigned('ais_version', 2),
    unsigned('imo', 30, unless(0)),
    text('callsign', 7),
    text('shipname', 20),
    unsigned('shiptype', 8, coded(SHIP_TYPE)),
    unsigned('to_bow', 9),
    unsigned('to_stern', 9),
    unsigned('to_port', 6),
    unsigned('to_starboard', 6),
    unsigned('epfd', 4, coded(EPFD)),
    unsigned('month', 4),
    unsigned('day', 5),
    unsigned('hour', 5),
    unsigned('minute', 6),
    unsigned('draught', 8, per(10, 0)),
    text('destination', 20),
    unsigned('dte', 1),
    spare('spare', 1),
  ],
  {
    least: 420,
    print:
      'imo ais_version callsign shipname shiptype to_bow to_stern to_port to_starboard epfd eta draught ' +
      'destination dte',
    stamps: { eta: '{month:2}-{day:2}T{hour:2}:{minute:2}Z' },
  },
)

/** Message 21: an aid to navigation, real or virtual. M.1371-5, annex 8, § 3.19. */
export const aidToNavigationReport = table(
  [
    ...HEADER,
    unsigned('aid_type', 5, coded(AID_TYPE)),
    text('name', 20),
    flag('accuracy'),
    signed('lon', 28, LON),
    signed('lat', 27, LAT),
    unsigned('to_bow', 9),
    unsigned('to_stern', 9),
    unsigned('to_port', 6),
    unsigned('to_starboard', 6),
    unsigned('epfd', 4, coded(EPFD)),
    unsigned('second', 6),
    flag('off_position'),
    unsigned('regional', 8),
    flag('raim'),
    flag('virtual_aid'),
    flag('assigned'),
    spare('spare', 1),
    restText('name_extension'),
  ],
  {
    most: 368,
    print:
      'aid_type name accuracy lon lat to_bow to_stern to_port to_starboard epfd second regional off_position raim ' +
      'virtual_aid',
  },
)

/** Message 24, part A: the name of a Class B ship. M.1371-5, annex 8, § 3.22. */
export const staticDataPartA = table([...HEADER, fixed('part', 2, 0, 'A'), text('shipname', 20)], { most: 168 })

const PART_B = [
  ...HEADER,
  fixed('part', 2, 1, 'B'),
  unsigned('shiptype', 8, coded(SHIP_TYPE)),
  text('vendorid', 3),
  unsigned('model', 4),
  unsigned('serial', 20),
  text('callsign', 7),
] as const

/** Message 24, part B: the rest. */
export const staticDataPartB = table(
  [
    ...PART_B,
    unsigned('to_bow', 9),
    unsigned('to_stern', 9),
    unsigned('to_port', 6),
    unsigned('to_starboard', 6),
    unsigned('epfd', 4),
    spare('spare', 2),
  ],
  { print: 'part shiptype vendorid model serial callsign to_bow to_stern to_port to_starboard' },
)

/** Message 24, part B of a craft that belongs to a mother ship: its MMSI is 98MIDXXXX. */
export const auxiliaryStaticDataPartB = table(
  [...PART_B, unsigned('mothership_mmsi', 30), unsigned('epfd', 4), spare('spare', 2)],
  { print: 'part shiptype vendorid model serial callsign mothership_mmsi' },
)
