import { list, restText, signed, spare, text, unsigned } from '../field.ts'
import { coded, LAT, LAT_MILLI, LON, LON_MILLI, per, unless } from '../meaning.ts'
import { bitsOf, FIVE_SLOTS, table } from '../table.ts'
import { addressed, broadcast } from './envelope.ts'

const HEAD = 'seqno dest_mmsi retransmit dac fid'

/** Many senders stop where they have nothing more to say: what is missing reads as 0. */
const SHORT = { least: bitsOf(addressed(1, 0)), most: FIVE_SLOTS } as const
const SHORT_BROADCAST = { least: bitsOf(broadcast(1, 0)), most: FIVE_SLOTS } as const

const WINDOW = [
  unsigned('from_hour', 5), unsigned('from_min', 6), unsigned('to_hour', 5), unsigned('to_min', 6),
  unsigned('cdir', 9, unless(360)),
] as const
const WINDOWS = { most: 3, print: 'lon lat from_hour from_min to_hour to_min cdir cspeed' } as const

/** When the tide lets a ship pass, by IMO SN/Circ.236, annex 2, § 7. Current in degrees and 1/10 knot. */
export const tidalWindow236 = table(
  [
    ...addressed(1, 14),
    unsigned('month', 4),
    unsigned('day', 5),
    list(
      'tidals',
      [signed('lat', 27, LAT), signed('lon', 28, LON), ...WINDOW, unsigned('cspeed', 7, per(10, 127))],
      WINDOWS,
    ),
  ],
  SHORT,
)

/** When the tide lets a ship pass: IMO SN.1/Circ.289, annex, § 2. */
export const tidalWindow289 = table(
  [
    ...addressed(1, 32),
    unsigned('month', 4),
    unsigned('day', 5),
    list(
      'tidals',
      [signed('lon', 25, LON_MILLI), signed('lat', 24, LAT_MILLI), ...WINDOW, unsigned('cspeed', 8, per(10, 255))],
      WINDOWS,
    ),
  ],
  SHORT,
)

const LATER = 'Reserved for future use.'
const ROUTE_TYPE = [
  'Undefined (default)', 'Mandatory', 'Recommended', 'Alternative', 'Recommended route through ice', 'Ship route plan',
  ...Array.from({ length: 25 }, () => LATER), 'Cancel route identified by message linkage',
]

const ROUTE = [
  unsigned('linkage', 10),
  unsigned('sender', 3),
  unsigned('rtype', 5, coded(ROUTE_TYPE)),
  unsigned('month', 4),
  unsigned('day', 5),
  unsigned('hour', 5),
  unsigned('minute', 6),
  unsigned('duration', 18, unless(262_143)),
  unsigned('waycount', 5),
  list('waypoints', [signed('lon', 28, LON), signed('lat', 27, LAT)], { most: 16, count: 'waycount' }),
] as const
const ROUTE_PRINT = 'linkage sender rtype start duration waypoints'
const ROUTE_STAMPS = { start: '{month:2}-{day:2}T{hour:2}:{minute:2}Z' }

/** A route for one ship: IMO SN.1/Circ.289, annex, § 9. Duration in minutes. */
export const routeAddressed = table([...addressed(1, 28), ...ROUTE], {
  ...SHORT, print: `${HEAD} ${ROUTE_PRINT}`, stamps: ROUTE_STAMPS,
})

/** A route for all ships: IMO SN.1/Circ.289, annex, § 8. */
export const route = table([...broadcast(1, 27), ...ROUTE], {
  ...SHORT_BROADCAST, print: `dac fid ${ROUTE_PRINT}`, stamps: ROUTE_STAMPS,
})

/** Text that explains another message, to one ship: IMO SN.1/Circ.289, annex, § 13. */
export const descriptionAddressed = table([...addressed(1, 30), unsigned('linkage', 10), restText('text')], SHORT)

/** Text that explains another message, to all: IMO SN.1/Circ.289, annex, § 12. */
export const description = table([...broadcast(1, 29), unsigned('linkage', 10), restText('text')], SHORT_BROADCAST)

/** A fairway is closed: IMO SN/Circ.236, annex 2, § 3. The radius is in metres, kilometres, miles or cables. */
export const fairwayClosed = table(
  [
    ...broadcast(1, 13),
    text('reason', 20),
    text('closefrom', 20),
    text('closeto', 20),
    unsigned('radius', 10, unless(1001)),
    unsigned('extunit', 2),
    unsigned('fday', 5),
    unsigned('fmonth', 4),
    unsigned('fhour', 5),
    unsigned('fminute', 6),
    unsigned('tday', 5),
    unsigned('tmonth', 4),
    unsigned('thour', 5),
    unsigned('tminute', 6),
    spare('spare2', 4),
  ],
  {
    ...SHORT_BROADCAST,
    print: 'dac fid reason closefrom closeto radius extunit from to',
    stamps: {
      from: '{fmonth:2}-{fday:2}T{fhour:2}:{fminute:2}',
      to: '{tmonth:2}-{tday:2}T{thour:2}:{tminute:2}',
    },
  },
)

/** Ships as a traffic centre sees them, up to four: IMO SN.1/Circ.289, annex, § 7. Degrees and knots. */
export const trafficTargets = table(
  [
    ...broadcast(1, 17),
    list(
      'targets',
      [
        unsigned('idtype', 2),
        unsigned('id', 42),
        spare('spare', 4),
        signed('lat', 24, LAT_MILLI),
        signed('lon', 25, LON_MILLI),
        unsigned('course', 9, unless(360)),
        unsigned('second', 6),
        unsigned('speed', 10, unless(255)),
      ],
      { most: 4, print: 'idtype id lat lon course second speed' },
    ),
  ],
  SHORT_BROADCAST,
)

const SIGNAL = [
  'N/A', 'Serious emergency – stop or divert according to instructions.', 'Vessels shall not proceed.',
  'Vessels may proceed. One way traffic.', 'Vessels may proceed. Two way traffic.',
  'Vessels shall proceed on specific orders only.', 'Vessels in main channel shall not proceed.',
  'Vessels in main channel shall proceed on specific orders only.',
  'Vessels in main channel shall proceed on specific orders only.', 'I = "in-bound" only acceptable.',
  'O = "out-bound" only acceptable.', 'F = both "in- and out-bound" acceptable.',
  'XI = Code will shift to "I" in due time.', 'XO = Code will shift to "O" in due time.',
  'X = Vessels shall proceed only on direction.', 'INVALID SIGNAL TYPE',
]

/** What a port's traffic signal shows: IMO SN.1/Circ.289, annex, § 1. */
export const trafficSignal = table(
  [
    ...broadcast(1, 19),
    unsigned('linkage', 10),
    text('station', 20),
    signed('lon', 25, LON_MILLI),
    signed('lat', 24, LAT_MILLI),
    unsigned('status', 2, unless(0)),
    unsigned('signal', 5, coded(SIGNAL)),
    unsigned('hour', 5, unless(24)),
    unsigned('minute', 6, unless(60)),
    unsigned('nextsignal', 5, coded(SIGNAL)),
    spare('spare2', 51),
    spare('spare3', 51),
  ],
  SHORT_BROADCAST,
)
