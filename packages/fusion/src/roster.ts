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

/**
 * Bounded: when it is full, tracks that no second report confirmed are dropped before those that were followed, and the
 * ones heard longest ago first. So a flood of invented identities pushes itself out and not the ships.
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
    const byWorth = [...tracks.values()].sort((a, b) => worthOf(a) - worthOf(b) || a.heardAt - b.heardAt)
    for (const track of byWorth.slice(0, Math.ceil(maxTracks / EVICTED_SHARE))) drop(track)
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

const worthOf = ({ fixes }: LiveTrack): number => (fixes > 1 ? 1 : 0)
