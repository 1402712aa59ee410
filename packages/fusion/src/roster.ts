import type { Timestamp, Track } from '@csii/model'
import { startTrack, type LiveTrack } from './live-track.ts'

/** Every track that is held, by its id and by the MMSI it states. */
export interface Roster {
  readonly tracks: Map<string, LiveTrack>
  has(mmsi: number, simulated: boolean): boolean
  /** The track of this MMSI, started when there is none. */
  trackOf(mmsi: number, simulated: boolean, heardAt: Timestamp): LiveTrack
  drop(track: LiveTrack): void
}

/** One in so many tracks goes at a time when there is no room, so that a flood of identities stays cheap. */
const EVICTED_SHARE = 64

/**
 * Bounded: when it is full, tracks that no second report confirmed are dropped before those that were followed, and the
 * ones heard longest ago first. So a flood of invented identities pushes itself out and not the ships.
 */
export function createRoster(maxTracks: number, forgotten: (track: Track) => void): Roster {
  const tracks = new Map<string, LiveTrack>()
  const live = new Map<number, LiveTrack>()
  const simulated = new Map<number, LiveTrack>()
  const byMmsi = (isSimulated: boolean) => (isSimulated ? simulated : live)
  let serial = 0

  function drop(track: LiveTrack): void {
    tracks.delete(track.id)
    if (track.claim.mmsi !== undefined) byMmsi(track.simulated).delete(track.claim.mmsi)
    forgotten(track)
  }

  function evict(): void {
    const byWorth = [...tracks.values()].sort((a, b) => worthOf(a) - worthOf(b) || a.heardAt - b.heardAt)
    for (const track of byWorth.slice(0, Math.ceil(maxTracks / EVICTED_SHARE))) drop(track)
  }

  return {
    tracks,
    drop,
    has: (mmsi, isSimulated) => byMmsi(isSimulated).has(mmsi),
    trackOf(mmsi, isSimulated, heardAt) {
      const known = byMmsi(isSimulated).get(mmsi)
      if (known) return known
      if (tracks.size >= maxTracks) evict()
      const track = startTrack(++serial, isSimulated, heardAt)
      byMmsi(isSimulated).set(mmsi, track)
      tracks.set(track.id, track)
      return track
    },
  }
}

const worthOf = ({ fixes }: LiveTrack): number => (fixes > 1 ? 1 : 0)
