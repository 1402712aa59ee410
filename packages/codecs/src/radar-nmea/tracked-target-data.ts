import { bad, ok, type DecodeProblem, type Result } from '@csii/model'
import { sealed } from './layout.ts'
import { SixBits, sixBits, toSixBits } from './six-bits.ts'

/** States of a target in TTD. Those between are reserved. */
export const NOT_TRACKED = 0
export const ACQUIRING = 1
export const LOST = 2
export const TRACKED = 4
/** Tracked, with an alarm of its closest point of approach, and with that alarm acknowledged. */
export const ALARMING = 6
export const ACKNOWLEDGED = 7

/** One target of a TTD sentence. Degrees from true north, knots and nautical miles; what is not available is absent. */
export interface TrackedTarget {
  readonly targetNumber: number
  readonly trueBearing?: number
  readonly speedKn?: number
  readonly course?: number
  /** What the target reports by AIS of its heading: a radar cannot see one. */
  readonly reportedHeading?: number
  readonly status: number
  /** 1: a target that is made for tests. */
  readonly operationMode: number
  readonly distance?: number
  /** 1: speed and course are relative to own ship. */
  readonly speedMode: number
  /** 1: speed and course are through the water. */
  readonly stabilisationMode: number
  /** Targets of several sensors that are taken for one carry the same number; 0 where there is none. */
  readonly correlationNumber: number
}

/** Tracked target data: IEC 61162-1, § 8.3, TTD. */
export interface Ttd {
  readonly sentence: 'TTD'
  readonly targets: readonly TrackedTarget[]
}

/** Of one target. */
const BITS = 90
const CHARACTERS = BITS / 6
/** As many whole targets as one sentence of 82 characters holds. */
const TARGETS_A_SENTENCE = 4
const NO_ANGLE = 4095
const NO_SPEED = 4095
const NO_DISTANCE = 16_383

/** Reads the joined payload of all sentences of one message. */
export function readTargets(ascii: Uint8Array, from: number, to: number, fillBits: number): Result<Ttd, DecodeProblem> {
  for (let i = from; i < to; i++) if (sixBits(ascii[i]!) < 0) return bad('value')
  const count = ((to - from) * 6 - fillBits) / BITS
  if (!Number.isInteger(count) || count < 0) return bad('length')
  const bits = new SixBits(ascii, from)
  const targets: TrackedTarget[] = []
  for (let i = 0; i < count; i++) {
    // The version of the protocol: there is no other yet.
    if (bits.next(2) !== 0) return bad('unsupported')
    const target = readTarget(bits)
    if (!target) return bad('value')
    targets.push(target)
  }
  return ok({ sentence: 'TTD', targets })
}

/** Undefined where an angle is beyond the circle. */
function readTarget(bits: SixBits): TrackedTarget | undefined {
  const targetNumber = bits.next(10)
  const [bearing, speed, course, heading] = [bits.next(12), bits.next(12), bits.next(12), bits.next(12)]
  const [status, operationMode, distance] = [bits.next(3), bits.next(1), bits.next(14)]
  const [speedMode, stabilisationMode] = [bits.next(1), bits.next(1)]
  bits.next(2)
  const correlationNumber = bits.next(8)
  if ([bearing, course, heading].some((each) => each > 3600 && each !== NO_ANGLE)) return undefined
  return {
    targetNumber,
    ...(bearing !== NO_ANGLE && { trueBearing: bearing / 10 }),
    ...(speed !== NO_SPEED && { speedKn: speed / 10 }),
    ...(course !== NO_ANGLE && { course: course / 10 }),
    ...(heading !== NO_ANGLE && { reportedHeading: heading / 10 }),
    status,
    operationMode,
    ...(distance !== NO_DISTANCE && { distance: distance / 100 }),
    speedMode,
    stabilisationMode,
    correlationNumber,
  }
}

const tenths = (value: number | undefined, missing: number): number =>
  value === undefined ? missing : Math.min(Math.round(value * 10), missing - 1)

function writeTarget(target: TrackedTarget): string {
  const { distance } = target
  return toSixBits([
    [0, 2],
    [target.targetNumber, 10],
    [tenths(target.trueBearing, NO_ANGLE), 12],
    [tenths(target.speedKn, NO_SPEED), 12],
    [tenths(target.course, NO_ANGLE), 12],
    [tenths(target.reportedHeading, NO_ANGLE), 12],
    [target.status, 3],
    [target.operationMode, 1],
    [distance === undefined ? NO_DISTANCE : Math.min(Math.round(distance * 100), NO_DISTANCE - 1), 14],
    [target.speedMode, 1],
    [target.stabilisationMode, 1],
    [0, 2],
    [target.correlationNumber, 8],
  ])
}

/** All sentences of one message; `sequence` tells it from the one before, where it takes more than one. */
export function writeTargets({ targets }: Ttd, talker: string, sequence = 0): string[] {
  const payload = targets.map(writeTarget).join('')
  const room = TARGETS_A_SENTENCE * CHARACTERS
  const count = Math.max(1, Math.ceil(payload.length / room))
  if (count > 255) throw new Error(`${targets.length} targets take more than 255 sentences`)
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(2, '0')
  return Array.from({ length: count }, (_, index) => {
    const part = payload.slice(index * room, (index + 1) * room)
    return sealed('!', `${talker}TTD,${hex(count)},${hex(index + 1)},${count > 1 ? sequence : ''},${part},0`)
  })
}
