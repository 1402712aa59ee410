import { normalDegrees, radiansToDegrees, type LatLon } from '@csii/model'
import { unproject } from './mercator.ts'
import { layPath, type Handling, type Piece, type Waypoint } from './path.ts'
import { planSpeed, progress, type Profile } from './profile.ts'

/** What a hull does at one instant. */
export interface Kinematics extends LatLon {
  /** Over ground, m/s. */
  readonly speed: number
  readonly courseDeg: number
  /** Degrees a minute, positive to starboard. */
  readonly turnDegMin: number
}

/** One passage, known from start to end. */
export interface Voyage {
  readonly pieces: readonly Piece[]
  /** Metres from the start to each piece. */
  readonly starts: readonly number[]
  readonly profile: Profile
}

/** A voyage that begins or ends in the open, at the edge of the scenario, does so at full speed. */
export interface Ends {
  readonly startsAtSpeed?: boolean
  readonly endsAtSpeed?: boolean
}

export function planVoyage(waypoints: readonly Waypoint[], handling: Handling, ends: Ends = {}): Voyage {
  const pieces = layPath(waypoints, handling)
  const first = ends.startsAtSpeed ? pieces[0]!.limit : 0
  const last = ends.endsAtSpeed ? pieces.at(-1)!.limit : 0
  let length = 0
  const starts = pieces.map((piece) => {
    length += piece.length
    return length - piece.length
  })
  return { pieces, starts, profile: planSpeed(pieces, handling.acceleration, first, last) }
}

/** Seconds from start to end. */
export const durationOf = (voyage: Voyage): number => voyage.profile.duration

export function onVoyage({ pieces, starts, profile }: Voyage, seconds: number): Kinematics {
  const { distance, speed } = progress(profile, seconds)
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= distance) low = middle
    else high = middle - 1
  }
  const piece = pieces[low]!
  return onPiece(piece, Math.min(1, (distance - starts[low]!) / piece.length), speed)
}

function onPiece({ from, to, arc, length }: Piece, part: number, speed: number): Kinematics {
  if (!arc) {
    const courseDeg = degrees(Math.atan2(to.x - from.x, to.y - from.y))
    return {
      ...unproject(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part), speed, courseDeg, turnDegMin: 0,
    }
  }
  const bearing = arc.start + arc.sweep * part
  const rate = (speed * arc.sweep) / length
  return {
    ...unproject(arc.centre.x + arc.radius * Math.sin(bearing), arc.centre.y + arc.radius * Math.cos(bearing)),
    speed,
    courseDeg: degrees(bearing + Math.sign(arc.sweep) * (Math.PI / 2)),
    turnDegMin: radiansToDegrees(rate) * 60,
  }
}

const degrees = (radians: number): number => normalDegrees(radiansToDegrees(radians))
