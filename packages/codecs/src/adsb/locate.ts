import type { LatLon, Timestamp } from '@csii/model'
import type { Aircraft, Fix, Halves } from './aircraft.ts'
import { AIRBORNE, airbornePosition, positionNear, SURFACE, surfacePosition, type Cpr } from './cpr.ts'
import { metresBetween } from './distance.ts'

/** Two halves make a position when they are at most this far apart (RTCA DO-260B, § A.1.7.7 and § 2.2.10.6). */
const PAIR_AIRBORNE = 10_000
const PAIR_SURFACE = 25_000

/** A place is forgotten after ten minutes: an aircraft can then be half a zone away (RTCA DO-260B, § 2.2.10.6). */
const FIX_AGE = 600_000

/** Faster than any aircraft that squitters: Mach 2. */
const FASTEST = 680
/** On the ground, 97 m/s is the end of the scale. */
const FASTEST_ON_GROUND = 100
/** Steps of the coding, and what times of receipt may be wrong by. */
const SLACK = 1500

/**
 * So far above the sea that nobody squitters, 18,300 m, is seen so far (4.12 √h km), and some more from a high mast.
 */
const HORIZON = 600_000

/**
 * * One half alone is safe when it comes out this near to the receiver: any other place that it can mean is a zone of
 * 360 nautical miles (90 on the ground) from there, and thus at least 300 (50) from the receiver: beyond the horizon,
 * or beyond what is heard of aircraft on the ground.
 */
const NEAR_RECEIVER = 60 * 1852
const NEAR_RECEIVER_ON_GROUND = 75_000

/** Contradictions after which the place that was believed is the doubtful one. */
const PATIENCE = 3

/**
 * Where the half that was just heard puts the aircraft: by the other half, by where it was, or by where the receiver
 * stands; and nothing unless all that apply agree. Remembers it.
 */
export function locate(
  aircraft: Aircraft, cpr: Cpr, isOnGround: boolean, time: Timestamp, receiver: LatLon | undefined,
): LatLon | undefined {
  const halves = isOnGround ? aircraft.surface : aircraft.airborne
  halves[cpr.isOdd ? 'odd' : 'even'] = { cpr, time }
  const fix = aircraft.fix && Math.abs(time - aircraft.fix.time) < FIX_AGE ? aircraft.fix : undefined
  const reference = fix?.position ?? receiver
  const paired = pairedPosition(halves, cpr.isOdd, isOnGround, reference)
  const followed = fix && positionNear(fix.position, cpr, isOnGround ? SURFACE : AIRBORNE)
  if (fix && !agree(fix, followed, paired, isOnGround, time)) return contradicted(aircraft)
  const position = followed ?? paired ?? nearReceiver(cpr, isOnGround, receiver)
  if (!position || (receiver && metresBetween(receiver, position) > HORIZON)) return undefined
  aircraft.fix = { position, time }
  aircraft.contradictions = 0
  return position
}

function pairedPosition(
  { even, odd }: Halves, isOddNewer: boolean, isOnGround: boolean, reference: LatLon | undefined,
): LatLon | undefined {
  if (!even || !odd || Math.abs(even.time - odd.time) > (isOnGround ? PAIR_SURFACE : PAIR_AIRBORNE)) return undefined
  if (!isOnGround) return airbornePosition(even.cpr, odd.cpr, isOddNewer)
  return reference && surfacePosition(even.cpr, odd.cpr, isOddNewer, reference)
}

/** Whether the aircraft can have come from there to here, and the two ways of decoding do not contradict each other. */
function agree(
  fix: Fix, followed: LatLon | undefined, paired: LatLon | undefined, isOnGround: boolean, time: Timestamp,
): boolean {
  if (!followed) return false
  const reach = SLACK + ((isOnGround ? FASTEST_ON_GROUND : FASTEST) * Math.abs(time - fix.time)) / 1000
  return metresBetween(fix.position, followed) <= reach && (!paired || metresBetween(followed, paired) < SLACK)
}

/** After some contradictions nothing is believed, not even the halves: the next pair begins anew. */
function contradicted(aircraft: Aircraft): undefined {
  aircraft.contradictions++
  if (aircraft.contradictions < PATIENCE) return
  aircraft.contradictions = 0
  aircraft.fix = undefined
  aircraft.airborne = {}
  aircraft.surface = {}
}

function nearReceiver(cpr: Cpr, isOnGround: boolean, receiver: LatLon | undefined): LatLon | undefined {
  const position = receiver && positionNear(receiver, cpr, isOnGround ? SURFACE : AIRBORNE)
  if (!position) return undefined
  const near = isOnGround ? NEAR_RECEIVER_ON_GROUND : NEAR_RECEIVER
  return metresBetween(receiver, position) < near ? position : undefined
}
