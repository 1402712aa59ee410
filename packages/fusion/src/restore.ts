import { degreesToRadians, OCCASIONAL, type Track } from '@csii/model'
import { holdClaim } from './claims.ts'
import { isAircraft } from './identity/station.ts'
import type { Key } from './key.ts'
import { newMeasure } from './measure.ts'
import type { Scene } from './scene.ts'
import { isPlace, soundCovariance } from './sound.ts'
import type { Followed } from './tracks/followed.ts'

/** Of a velocity that was believed before the node stopped, (m/s)². */
const SPEED_VARIANCE = 0.25
/** What was shown was believed to be there. */
const EXISTENCE = 0.99

/** Takes up a track of an earlier run with its true age; none where its identity is followed already. */
export function restoreTrack(scene: Scene, saved: Track, key: Key): Followed | undefined {
  if (scene.identities.has(key)) return undefined
  const track = scene.start(saved.heardAt)
  track.isConfirmed = true
  track.existence = saved.existence ?? EXISTENCE
  track.isAirborne = isAircraft(saved.claim)
  track.isOccasional = OCCASIONAL.has(saved.fix?.means ?? 'unknown')
  for (const { field, value, sensorId, time } of saved.claims) holdClaim(track, { [field]: value }, sensorId, time)
  track.claim = saved.claim
  track.contributors = saved.contributors.map((contributor) => ({ ...contributor }))
  track.conflicts = [...saved.conflicts]
  track.headingDeg = saved.headingDeg
  track.altitude = saved.altitude
  track.statedCourseDeg = saved.courseDeg
  track.revision = saved.revision ?? 0
  track.revisedFrom = saved.revisedFrom
  place(scene, track, saved)

  const identity = scene.identityOf(key)
  scene.own(track, identity)
  identity.isClassB = saved.claim.station === 'class-b'
  identity.reports = saved.contributors.reduce((sum, { plots }) => sum + plots, 0)
  identity.isHeardNear = !track.isOccasional
  identity.lastAt = saved.fix?.time ?? saved.heardAt
  identity.receivedAt = saved.heardAt
  return track
}

function place(scene: Scene, track: Followed, { fix, speed, courseDeg, darkness }: Track): void {
  const covariance = fix && soundCovariance(fix.covariance)
  if (!covariance || !isPlace(fix.position)) return
  const { position, time, means } = fix
  const measure = {
    ...newMeasure(), ...position, time, rxx: covariance.ee, rxy: covariance.en, ryy: covariance.nn, sensor: -1,
  }
  if (speed !== undefined && (courseDeg !== undefined || speed === 0)) {
    const course = degreesToRadians(courseDeg ?? 0)
    measure.vx = speed * Math.sin(course)
    measure.vy = speed * Math.cos(course)
    measure.velocityVariance = SPEED_VARIANCE
  }
  scene.place(track, measure)
  track.lastMeans = means
  track.firstAt = time
  track.lastReportAt = darkness?.since ?? time
}
