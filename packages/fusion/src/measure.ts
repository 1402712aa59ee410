import { degreesToRadians, type Plot } from '@csii/model'
import type { Measure } from './motion/body.ts'
import type { Correction } from './registration/bias-pair.ts'

const METRES_PER_DEGREE = 111_195

/** Error of a stated speed and course, m/s: what a common GNSS receiver gives, and what rounding to 0.1 kn leaves. */
const SPEED_SIGMA = 0.12
/** Of course over ground, radians. */
const COURSE_SIGMA = 0.027
/** An aircraft's own velocity is worse (DO-260B, NACv 1 and 2: 10 and 3 m/s, 95 %). */
const AIRBORNE_SPEED_SIGMA = 1.5

export const newMeasure = (): Measure => ({
  time: 0, lat: 0, lon: 0, rxx: 0, rxy: 0, ryy: 0, vx: 0, vy: 0, velocityVariance: 0, sensor: 0, lasting: 0, exx: 0, exy: 0, eyy: 0,
})

/** What a plot that states an identity says of motion. */
export function measureReport(plot: Plot, sensor: number, isAirborne: boolean, out: Measure): void {
  basics(plot, sensor, out)
  // A satellite receiver's error lasts for minutes: of one report after another it does not average out.
  out.lasting = LASTING_SHARE
  if (plot.speed === undefined || plot.courseDeg === undefined) return
  const course = degreesToRadians(plot.courseDeg)
  out.vx = plot.speed * Math.sin(course)
  out.vy = plot.speed * Math.cos(course)
  const sigma = Math.max(isAirborne ? AIRBORNE_SPEED_SIGMA : SPEED_SIGMA, plot.speed * COURSE_SIGMA)
  out.velocityVariance = sigma * sigma
}

/** The share of the variance of a GNSS position that lasts for minutes. */
const LASTING_SHARE = 0.35

/** What an echo says of motion, corrected for what is known to be wrong with the radar. */
export function measureEcho(plot: Plot, sensor: number, correction: Correction | undefined, out: Measure): void {
  basics(plot, sensor, out)
  const { polar } = plot
  if (!polar || !correction) return
  const bearing = degreesToRadians(polar.bearingDeg)
  const sine = Math.sin(bearing)
  const cosine = Math.cos(bearing)
  const across = degreesToRadians(1) * polar.range
  if (correction.isApplied) {
    const outwards = -correction.range
    const clockwise = -correction.bearingDeg * across
    out.lat += (outwards * cosine - clockwise * sine) / METRES_PER_DEGREE
    out.lon += (outwards * sine + clockwise * cosine) / (METRES_PER_DEGREE * Math.cos(degreesToRadians(out.lat)))
    out.time -= correction.time * 1000
  }
  const along2 = correction.rangeVariance
  const across2 = correction.bearingVarianceDeg2 * across * across
  out.exx = along2 * sine * sine + across2 * cosine * cosine
  out.exy = (along2 - across2) * sine * cosine
  out.eyy = along2 * cosine * cosine + across2 * sine * sine
}

/** Nothing is measured surer than this, m²: a hull is larger. */
const LEAST_VARIANCE = 0.01
/** Both axes never err by quite the same. */
const MOST_LEAN = 0.9999

function basics({ time, receivedAt, position, covariance }: Plot, sensor: number, out: Measure): void {
  // Nobody knows the future: a sensor whose clock is ahead is heard when we heard it.
  out.time = Math.min(time, receivedAt)
  out.lat = position.lat
  out.lon = position.lon
  out.rxx = Math.max(LEAST_VARIANCE, covariance.ee)
  out.ryy = Math.max(LEAST_VARIANCE, covariance.nn)
  const most = MOST_LEAN * Math.sqrt(out.rxx * out.ryy)
  out.rxy = Math.max(-most, Math.min(most, covariance.en))
  out.vx = 0
  out.vy = 0
  out.velocityVariance = 0
  out.sensor = sensor
  out.lasting = 0
  out.exx = 0
  out.exy = 0
  out.eyy = 0
}
