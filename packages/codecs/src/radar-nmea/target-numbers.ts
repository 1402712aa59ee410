import type { LatLon, Timestamp } from '@csii/model'
import type { Place } from '../polar.ts'
import { lengthOf, offsetOf } from './plane.ts'
import type { Sighting } from './sighting.ts'

/** One number of one radar, and the object that it stands for at present. */
interface Followed {
  generation: number
  isLost: boolean
  place: Place
  time: Timestamp
  heardAt: Timestamp
  rank: number
  seconds: number | undefined
}

/** A radar turns at least twelve times a minute and forgets a target after some turns: later it is another. */
const MOST_SILENCE = 60_000

/** Metres a second. A radar must follow 100 knots (MSC.192(79), § 5.25.4.7.1); what is faster is another object. */
const FASTEST = 60
/** Metres, beside three deviations: a target is as long as that, and its echo wanders over it. */
const LENGTH = 100

/** Of one target no two reports of one turn: the fastest radars turn once a second and a half. */
const ONE_TURN = 1000
/** A sentence of lower rank speaks again when the better one has been silent for so long. */
const PREFERENCE = 10_000

/** No radar has more targets; a network with many radars has room for some. */
const MOST_NUMBERS = 4096

/**
 * Tells what a target number stands for. Radars use a number again for another target, so that it is counted how often
 * it did: the fourth object that was called 7 is `7.4`.
 */
export class TargetNumbers {
  readonly #followed = new Map<string, Followed>()

  /** The radar has lost the target: the number stands for nothing. `source` is the radar's name in its network. */
  lose(number: number, source: string | undefined): void {
    const followed = this.#followed.get(keyOf(number, source))
    if (followed) followed.isLost = true
  }

  /** What the target is called from here on; undefined where another sentence has told this look at it already. */
  take(
    sighting: Sighting,
    source: string | undefined,
    place: Place,
    time: Timestamp,
    heardAt: Timestamp,
  ): string | undefined {
    const { rank, seconds } = sighting
    const key = keyOf(sighting.number, source)
    const last = this.#followed.get(key)
    const isSame = last !== undefined && isSameObject(last, place, time, heardAt)
    const isRepeated = isSame && isToldAlready(last, sighting, place, heardAt)
    if (isRepeated && rank <= last.rank) return undefined
    const generation = last ? last.generation + (isSame ? 0 : 1) : 1
    if (!last && this.#followed.size >= MOST_NUMBERS) this.#forgetOldest()
    this.#followed.set(key, { generation, isLost: false, place, time, heardAt, rank, seconds })
    return isRepeated ? undefined : `${key}.${generation}`
  }

  #forgetOldest(): void {
    const [oldest] = this.#followed.keys()
    if (oldest !== undefined) this.#followed.delete(oldest)
  }
}

const keyOf = (number: number, source: string | undefined): string =>
  source === undefined ? String(number) : `${source}/${number}`

function isSameObject(last: Followed, place: Place, time: Timestamp, heardAt: Timestamp): boolean {
  if (last.isLost || Math.abs(heardAt - last.heardAt) > MOST_SILENCE) return false
  const reach = (FASTEST * Math.abs(time - last.time)) / 1000 + LENGTH + 3 * (spreadOf(last.place) + spreadOf(place))
  return lengthOf(offsetOf(last.place.position, place.position)) <= reach
}

/** A clock that stands still must not silence a radar: the same time says little where the place is another. */
function isToldAlready(last: Followed, { rank, seconds }: Sighting, place: Place, heardAt: Timestamp): boolean {
  const since = Math.abs(heardAt - last.heardAt)
  if (since > PREFERENCE) return false
  if (rank < last.rank) return true
  if (seconds === undefined || last.seconds === undefined) return rank > last.rank && since < ONE_TURN
  return seconds === last.seconds && (rank > last.rank || isEqual(place.position, last.place.position))
}

const isEqual = (a: LatLon, b: LatLon): boolean => a.lat === b.lat && a.lon === b.lon

/** A deviation that is not less than that in any direction, metres. */
const spreadOf = ({ covariance: { ee, nn } }: Place): number => Math.sqrt(ee + nn)
