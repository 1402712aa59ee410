import { OCCASIONAL, type Claim, type HeldClaim } from '@csii/model'
import { dropClaims, holdClaim } from '../claims.ts'
import { identityKey } from '../key.ts'
import { newMeasure } from '../measure.ts'
import type { Measure } from '../motion/body.ts'
import { MIXED_COVARIANCE, MIXED_MEAN, UU, VV, XX, XY, YY } from '../motion/layout.ts'
import type { Followed, Identity } from '../tracks/followed.ts'
import type { Scene } from '../scene.ts'
import type { Done, Hands } from './hands.ts'

/** By so much the plot of another sensor must fit the part that was split off better than the whole, as by a number. */
const RELUCTANCE = 6
/** Taken back, both are one again where they lie no further apart than this, squared Mahalanobis distance. */
const ONE_AGAIN = 25

/** What this sensor adds to the track is another object: it begins here and takes over all that the sensor showed. */
export function split(hands: Hands, track: Followed, sensorId: string): Done | string {
  const { scene, numbers } = hands
  const own = track.contributors.find((contributor) => contributor.sensorId === sensorId)
  if (!own) return `${sensorId} adds nothing to ${track.id}.`
  if (track.contributors.length === 1) return `${track.id} is made of ${sensorId} alone: there is nothing to split off.`
  if (!track.body) return `Nobody has said where ${track.id} is.`

  const other = scene.start(own.lastAt)
  if (!scene.tracks.has(track)) return `There was no room for another track, and ${track.id} gave way.`
  other.existence = track.existence
  other.isConfirmed = true
  other.isAirborne = track.isAirborne
  other.isOccasional = OCCASIONAL.has(scene.meansOf(sensorId))
  other.lastMeans = track.lastMeans
  other.altitude = track.altitude
  beginWhere(scene, track, other, scene.sensorIndex(sensorId))
  passSightings(scene, track, other, sensorId)
  passIdentity(scene, track, other, sensorId)
  track.contributors = track.contributors.filter((contributor) => contributor !== own)
  other.contributors = [own]
  const scanner = scene.scanners.get(sensorId)
  if (scanner) numbers.pass(track, other, scanner)
  const others = track.contributors.map((contributor) => contributor.sensorId)
  holdApart(track, other, sensorId, others)

  const tracks = [track, other]
  return {
    tracks,
    takeBack() {
      const [whole, part] = [tracks[0]!, tracks[1]!]
      letTogether(whole, part, sensorId, others)
      if (!areAlive(scene, whole, part) || !isOneAgain(whole, part)) return
      hands.join(whole, part, whole.identity ?? part.identity)
    },
  }
}

/** Where the plots of the sensor say that it is; where none is remembered, where the track is. */
function beginWhere(scene: Scene, track: Followed, other: Followed, sensor: number): void {
  const [first = presentOf(track, sensor), ...rest] = track.body!.measuresOf(sensor)
  scene.place(other, first)
  for (const measure of rest) if (other.body!.take(measure)) other.fixes++
  scene.grid.put(other, other.body!.time)
}

function presentOf({ body }: Followed, sensor: number): Measure {
  const { s, frame } = body!
  const [mean, cov] = [MIXED_MEAN, MIXED_COVARIANCE]
  return {
    ...newMeasure(), ...frame.point(s[mean]!, s[mean + 1]!), time: body!.time, sensor,
    rxx: s[cov + XX]!, rxy: s[cov + XY]!, ryy: s[cov + YY]!,
    vx: s[mean + 2]!, vy: s[mean + 3]!, velocityVariance: Math.max(s[cov + UU]!, s[cov + VV]!),
  }
}

function passSightings(scene: Scene, track: Followed, other: Followed, sensorId: string): void {
  const scanner = scene.scanners.get(sensorId)
  const at = track.looks.findIndex((look) => look.scanner === scanner)
  if (at < 0) return
  const [look] = track.looks.splice(at, 1)
  other.looks.push(look!)
  other.lastEchoAt = look!.seenAt
  other.echoes = Math.min(track.echoes, other.fixes)
  track.echoes -= other.echoes
  track.lastEchoAt = track.looks.reduce((latest, { seenAt }) => Math.max(latest, seenAt), -Infinity)
}

/** What the sensor heard it say goes with it; the identity too, which stays with both where others heard it as well. */
function passIdentity(scene: Scene, track: Followed, other: Followed, sensorId: string): void {
  const { identity } = track
  const heard = track.claims.filter((held) => held.sensorId === sensorId)
  for (const held of heard) holdClaim(other, { [held.field]: held.value }, sensorId, held.time)
  if (!identity || !isStatedBy(scene, heard, identity)) return
  dropClaims(track, (held) => heard.includes(held))
  scene.own(other, identity)
  other.lastReportAt = track.lastReportAt
  other.lastReport = track.lastReport
  other.headingDeg = track.headingDeg
  other.statedCourseDeg = track.statedCourseDeg
  if (isStatedByAny(scene, track.claims, identity)) return
  if (track.isPinned) [track.isPinned, other.isPinned] = [false, true]
  scene.disown(track)
  track.lastReportAt = -Infinity
  track.lastReport = undefined
}

const isStatedByAny = (scene: Scene, claims: readonly HeldClaim[], identity: Identity): boolean =>
  claims.some((held) => isStatedBy(scene, claims.filter(({ sensorId }) => sensorId === held.sensorId), identity))

function isStatedBy({ aliases }: Scene, claims: readonly HeldClaim[], { key }: Identity): boolean {
  const claim: Claim = Object.fromEntries(claims.map(({ field, value }) => [field, value]))
  const stated = identityKey(claim)
  return stated !== undefined && (aliases.get(stated) ?? stated) === key
}

function holdApart(track: Followed, other: Followed, sensorId: string, others: readonly string[]): void {
  track.apartFrom = new Set([...(track.apartFrom ?? []), other.serial])
  other.apartFrom = new Set([...(other.apartFrom ?? []), track.serial])
  track.reluctance = new Map([...(track.reluctance ?? []), [sensorId, Infinity]])
  other.reluctance = new Map(others.map((id) => [id, RELUCTANCE]))
}

function letTogether(track: Followed, other: Followed, sensorId: string, others: readonly string[]): void {
  track.apartFrom?.delete(other.serial)
  other.apartFrom?.delete(track.serial)
  track.reluctance?.delete(sensorId)
  for (const id of others) other.reluctance?.delete(id)
}

const areAlive = ({ tracks }: Scene, one: Followed, other: Followed): boolean =>
  tracks.has(one) && tracks.has(other) && one !== other

function isOneAgain({ body: a }: Followed, { body: b }: Followed): boolean {
  if (!a || !b) return false
  const place = b.frame.point(b.s[MIXED_MEAN]!, b.s[MIXED_MEAN + 1]!)
  const dt = (b.time - a.time) / 1000
  const x = a.frame.x(place.lat, place.lon)
  const dx = x - a.s[MIXED_MEAN]! - dt * a.s[MIXED_MEAN + 2]!
  const dy = a.frame.y(place.lat, x) - a.s[MIXED_MEAN + 1]! - dt * a.s[MIXED_MEAN + 3]!
  const variance = (entry: number, rate: number): number =>
    a.s[MIXED_COVARIANCE + entry]! + b.s[MIXED_COVARIANCE + entry]! + dt * dt * a.s[MIXED_COVARIANCE + rate]!
  return (dx * dx) / variance(XX, UU) + (dy * dy) / variance(YY, VV) < ONE_AGAIN
}
