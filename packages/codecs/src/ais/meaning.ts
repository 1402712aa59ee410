import type { Meaning } from './field.ts'

const MICRO = 1e6

/** Six decimals: 0.1 m in a latitude, and finer than any field of the standard resolves. */
const rounded = (value: number): number => Math.round(value * MICRO) / MICRO

/** `raw / divisor + offset`, unless the raw value is the code for "not available". */
export const per = (divisor: number, missing?: number, offset = 0): Meaning => ({
  scale: (raw) => (raw === missing ? undefined : rounded(raw / divisor + offset)),
})

/** A plain number, unless it is the code for "not available". */
export const unless = (missing: number): Meaning => per(1, missing)

export const coded = (legend: NonNullable<Meaning['legend']>): Meaning => ({ legend })

/** Longitude and latitude in 1/10,000 minute; 181° and 91° are "not available". M.1371-5, table 45. */
export const LON = per(600_000, 181 * 600_000)
export const LAT = per(600_000, 91 * 600_000)

/** Longitude and latitude in 1/1,000 minute, as IMO SN.1/Circ.289 uses them. */
export const LON_MILLI = per(60_000, 181 * 60_000)
export const LAT_MILLI = per(60_000, 91 * 60_000)

/** Longitude and latitude in 1/10 minute. M.1371-5, tables 66, 71 and 84. */
export const LON_TENTH = per(600, 181 * 600)
export const LAT_TENTH = per(600, 91 * 600)

/** Speed over ground in 1/10 knot. */
export const SPEED = per(10, 1023)
/** Course over ground in 1/10 degree. */
export const COURSE = per(10, 3600)
export const HEADING = unless(511)
export const MMSI = unless(0)

/** Rate of turn, degrees a minute: the square of raw / 4.733, with its sign. M.1371-5, table 45. */
export const TURN: Meaning = {
  scale(raw) {
    if (raw === -128) return undefined
    if (raw === 127) return 'fastright'
    if (raw === -127) return 'fastleft'
    return Math.sign(raw) * Math.round((raw / 4.733) ** 2 * 10) / 10
  },
}
