import type { Match, MatchedEpoch } from '../matching.ts'
import { velocityError } from '../siap.ts'
import { mean, percentile95, rootMeanSquare, share, type Figure, type Threshold } from './requirement.ts'

/** How far what is shown is from what is: of the tracks that are on an object. */
export function accuracy(epochs: readonly MatchedEpoch[]): Figure[] {
  const matches = epochs.flatMap((epoch) => epoch.matches)
  return [...position(matches), ...alongAndAcross(matches), ...velocity(matches)]
}

function position(matches: readonly Match[]): Figure[] {
  const errors = matches.map(({ distance }) => distance)
  const figure = { group: 'position', samples: errors.length }
  const within = (metres: number, threshold: Threshold): Figure => ({
    ...figure,
    name: `position within ${metres} m`,
    unit: 'share',
    value: shareWithin(errors, metres),
    thresholds: [threshold],
  })
  return [
    {
      ...figure,
      name: 'position error, root mean square',
      unit: 'm',
      value: rootMeanSquare(errors),
      thresholds: [
        { standard: 'ED-142 TMA', bound: 'at most', limit: 150 },
        { standard: 'COMPASS', bound: 'at most', limit: 200 },
      ],
    },
    { ...figure, name: 'position error, 95 %', unit: 'm', value: percentile95(errors) },
    within(12, { standard: 'ED-87E', bound: 'at least', limit: 0.95 }),
    within(400, { standard: 'COMPASS', bound: 'at least', limit: 0.9 }),
  ]
}

/** Metres per second from which an object has a course: ED-87E table 3-1. */
const SLOWEST_WITH_COURSE = 3

const isUnderWay = ({ object }: Match): boolean => Math.hypot(object.vx, object.vy) >= SLOWEST_WITH_COURSE

/** Errors in the direction of the object's own course, ahead of it above zero, and to its right. */
function alongAndAcross(matches: readonly Match[]): Figure[] {
  const errors = matches.filter(isUnderWay).map(({ object, track }) => {
    const [x, y, speed] = [track.x - object.x, track.y - object.y, Math.hypot(object.vx, object.vy)]
    return { along: (x * object.vx + y * object.vy) / speed, across: (x * object.vy - y * object.vx) / speed }
  })
  return (['along', 'across'] as const).flatMap((way): Figure[] => {
    const values = errors.map((error) => error[way])
    const figure = { group: 'position', samples: values.length }
    return [
      { ...figure, name: `${way} track, mean error`, unit: 'm', value: mean(values) },
      { ...figure, name: `${way} track, root mean square`, unit: 'm', value: rootMeanSquare(values) },
      {
        ...figure,
        name: `${way} track within 70 m`,
        unit: 'share',
        value: shareWithin(values, 70),
        thresholds: [{ standard: 'COMPASS', bound: 'at least', limit: 0.9 }],
      },
    ]
  })
}

function velocity(matches: readonly Match[]): Figure[] {
  const moving = matches.filter(isUnderWay)
  const speedErrors = matches.map(({ object, track }) => {
    const speed = Math.hypot(object.vx, object.vy)
    return { error: Math.abs(Math.hypot(track.vx, track.vy) - speed), allowed: Math.max(5, speed * 0.1) }
  })
  const figure = { group: 'velocity', samples: matches.length }
  return [
    {
      ...figure,
      name: 'velocity error, root mean square',
      unit: 'm/s',
      value: rootMeanSquare(matches.map(velocityError)),
    },
    {
      ...figure,
      name: 'speed within 5 m/s, or 10 % if that is more',
      unit: 'share',
      value: share(speedErrors.filter(({ error, allowed }) => error <= allowed).length, matches.length),
      thresholds: [{ standard: 'ED-87E', bound: 'at least', limit: 0.9 }],
    },
    {
      ...figure,
      name: `course within 15°, at ${SLOWEST_WITH_COURSE} m/s and more`,
      unit: 'share',
      samples: moving.length,
      value: shareWithin(moving.map(courseErrorDeg), 15),
      thresholds: [{ standard: 'ED-87E', bound: 'at least', limit: 0.9 }],
    },
  ]
}

/** 0 to 180. A track that stands has no course and is as wrong as can be. */
function courseErrorDeg({ object, track }: Match): number {
  if (track.vx === 0 && track.vy === 0) return 180
  const between = Math.atan2(object.vx * track.vy - object.vy * track.vx, object.vx * track.vx + object.vy * track.vy)
  return Math.abs(between * 180) / Math.PI
}

const shareWithin = (errors: readonly number[], limit: number): number | undefined =>
  share(errors.filter((error) => Math.abs(error) <= limit).length, errors.length)
