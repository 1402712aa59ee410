import { list, signed, spare, text, unsigned } from '../field.ts'
import { coded, LAT_MILLI, LON_MILLI, per, unless } from '../meaning.ts'
import { bitsOf, table, FIVE_SLOTS } from '../table.ts'
import { addressed, broadcast } from './envelope.ts'

const WHEN = [unsigned('month', 4), unsigned('day', 5), unsigned('hour', 5), unsigned('minute', 6)] as const
const STAMP = '{month:2}-{day:2}T{hour:2}:{minute:2}Z'
const HEAD = 'seqno dest_mmsi retransmit dac fid'

/** Many senders stop where they have nothing more to say: what is missing reads as 0. */
const SHORT = { least: bitsOf(addressed(1, 0)), most: FIVE_SLOTS } as const

/** Dangerous cargo by IMO SN/Circ.236, annex 2, § 4. */
export const dangerousCargo236 = table(
  [
    ...addressed(1, 12),
    text('lastport', 5),
    unsigned('lmonth', 4),
    unsigned('lday', 5),
    unsigned('lhour', 5),
    unsigned('lminute', 6),
    text('nextport', 5),
    unsigned('nmonth', 4),
    unsigned('nday', 5),
    unsigned('nhour', 5),
    unsigned('nminute', 6),
    text('dangerous', 20),
    text('imdcat', 4),
    unsigned('unid', 13, unless(0)),
    unsigned('amount', 10, unless(0)),
    unsigned('unit', 2),
    spare('spare2', 3),
  ],
  {
    ...SHORT,
    print: `${HEAD} lastport departure nextport eta dangerous imdcat unid amount unit`,
    stamps: {
      departure: '{lmonth:2}-{lday:2}T{lhour:2}:{lminute:2}Z',
      eta: '{nmonth:2}-{nday:2}T{nhour:2}:{nminute:2}Z',
    },
  },
)

/** Dangerous cargo: IMO SN.1/Circ.289, annex, § 5. The units are kilograms, tonnes or kilotonnes. */
export const dangerousCargo289 = table(
  [
    ...addressed(1, 25),
    unsigned('unit', 2),
    unsigned('amount', 10, unless(0)),
    list('cargos', [unsigned('code', 4), unsigned('subtype', 13)], { most: 28 }),
  ],
  SHORT,
)

/** Air draught in 1/10 metre, addressed: IMO SN/Circ.236, annex 2, § 5. */
export const airDraughtAddressed = table([
  ...addressed(1, 15),
  unsigned('airdraught', 11, per(10, 0)),
  spare('spare2', 5),
])

/** Air draught in 1/10 metre, to all. */
export const airDraught = table([...broadcast(1, 15), unsigned('airdraught', 11, per(10, 0)), spare('spare2', 5)])

/** How many people are on board, addressed: IMO SN.1/Circ.289, annex, § 6. */
export const personsAddressed = table(
  [...addressed(1, 16), unsigned('persons', 13, unless(0)), spare('spare2', 35)],
  { only: [136] },
)

/** How many people are on board, to all: IMO SN/Circ.236, annex 2, § 6. */
export const persons = table([...broadcast(1, 16), unsigned('persons', 13, unless(0)), spare('spare2', 3)], {
  only: [72],
})

/** When a ship may enter a port: IMO SN.1/Circ.289, annex, § 3. */
export const clearance = table(
  [
    ...addressed(1, 18),
    unsigned('linkage', 10),
    ...WHEN,
    text('portname', 20),
    text('destination', 5),
    signed('lon', 25, LON_MILLI),
    signed('lat', 24, LAT_MILLI),
    spare('spare2', 43),
  ],
  { ...SHORT, print: `${HEAD} linkage arrival portname destination lon lat`, stamps: { arrival: STAMP } },
)

const MOORING = [
  'Not available', 'Port-side to', 'Starboard-side to', 'Mediterranean (end-on) mooring', 'Mooring buoy', 'Anchorage',
  'Reserved for future use',
]

const SERVICES =
  'agent fuel chandler stevedore electrical water customs cartage crane lift medical navrepair provisions shiprepair ' +
  'surveyor steam tugs solidwaste liquidwaste hazardouswaste ballast additional regional1 regional2 future1 future2'

/** A berth and what is to be had there: IMO SN.1/Circ.289, annex, § 4. Length in metres, depth in 1/10 metre. */
export const berth = table(
  [
    ...addressed(1, 20),
    unsigned('linkage', 10),
    unsigned('berth_length', 9, unless(0)),
    unsigned('berth_depth', 8, per(10, 0)),
    unsigned('position', 3, coded(MOORING)),
    ...WHEN,
    unsigned('availability', 1),
    unsigned('agent', 2),
    unsigned('fuel', 2),
    unsigned('chandler', 2),
    unsigned('stevedore', 2),
    unsigned('electrical', 2),
    unsigned('water', 2),
    unsigned('customs', 2),
    unsigned('cartage', 2),
    unsigned('crane', 2),
    unsigned('lift', 2),
    unsigned('medical', 2),
    unsigned('navrepair', 2),
    unsigned('provisions', 2),
    unsigned('shiprepair', 2),
    unsigned('surveyor', 2),
    unsigned('steam', 2),
    unsigned('tugs', 2),
    unsigned('solidwaste', 2),
    unsigned('liquidwaste', 2),
    unsigned('hazardouswaste', 2),
    unsigned('ballast', 2),
    unsigned('additional', 2),
    unsigned('regional1', 2),
    unsigned('regional2', 2),
    unsigned('future1', 2),
    unsigned('future2', 2),
    text('berth_name', 20),
    signed('berth_lon', 25, LON_MILLI),
    signed('berth_lat', 24, LAT_MILLI),
  ],
  {
    ...SHORT,
    print:
      `${HEAD} linkage berth_length position arrival availability ${SERVICES} ` +
      'berth_name berth_lon berth_lat berth_depth',
    stamps: { arrival: '{month:1}-{day:1}T{hour:1}:{minute:1}' },
  },
)
