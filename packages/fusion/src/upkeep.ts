import type { Timestamp } from '@csii/model'
import { speedOf } from './identity/expected.ts'
import { isGone } from './lifetime.ts'
import { AIRBORNE } from './motion/imm.ts'
import { MIXED_COVARIANCE, UU, VV } from './motion/layout.ts'
import type { Scene } from './scene.ts'
import { placeOf, type Followed } from './tracks/followed.ts'

/** Tracks that came to nothing are gone, and their plots were clutter. */
export function dropTentative(scene: Scene): void {
  for (const track of scene.tentative) {
    if (!isGone(track)) continue
    countClutter(track)
    scene.drop(track)
  }
}

/** Of the others those that nothing is seen of any more; the rest is looked for where it will be. */
export function keepUp(scene: Scene, now: Timestamp): void {
  for (const track of scene.tracks) {
    if (track.isConfirmed && isGone(track)) {
      scene.drop(track)
      continue
    }
    if (isTooFast(track)) fly(track)
    if (now > track.gridUntil || now < track.gridAt) scene.grid.put(track, now)
  }
}

/** Nothing afloat goes so fast for long, m/s: 72 kn. */
export const FASTEST_AFLOAT = 37

function isTooFast(track: Followed): boolean {
  if (!track.isConfirmed || track.isAirborne || track.identity || track.fixes <= 4) return false
  const { s } = track.body!
  return speedOf(track) - 3 * Math.sqrt(s[MIXED_COVARIANCE + UU]! + s[MIXED_COVARIANCE + VV]!) > FASTEST_AFLOAT
}

function fly(track: Followed): void {
  track.isAirborne = true
  track.body!.agility = AIRBORNE
}

function countClutter(track: Followed): void {
  const position = placeOf(track)!
  const look = track.looks.find(({ seenAt }) => seenAt > -Infinity)
  for (let fix = 0; fix < track.fixes; fix++) look?.scanner.clutter.count(position, look.scanner.scans)
}
