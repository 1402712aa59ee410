import { flag, signed, spare, unsigned } from '../field.ts'
import { ICE, PRECIPITATION } from '../legends.ts'
import { coded, LAT_MILLI, LON_MILLI, per, unless } from '../meaning.ts'
import { table } from '../table.ts'
import { broadcast } from './envelope.ts'

const DAY_TIME = { timestamp: '{day:2}T{hour:2}:{minute:2}Z' }

const AIR = 'wspeed wgust wdir wgustdir humidity airtemp dewpoint pressure pressuretend'
const WATER =
  'waterlevel leveltrend cspeed cdir cspeed2 cdir2 cdepth2 cspeed3 cdir3 cdepth3 waveheight waveperiod wavedir ' +
  'swellheight swellperiod swelldir seastate watertemp preciptype salinity ice'

/**
 * Weather and water by IMO SN/Circ.236, which the next table replaced in 2013 and which is still on the air.
 * Knots, degrees true, °C, %, hPa, nautical miles, metres, seconds, parts per thousand.
 */
export const weather236 = table(
  [
    ...broadcast(1, 11),
    signed('lat', 24, per(60_000, 0x7f_ffff)),
    signed('lon', 25, per(60_000, 0xff_ffff)),
    unsigned('day', 5),
    unsigned('hour', 5),
    unsigned('minute', 6),
    unsigned('wspeed', 7, unless(127)),
    unsigned('wgust', 7, unless(127)),
    unsigned('wdir', 9, unless(511)),
    unsigned('wgustdir', 9, unless(511)),
    unsigned('airtemp', 11, per(10, 2047, -60)),
    unsigned('humidity', 7, unless(127)),
    unsigned('dewpoint', 10, per(10, 1023, -20)),
    unsigned('pressure', 9, per(1, 511, 800)),
    unsigned('pressuretend', 2, unless(3)),
    unsigned('visibility', 8, per(10, 255)),
    unsigned('waterlevel', 9, per(10, 511, -10)),
    unsigned('leveltrend', 2, unless(3)),
    unsigned('cspeed', 8, per(10, 255)),
    unsigned('cdir', 9, unless(511)),
    unsigned('cspeed2', 8, per(10, 255)),
    unsigned('cdir2', 9, unless(511)),
    unsigned('cdepth2', 5, unless(31)),
    unsigned('cspeed3', 8, per(10, 255)),
    unsigned('cdir3', 9, unless(511)),
    unsigned('cdepth3', 5, unless(31)),
    unsigned('waveheight', 8, per(10, 255)),
    unsigned('waveperiod', 6, unless(63)),
    unsigned('wavedir', 9, unless(511)),
    unsigned('swellheight', 8, per(10, 255)),
    unsigned('swellperiod', 6, unless(63)),
    unsigned('swelldir', 9, unless(511)),
    unsigned('seastate', 4, unless(15)),
    unsigned('watertemp', 10, per(10, 1023, -10)),
    unsigned('preciptype', 3, coded(PRECIPITATION)),
    unsigned('salinity', 9, per(10, 511)),
    unsigned('ice', 2, coded(ICE)),
    spare('spare2', 6),
  ],
  {
    least: 344,
    print: `dac fid lat lon timestamp ${AIR} visibility ${WATER}`,
    stamps: DAY_TIME,
  },
)

/** Weather and water: IMO SN.1/Circ.289, annex, § 11. Units as above. */
export const weather289 = table(
  [
    ...broadcast(1, 31),
    signed('lon', 25, LON_MILLI),
    signed('lat', 24, LAT_MILLI),
    flag('accuracy'),
    unsigned('day', 5),
    unsigned('hour', 5),
    unsigned('minute', 6),
    unsigned('wspeed', 7, unless(127)),
    unsigned('wgust', 7, unless(127)),
    unsigned('wdir', 9, unless(360)),
    unsigned('wgustdir', 9, unless(360)),
    signed('airtemp', 11, per(10, -1024)),
    unsigned('humidity', 7, unless(101)),
    signed('dewpoint', 10, per(10, 501)),
    unsigned('pressure', 9, per(1, 511, 799)),
    unsigned('pressuretend', 2, unless(3)),
    flag('visgreater'),
    unsigned('visibility', 7, per(10, 127)),
    unsigned('waterlevel', 12, per(100, 4001, -10)),
    unsigned('leveltrend', 2, unless(3)),
    unsigned('cspeed', 8, per(10, 255)),
    unsigned('cdir', 9, unless(360)),
    unsigned('cspeed2', 8, per(10, 255)),
    unsigned('cdir2', 9, unless(360)),
    unsigned('cdepth2', 5, unless(31)),
    unsigned('cspeed3', 8, per(10, 255)),
    unsigned('cdir3', 9, unless(360)),
    unsigned('cdepth3', 5, unless(31)),
    unsigned('waveheight', 8, per(10, 255)),
    unsigned('waveperiod', 6, unless(63)),
    unsigned('wavedir', 9, unless(360)),
    unsigned('swellheight', 8, per(10, 255)),
    unsigned('swellperiod', 6, unless(63)),
    unsigned('swelldir', 9, unless(360)),
    unsigned('seastate', 4, unless(13)),
    signed('watertemp', 10, per(10, 501)),
    unsigned('preciptype', 3, unless(7)),
    unsigned('salinity', 9, per(10, 510)),
    unsigned('ice', 2, unless(3)),
    spare('spare2', 10),
  ],
  {
    least: 350,
    print: `dac fid lat lon accuracy timestamp ${AIR} visgreater visibility ${WATER}`,
    stamps: DAY_TIME,
  },
)
