import type { LatLon, Timestamp } from '@csii/model'
import { lookOf, type Followed, type Look } from '../tracks/followed.ts'
import { expectedInterval } from '../identity/expected.ts'
import { isGone } from '../lifetime.ts'
import type { Scene } from '../scene.ts'
import { isAtOdds } from './at-odds.ts'
import type { Scanner } from '../sensing/scanner.ts'

/** For how many looks the sensor's own detection probability there counts beside the object's. */
const PRIOR_LOOKS = 6
/** Each look counts so much less than the next. */
const FADING = 0.97
/** A look is missed once so many turns have passed. */
const OVERDUE = 1.35
/** Probability that an object does not leave the world from one look to the next. */
const SURVIVES = 0.9995
/** However seldom or often an object was seen, it may be missed or seen the next time. */
const LEAST_PD = 0.02
const MOST_PD = 0.98
/** Beyond its range a sensor sees next to nothing. */
const OUT_OF_SIGHT = 0.001

/** Probability that the sensor sees this object when it looks: what it shows of the place, and of this object. */
export function detectionOf(
  track: Followed, scanner: Scanner, position: LatLon, look = lookOf(track, scanner),
): number {
  if (scanner.isBlindAt(position)) return OUT_OF_SIGHT
  const there = scanner.detection.at(position)
  if (!look) return Math.min(MOST_PD, there)
  const pd = (look.seen + PRIOR_LOOKS * there) / (look.looks + PRIOR_LOOKS)
  return Math.max(LEAST_PD, Math.min(MOST_PD, pd))
}

/** The sensor saw the object. */
export function seeIn(scene: Scene, track: Followed, scanner: Scanner, time: Timestamp, position: LatLon): void {
  const look = lookOf(track, scanner)
  if (!look) {
    scene.watched.get(scanner)!.add(track)
    track.looks.push({ scanner, lastAt: time, seenAt: time, looks: 1, seen: 1, misses: 0 })
    return
  }
  if (track.isConfirmed) {
    if (look.misses === 0 && look.seenAt > -Infinity) scanner.clock.learn((time - look.seenAt) / 1000)
    scanner.detection.learn(position.lat, position.lon, true)
  }
  look.looks = look.looks * FADING + 1
  look.seen = look.seen * FADING + 1
  look.misses = 0
  look.seenAt = Math.max(look.seenAt, time)
  look.lastAt = Math.max(look.lastAt, time)
}

/** What a look without an echo tells of whether the object exists (IPDA; Musicki, Evans, Stankovic 1994). */
function miss(scene: Scene, track: Followed, look: Look, position: LatLon): void {
  const { scanner } = look
  const pd = detectionOf(track, scanner, position, look)
  const p = track.existence * SURVIVES
  // What states that it is there is there: a missing echo then casts doubt on what it states, not on its existence.
  if (look.scanner.latest - track.lastReportAt > reportHolds(track)) track.existence = (p * (1 - pd)) / (1 - p * pd)
  if (track.isConfirmed) scene.touch(track)
  look.misses++
  look.looks = look.looks * FADING + 1
  look.seen *= FADING
  // Where something else says that it is there, a miss is the sensor's own.
  if (track.isConfirmed && track.identity && look.seenAt > -Infinity) {
    scanner.detection.learn(position.lat, position.lon, false)
  }
}

/** What only this sensor followed has gone out of its sight: nobody knows for long that it is still there. */
function leave(scene: Scene, track: Followed, look: Look): void {
  if (look.scanner.latest - track.lastReportAt <= reportHolds(track)) return
  if (track.looks.some((other) => other !== look && other.seenAt > look.seenAt)) return
  track.existence *= OUT_OF_SIGHT_KEEPS
  if (track.isConfirmed) scene.touch(track)
}

/** From one turn to the next. */
const OUT_OF_SIGHT_KEEPS = 0.85

/**
 * Lets the sensor's turns pass: each track within its cover that it has not shown in its turn was looked for and not
 * seen. A sensor from which nothing comes at all has not looked.
 */
export function passTurns(scene: Scene, scanner: Scanner): void {
  const { period, patience } = scanner
  const settled = scanner.latest - scanner.jitter
  if (settled - scanner.checkedAt < period / 4) return
  scanner.checkedAt = settled
  watchAll(scene, scanner, settled)
  const watched = scene.watched.get(scanner)!
  for (const track of watched) {
    const { body } = track
    if (!body) {
      watched.delete(track)
      continue
    }
    // What a person says this sensor does not show, it does not miss.
    if (track.reluctance?.get(scanner.id) === Infinity) continue
    const look = lookOf(track, scanner)
    if (look && settled - look.lastAt < OVERDUE * patience) continue
    const position = gridPlace(track)
    const isCovered = scanner.covers(position)
    if (!isCovered && (!look || look.seenAt === -Infinity)) continue
    if (!look) {
      const lastAt = Math.max(settled, track.firstAt)
      track.looks.push({ scanner, lastAt, seenAt: -Infinity, looks: 0, seen: 0, misses: 0 })
      continue
    }
    const turns = Math.floor((settled - look.lastAt) / patience)
    look.lastAt += turns * patience
    for (let turn = 0; turn < Math.min(turns, MOST_TURNS); turn++) {
      if (isCovered) miss(scene, track, look, position)
      else leave(scene, track, look)
    }
    if (track.isConfirmed && isGone(track)) scene.drop(track)
  }
}

/** Now and then finds which tracks lie within the sensor's cover. */
function watchAll(scene: Scene, scanner: Scanner, now: Timestamp): void {
  if (now - scanner.watchedAt < WATCH_EVERY) return
  scanner.watchedAt = now
  const watched = scene.watched.get(scanner)!
  for (const track of scene.tracks) {
    if (!track.body) continue
    const hasSeen = (lookOf(track, scanner)?.seenAt ?? -Infinity) > now - FOLLOWED_OUT
    if (hasSeen || scanner.covers(gridPlace(track))) watched.add(track)
    else watched.delete(track)
  }
  scanner.isAtOdds = isAtOdds(scanner, watched, now)
}

/** Milliseconds: nothing afloat crosses a radar's edge by more than a few hundred metres meanwhile. */
const WATCH_EVERY = 10_000
/** A track that has left the cover is looked after for so long, ms. */
const FOLLOWED_OUT = 300_000

const gridPlace = ({ gridLat, gridLon }: Followed): LatLon => ({ lat: gridLat, lon: gridLon })

/** For so long after its last report an object is taken to be there still, ms: until so many more were due. */
const reportHolds = (track: Followed): number =>
  1000 * OVERDUE_REPORTS * expectedInterval(track, track.identity) + (track.identity?.delay ?? 0)
const OVERDUE_REPORTS = 3

/** After a pause of the whole system a track is not judged by more than this. */
const MOST_TURNS = 3
