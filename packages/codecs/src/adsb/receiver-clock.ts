import type { Timestamp } from '@csii/model'

const PER_MILLISECOND = 12_000
const DAY = 86_400_000
/** Receipt may lag or lead the receiver's GPS time by this and still agree with it. */
const GPS_TOLERANCE = 5000
/**
 * Frames that are so much later or earlier than those before them are of another receiver, or of one that started anew.
 */
const LONGEST_DELAY = 3000
/** How fast the bound below may rise: crystals run wrong by tens of millionths, and clocks are set. */
const DRIFT = 1e-3

/**
 * * Says when frames were heard, from the clock that the receiver stamps them with. Its start is unknown: the frame
 * that was passed on fastest gives the best bound of it, and takes out what a network adds to the others.
 */
export class ReceiverClock {
  #offset: number | undefined
  #last: Timestamp = 0

  timeOf(clock: number | undefined, receivedAt: Timestamp): Timestamp {
    if (clock === undefined) return receivedAt
    const gps = gpsTime(clock, receivedAt)
    if (gps !== undefined) return gps
    const ticks = clock / PER_MILLISECOND
    const offset = receivedAt - ticks
    const bound = this.#offset === undefined ? offset : this.#offset + Math.max(0, receivedAt - this.#last) * DRIFT
    const isAnother = offset - bound > LONGEST_DELAY || bound - offset > LONGEST_DELAY
    this.#offset = isAnother ? offset : Math.min(offset, bound)
    this.#last = receivedAt
    return this.#offset + ticks
  }
}

/**
 * * Receivers with GPS stamp the second of the day in 18 bits and the nanosecond in 30. Undefined when the bits are no
 * such time near the receipt: then they count something else.
 */
function gpsTime(clock: number, receivedAt: Timestamp): Timestamp | undefined {
  const seconds = Math.floor(clock / 2 ** 30)
  const nanoseconds = clock % 2 ** 30
  if (seconds >= 86_400 || nanoseconds >= 1e9) return undefined
  const early = receivedAt - GPS_TOLERANCE
  const ofDay = seconds * 1000 + nanoseconds / 1e6
  const time = early + ((((ofDay - early) % DAY) + DAY) % DAY)
  return time - receivedAt <= GPS_TOLERANCE ? time : undefined
}
