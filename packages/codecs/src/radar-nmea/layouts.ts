import { angle, eastward, letter, number, positive, whole, withLetter } from './forms.ts'
import { layout } from './layout.ts'
import { clock, date, latitude, longitude, words } from './text-forms.ts'

/** Kilometres, nautical miles or statute miles, and speeds in these an hour. */
const units = letter(['K', 'N', 'S'])
/** Lost, query (being acquired), tracking. */
const targetStatus = letter(['L', 'Q', 'T'])
const status = letter(['A', 'V'])
/** Autonomous, differential, estimated, float, manual, not valid, precise, real time kinematic, simulator. */
const mode = letter(['A', 'D', 'E', 'F', 'M', 'N', 'P', 'R', 'S'])
/** Bottom tracking log, manual, water, radar tracking of a fixed target, positioning system. */
const reference = letter(['B', 'M', 'W', 'R', 'P'])
const trueOrRelative = letter(['T', 'R'])
/** Two digits in most radars, three and four in newer ones. */
const targetNumber = whole(0, 1023, 2)

/**
 * The fields of radar and own-ship sentences, in the order and by the names of IEC 61162-1 (ed. 5, § 8.3). Values are
 * as sent: degrees, knots, the unit that the sentence names; clocks are seconds since midnight, UTC.
 */
export const LAYOUTS = {
  /** Tracked target message. */
  TTM: layout(12, {
    targetNumber,
    targetDistance: positive(3),
    bearing: angle(),
    bearingReference: trueOrRelative,
    targetSpeed: positive(),
    targetCourse: angle(),
    courseReference: trueOrRelative,
    distanceOfCpa: positive(2),
    /** Minutes; negative when the target has passed. */
    timeToCpa: number(),
    units,
    targetName: words,
    targetStatus,
    referenceTarget: letter(['R']),
    timeOfData: clock,
    /** Automatic, manual, reported. */
    typeOfAcquisition: letter(['A', 'M', 'R']),
  }),
  /** Target latitude and longitude. */
  TLL: layout(5, {
    targetNumber,
    latitude,
    longitude,
    targetName: words,
    timeOfData: clock,
    targetStatus,
    referenceTarget: letter(['R']),
  }),
  /** Radar system data: what stands on the screen. */
  RSD: layout(12, {
    originRange1: positive(3),
    originBearing1: angle(),
    variableRangeMarker1: positive(3),
    bearingLine1: angle(),
    originRange2: positive(3),
    originBearing2: angle(),
    variableRangeMarker2: positive(3),
    bearingLine2: angle(),
    cursorRange: positive(3),
    cursorBearing: angle(),
    rangeScale: positive(3),
    rangeUnits: units,
    /** Course up, head up, north up. */
    displayRotation: letter(['C', 'H', 'N']),
  }),
  /** Own ship data, as the radar uses it. */
  OSD: layout(9, {
    heading: angle(),
    headingStatus: status,
    vesselCourse: angle(),
    courseReference: reference,
    vesselSpeed: positive(),
    speedReference: reference,
    vesselSet: angle(),
    vesselDrift: positive(),
    speedUnits: units,
  }),
  /** Global positioning system fix data. */
  GGA: layout(9, {
    time: clock,
    latitude,
    longitude,
    /** 0 none, 1 SPS, 2 differential, 3 PPS, 4 RTK, 5 float RTK, 6 estimated, 7 manual, 8 simulator. */
    quality: whole(0, 8),
    satellites: whole(0, 99, 2),
    hdop: positive(),
    altitude: withLetter(number(), 'M'),
    geoidalSeparation: withLetter(number(), 'M'),
    differentialAge: positive(),
    differentialStation: words,
  }),
  /** Recommended minimum specific GNSS data. */
  RMC: layout(9, {
    time: clock,
    status,
    latitude,
    longitude,
    speedKn: positive(),
    course: angle(),
    date,
    variation: eastward,
    mode,
    /** Safe, caution, unsafe, not valid. */
    navigationalStatus: letter(['S', 'C', 'U', 'V']),
  }),
  /** Geographic position. */
  GLL: layout(4, { latitude, longitude, time: clock, status, mode }),
  /** Course over ground and ground speed. */
  VTG: layout(8, {
    course: withLetter(angle(), 'T'),
    magneticCourse: withLetter(angle(), 'M'),
    speedKn: withLetter(positive(), 'N'),
    speedKmh: withLetter(positive(), 'K'),
    mode,
  }),
  /** Heading, true. */
  HDT: layout(1, { heading: withLetter(angle(), 'T') }),
  /** Heading, magnetic. */
  HDM: layout(1, { heading: withLetter(angle(), 'M') }),
  /** Heading of a magnetic sensor, its deviation and the variation. */
  HDG: layout(1, { heading: angle(), deviation: eastward, variation: eastward }),
  /** True heading and status: autonomous, estimated, manual, simulator, not valid. */
  THS: layout(2, { heading: angle(), mode: letter(['A', 'E', 'M', 'S', 'V']) }),
  /** Water speed and heading. */
  VHW: layout(6, {
    heading: withLetter(angle(), 'T'),
    magneticHeading: withLetter(angle(), 'M'),
    speedKn: withLetter(positive(), 'N'),
    speedKmh: withLetter(positive(), 'K'),
  }),
  /** Time and date. */
  ZDA: layout(4, {
    time: clock,
    day: whole(1, 31, 2),
    month: whole(1, 12, 2),
    year: whole(0, 9999, 4),
    zoneHours: whole(-13, 13, 2),
    zoneMinutes: whole(-59, 59, 2),
  }),
} as const
