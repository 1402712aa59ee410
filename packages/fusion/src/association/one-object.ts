import { degreesToRadians, type LatLon, type Plot, type Timestamp } from '@csii/model'
import { expectedInterval } from '../identity/expected.ts'
import type { Measure } from '../motion/body.ts'
import { MIXED_MEAN, TIME } from '../motion/layout.ts'
import type { Followed } from '../tracks/followed.ts'

/** One plot is of two objects when they lie nearer than so many standard deviations of the sensor, in both axes. */
const RESOLVED = 1.8

/** Two identities are of one object only if one fell silent when the other began. */
export function canBeOne(old: Followed, young: Followed): boolean {
  const before = old.identity
  const after = young.identity
  if (!before || !after || before === after) return !old.isPinned || !young.isPinned
  if (old.isPinned || young.isPinned || typeof before.key !== typeof after.key) return false
  const silence = after.lastAt - before.lastAt
  return before.lastAt < young.firstAt && silence > 1000 * FELL_SILENT * expectedInterval(old, before)
}

/** Intervals without a report. */
const FELL_SILENT = 2.5

/** Whether a radar that made this plot sees both as one: in range and across. */
export function isUnresolved(
  a: Followed, b: Followed, { plot, measure }: { readonly plot: Plot; readonly measure: Measure },
): boolean {
  const one = foreseen(a, measure.time)
  const other = foreseen(b, measure.time)
  const frame = a.body!.frame
  const dx = frame.x(one.lat, one.lon) - frame.x(other.lat, other.lon)
  const dy = frame.y(one.lat, 0) - frame.y(other.lat, 0)
  const { polar } = plot
  if (!polar) return Math.hypot(dx, dy) < RESOLVED * Math.sqrt(Math.max(measure.rxx, measure.ryy))
  const bearing = degreesToRadians(polar.bearingDeg)
  const along = dx * Math.sin(bearing) + dy * Math.cos(bearing)
  const across = dx * Math.cos(bearing) - dy * Math.sin(bearing)
  const acrossSigma = degreesToRadians(polar.bearingSigmaDeg) * polar.range
  const sigmas = UNRESOLVED_MARGIN * RESOLVED
  return Math.abs(along) < sigmas * polar.rangeSigma && Math.abs(across) < sigmas * acrossSigma
}

/** The foreseen places are uncertain themselves. */
const UNRESOLVED_MARGIN = 1.5

function foreseen({ body }: Followed, time: Timestamp): LatLon {
  const { s, frame } = body!
  const dt = Math.max(0, time - s[TIME]!) / 1000
  return frame.point(s[MIXED_MEAN]! + dt * s[MIXED_MEAN + 2]!, s[MIXED_MEAN + 1]! + dt * s[MIXED_MEAN + 3]!)
}
