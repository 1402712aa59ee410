import type { Means, Timestamp } from '@csii/model'
import { Body, BODY_LENGTH, type Measure } from './motion/body.ts'
import { AIRBORNE, FIXED, SURFACE } from './motion/imm.ts'
import { Pool } from './motion/pool.ts'
import { newIdentity } from './identity/identity.ts'
import type { Key } from './key.ts'
import { Scanner, type SensorFacts } from './sensing/scanner.ts'
import type { Followed, Identity } from './tracks/followed.ts'
import { Grid } from './tracks/grid.ts'

/** More than objects with two names that one nation sees; whoever invents names cannot fill memory. */
const MOST_ALIASES = 4096

/** Everything that is believed of one world, live or simulated: what the steps of the tracker work on. */
export class Scene {
  readonly simulated: boolean
  readonly tracks = new Set<Followed>()
  /** Those not confirmed: most come to nothing soon. */
  readonly tentative = new Set<Followed>()
  readonly grid = new Grid()
  readonly pool = new Pool(BODY_LENGTH)
  readonly identities = new Map<Key, Identity>()
  /** Identities that a person has said to be of one object: what states the first is of the second. */
  readonly aliases = new Map<Key, Key>()
  readonly scanners = new Map<string, Scanner>()
  /** Tracks within the cover of each scanner when it was last looked through, and those it has seen since. */
  readonly watched = new Map<Scanner, Set<Followed>>()
  /** Tracks that changed since the last view, and those that are gone. */
  readonly changed: Followed[] = []
  readonly gone: Followed[] = []
  readonly #nextSerial: () => number
  readonly #factsOf: (sensorId: string) => SensorFacts
  readonly #makeRoom: () => void
  readonly #sensors = new Map<string, number>()
  readonly sensorIds: string[] = []

  constructor(
    simulated: boolean, nextSerial: () => number, factsOf: (sensorId: string) => SensorFacts, makeRoom: () => void,
  ) {
    this.simulated = simulated
    this.#nextSerial = nextSerial
    this.#factsOf = factsOf
    this.#makeRoom = makeRoom
  }

  sensorIndex(sensorId: string): number {
    const known = this.#sensors.get(sensorId)
    if (known !== undefined) return known
    this.#sensors.set(sensorId, this.sensorIds.length)
    this.sensorIds.push(sensorId)
    return this.sensorIds.length - 1
  }

  meansOf = (sensorId: string): Means => this.#factsOf(sensorId).means

  scannerOf(sensorId: string): Scanner {
    const known = this.scanners.get(sensorId)
    if (known) return known
    const scanner = new Scanner(sensorId, this.sensorIndex(sensorId), this.#factsOf(sensorId))
    // In which order sensors were first heard must not matter.
    const sorted = [...this.scanners, [sensorId, scanner] as const].toSorted(([a], [b]) => (a < b ? -1 : 1))
    this.scanners.clear()
    for (const [id, each] of sorted) this.scanners.set(id, each)
    this.watched.set(scanner, new Set())
    return scanner
  }

  /** What states the one identity states the other from now on. */
  bind(alias: Key, key: Key): void {
    for (const [each, of] of this.aliases) if (of === alias) this.aliases.set(each, key)
    this.aliases.delete(key)
    this.aliases.set(alias, key)
    if (this.aliases.size <= MOST_ALIASES) return
    const [oldest] = this.aliases.keys()
    this.aliases.delete(oldest!)
  }

  identityOf(stated: Key): Identity {
    const key = this.aliases.size > 0 ? (this.aliases.get(stated) ?? stated) : stated
    const known = this.identities.get(key)
    if (known) return known
    const identity = newIdentity(key)
    this.identities.set(key, identity)
    return identity
  }

  /** A track of which nothing is known yet but that something was heard. */
  start(heardAt: Timestamp): Followed {
    this.#makeRoom()
    const serial = this.#nextSerial()
    const track: Followed = {
      serial, id: `${this.simulated ? 'SIM' : 'T'}-${serial}`, simulated: this.simulated,
      body: undefined, existence: 0, isConfirmed: false, isShown: false,
      isAirborne: false, isFixed: false, isOccasional: false, fixes: 0, echoes: 0, firstAt: heardAt, heardAt,
      lastEchoAt: -Infinity, lastReportAt: -Infinity, lastReport: undefined, antenna: 0, looks: [],
      identity: undefined, claims: [], claim: {}, contributors: [], conflicts: [], lastMeans: 'unknown',
      headingDeg: undefined, altitude: undefined, statedCourseDeg: undefined, suspicion: undefined, rejected: [],
      beside: undefined, gridLat: 0, gridLon: 0, view: undefined,
      revision: 0, revisedFrom: undefined, apartFrom: undefined, reluctance: undefined, isPinned: false, into: undefined,
      cell: -1, isCoarse: false, gridAt: -Infinity, gridUntil: Infinity, place: 0, isDirty: false, row: -1,
    }
    this.tracks.add(track)
    return track
  }

  /** Gives a track its first place. */
  place(track: Followed, measure: Measure): void {
    track.body = new Body(this.pool, measure, track.isFixed ? FIXED : track.isAirborne ? AIRBORNE : SURFACE)
    track.fixes = 1
    this.grid.put(track, measure.time)
  }

  drop(track: Followed): void {
    if (!this.tracks.delete(track)) return
    this.tentative.delete(track)
    this.grid.remove(track)
    if (track.body) this.pool.give(track.body.s)
    track.body = undefined
    this.disown(track)
    // What is gone holds nothing that may be gone too.
    track.beside = undefined
    this.gone.push(track)
  }

  /** The track no longer states its identity. */
  disown(track: Followed): void {
    const { identity } = track
    if (!identity) return
    track.identity = undefined
    const at = identity.tracks.indexOf(track)
    if (at >= 0) identity.tracks.splice(at, 1)
    if (identity.tracks.length === 0) this.identities.delete(identity.key)
  }

  own(track: Followed, identity: Identity): void {
    if (track.identity === identity) return
    this.disown(track)
    track.identity = identity
    identity.tracks.push(track)
    this.identities.set(identity.key, identity)
  }

  touch(track: Followed): void {
    if (track.isDirty) return
    track.isDirty = true
    this.changed.push(track)
  }
}
