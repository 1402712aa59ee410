import { flag, signed, spare, unsigned } from './field.ts'
import { EPFD } from './legends.ts'
import { coded, LAT, LON } from './meaning.ts'
import { HEADER, table } from './table.ts'

/** Messages 4 and 11: time and position of a base station, or of a ship that was asked. M.1371-5, annex 8, § 3.2. */
export const baseStationReport = table(
  [
    ...HEADER,
    unsigned('year', 14),
    unsigned('month', 4),
    unsigned('day', 5),
    unsigned('hour', 5),
    unsigned('minute', 6),
    unsigned('second', 6),
    flag('accuracy'),
    signed('lon', 28, LON),
    signed('lat', 27, LAT),
    unsigned('epfd', 4, coded(EPFD)),
    spare('spare', 10),
    flag('raim'),
    unsigned('radio', 19),
  ],
  {
    print: 'timestamp accuracy lon lat epfd raim radio',
    stamps: { timestamp: '{year:4}-{month:2}-{day:2}T{hour:2}:{minute:2}:{second:2}Z' },
  },
)

/** Message 10: asks another station for the time. M.1371-5, annex 8, § 3.8. */
export const timeInquiry = table([...HEADER, spare('spare', 2), unsigned('dest_mmsi', 30), spare('spare2', 2)])
