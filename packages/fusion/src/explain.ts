import type { Explanation, IdentityCandidate, Judgement, Motion, TakenPlot } from '@csii/model'
import { WEIGHTS_AT_BIRTH } from './motion/imm.ts'
import { MANOEUVRING, MIXED_COVARIANCE, MIXED_MEAN, STEADY, TURNING, UU, VV, WEIGHTS, XX, YY } from './motion/layout.ts'
import type { Scene } from './scene.ts'
import { placeOf, type Followed, type Look } from './tracks/followed.ts'
import { identityProbability } from './view.ts'

/** Why a track is as it is, from what is remembered of it. */
export function explanationOf(track: Followed, scene: Scene, judgements: readonly Judgement[]): Explanation {
  return {
    trackId: track.id,
    existence: track.existence,
    motion: motionOf(track),
    taken: takenBy(track, scene),
    rejected: track.rejected.toReversed(),
    identities: candidatesOf(track, scene),
    judgements,
  }
}

function motionOf({ body }: Followed): Motion {
  const weight = (model: number): number => (body ? body.s[WEIGHTS + model]! : WEIGHTS_AT_BIRTH[model]!)
  return { steady: weight(STEADY), turning: weight(TURNING), manoeuvring: weight(MANOEUVRING) }
}

function takenBy({ body }: Followed, scene: Scene): TakenPlot[] {
  const taken: TakenPlot[] = []
  body?.eachTaken((time, position, sensor, distanceSquared, weight) =>
    taken.push({ sensorId: scene.sensorIds[sensor]!, time, position, distanceSquared, weight }))
  return taken.toSorted((a, b) => b.time - a.time)
}

/** Vessels per square metre where a few are about: 1 in 10 km². */
const VESSELS = 1e-7
/** Their velocities spread so, (m/s)². */
const VELOCITY_VARIANCE = 36
/** An echo and an antenna are of different places on the hull, m². */
const HULL_VARIANCE = 15 ** 2
/** Of two tracks that one radar tells apart, so many are one object all the same. */
const SEEN_APART = 0.02
/** Below this nobody need be told. */
const LEAST_PROBABILITY = 0.01
/** As many as a person looks through. */
const MOST_CANDIDATES = 5

/**
 * The track's own identity, and those of the tracks beside it that may be the same object: the likelihood of where both
 * are and how both move if they are one, against that of another vessel being there by chance.
 */
function candidatesOf(track: Followed, scene: Scene): IdentityCandidate[] {
  const own = track.identity ? identityProbability(track) : 0
  const ratios = new Map<string, number>()
  const place = placeOf(track)
  if (place && !track.isPinned) {
    scene.grid.near(place.lat, place.lon, (other) => {
      if (other === track || !other.identity || other.identity === track.identity || other.isPinned) return
      if (other.isAirborne !== track.isAirborne || track.apartFrom?.has(other.serial)) return
      const identity = String(other.identity.key)
      const ratio = likeness(track, other) * (isSeenApart(track, other) ? SEEN_APART : 1) * identityProbability(other)
      ratios.set(identity, Math.max(ratio, ratios.get(identity) ?? 0))
    })
  }
  const sum = [...ratios.values()].reduce((a, b) => a + b, 1)
  const others = [...ratios].map(([identity, ratio]): IdentityCandidate =>
    ({ identity, probability: ((1 - own) * ratio) / sum }))
  const mine = track.identity ? [{ identity: String(track.identity.key), probability: own }] : []
  const worthTelling = others.filter(({ probability }) => probability >= LEAST_PROBABILITY)
  return [...mine, ...worthTelling]
    .toSorted((a, b) => b.probability - a.probability || (a.identity < b.identity ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
}

/** How much likelier it is that both are where they are as one object than as two, along the axes of both. */
function likeness(one: Followed, other: Followed): number {
  const [a, b] = [one.body!, other.body!]
  const later = Math.max(a.time, b.time)
  const gone = (later - b.time) / 1000
  const place = b.frame.point(
    b.s[MIXED_MEAN]! + gone * b.s[MIXED_MEAN + 2]!, b.s[MIXED_MEAN + 1]! + gone * b.s[MIXED_MEAN + 3]!,
  )
  const dt = (later - a.time) / 1000
  const x = a.frame.x(place.lat, place.lon)
  const dx = x - a.s[MIXED_MEAN]! - dt * a.s[MIXED_MEAN + 2]!
  const dy = a.frame.y(place.lat, x) - a.s[MIXED_MEAN + 1]! - dt * a.s[MIXED_MEAN + 3]!
  const more = dt * dt + HULL_VARIANCE
  const position = density(dx, variance(one, XX) + variance(other, XX) + more,
    dy, variance(one, YY) + variance(other, YY) + more)
  const velocity = density(a.s[MIXED_MEAN + 2]! - b.s[MIXED_MEAN + 2]!, variance(one, UU) + variance(other, UU),
    a.s[MIXED_MEAN + 3]! - b.s[MIXED_MEAN + 3]!, variance(one, VV) + variance(other, VV))
  return (position / VESSELS) * velocity * 2 * Math.PI * VELOCITY_VARIANCE
}

const variance = ({ body }: Followed, entry: number): number => body!.s[MIXED_COVARIANCE + entry]!

/** Of a Gaussian in two dimensions whose axes are those of the frame. */
const density = (dx: number, vx: number, dy: number, vy: number): number =>
  Math.exp(-(dx * dx) / (2 * vx) - (dy * dy) / (2 * vy)) / (2 * Math.PI * Math.sqrt(vx * vy))

/** One radar shows both at once. */
const isSeenApart = (one: Followed, other: Followed): boolean =>
  one.looks.some((look) =>
    isShowing(look) && other.looks.some((beside) => beside.scanner === look.scanner && isShowing(beside)))

const isShowing = ({ misses, seenAt }: Look): boolean => misses === 0 && seenAt > -Infinity
