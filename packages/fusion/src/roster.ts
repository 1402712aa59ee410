import type { Timestamp } from '@csii/model'
import type { Key } from './key.ts'
import { startTrack, type LiveTrack, type Tie } from './live-track.ts'

/** Every track that is held, by its id and by what its plots are known by. */
export interface Roster {
  readonly tracks: Map<string, LiveTrack>
  find(key: Key, simulated: boolean): LiveTrack | undefined
  /** The track of this key, started when there is none. */
  trackOf(key: Key, tie: Tie, simulated: boolean, heardAt: Timestamp): LiveTrack
  /** A track that only the place of its plots ties together. */
  start(simulated: boolean, heardAt: Timestamp): LiveTrack
  drop(track: LiveTrack): void
}

/** One in so many tracks goes at a time when there is no room, so that a flood of identities stays cheap. */
const EVICTED_SHARE = 64

/** Tracks followed for longer than this are worth the same: 16 reports. */
const MOST_WORTH = 5

/**
 * Bounded: when it is full, tracks go that only a sensor with more than its share tells of; first those that no second
 * report confirmed, those followed longest last, and of like ones those heard longest ago. So a flood of invented
 * identities pushes itself out, and neither the ships of its own sensor nor those of the others.
 */
export function createRoster(maxTracks: number, dropped: (track: LiveTrack) => void): Roster {
  const tracks = new Map<string, LiveTrack>()
  const live = new Map<Key, LiveTrack>()
  const simulated = new Map<Key, LiveTrack>()
  const byKey = (isSimulated: boolean) => (isSimulated ? simulated : live)
  let serial = 0

  function drop(track: LiveTrack): void {
    tracks.delete(track.id)
    if (track.key !== undefined) byKey(track.simulated).delete(track.key)
    dropped(track)
  }

  function evict(): void {
    const crowding = crowdingAmong(tracks)
    const ranked = [...tracks.values()].map((track) => {
      const shareWorth = crowding.has(soleSensorOf(track)) ? 0 : MOST_WORTH + 1
      return { track, worth: shareWorth + worthOf(track) }
    })
    ranked.sort((a, b) => a.worth - b.worth || a.track.heardAt - b.track.heardAt)
    for (const { track } of ranked.slice(0, Math.ceil(maxTracks / EVICTED_SHARE))) drop(track)
  }

  function add(beginning: Parameters<typeof startTrack>[1]): LiveTrack {
    if (tracks.size >= maxTracks) evict()
    const track = startTrack(++serial, beginning)
    tracks.set(track.id, track)
    return track
  }

  return {
    tracks,
    drop,
    find: (key, isSimulated) => byKey(isSimulated).get(key),
    trackOf(key, tie, isSimulated, heardAt) {
      const known = byKey(isSimulated).get(key)
      if (known) return known
      const track = add({ key, tie, simulated: isSimulated, heardAt })
      byKey(isSimulated).set(key, track)
      return track
    },
    start: (isSimulated, heardAt) => add({ tie: 'place', simulated: isSimulated, heardAt }),
  }
}

const worthOf = ({ fixes }: LiveTrack): number => (fixes === 0 ? 0 : Math.min(MOST_WORTH, 1 + Math.floor(Math.log2(fixes))))

/** The only sensor that tells of a track; none when others do too, or nobody does yet. */
const soleSensorOf = ({ contributors }: LiveTrack): string | undefined =>
  contributors.length === 1 ? contributors[0]!.sensorId : undefined

/** Sensors that alone tell of more tracks than an equal share would be. */
function crowdingAmong(tracks: ReadonlyMap<string, LiveTrack>): ReadonlySet<string | undefined> {
  const held = new Map<string, number>()
  for (const track of tracks.values()) {
    const sensorId = soleSensorOf(track)
    if (sensorId !== undefined) held.set(sensorId, (held.get(sensorId) ?? 0) + 1)
  }
  const equalShare = tracks.size / Math.max(1, held.size)
  return new Set([...held].flatMap(([sensorId, count]) => (count >= equalShare ? [sensorId] : [])))
}
