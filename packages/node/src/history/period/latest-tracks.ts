import type { Timestamp } from '@csii/model'
import type { Batch, EndRecord, InfoRecord, StateRecord } from '../../pipeline/record/records.ts'
import { keyOf, trackOf } from './open-states.ts'

/** A track as it is known at some moment. */
export interface KnownTrack {
  readonly run: number
  readonly serial: number
  readonly state: StateRecord
  readonly info?: InfoRecord | undefined
}

/** The end of a track of any run. */
export interface TrackEnd {
  readonly run: number
  readonly end: EndRecord
}

interface Known {
  state?: StateRecord
  info?: InfoRecord
}

/** All tracks as the last batch left them. */
export class LatestTracks {
  readonly #known = new Map<number, Known>()
  #run = 0

  constructor(tracks: Iterable<KnownTrack> = []) {
    for (const { run, serial, state, info } of tracks) {
      this.#run = Math.max(this.#run, run)
      this.#known.set(keyOf({ run, serial }), { state, ...(info && { info }) })
    }
  }

  /** Gives the ends of tracks, those of an earlier run included: a pipeline that starts knows nothing of them. */
  apply({ run, firstAt, states, infos, ends }: Batch): TrackEnd[] {
    const gone = run === this.#run ? [] : this.#begin(run, firstAt)
    for (const info of infos) this.#of(run, info.serial).info = info
    for (const state of states) if (!state.isRevision) this.#of(run, state.serial).state = state
    for (const { serial } of ends) this.#known.delete(keyOf({ run, serial }))
    return [...gone, ...ends.map((end) => ({ run, end }))]
  }

  infoOf(key: number): InfoRecord | undefined {
    return this.#known.get(key)?.info
  }

  all(): KnownTrack[] {
    return [...this.#known].flatMap(([key, { state, info }]) => (state ? { ...trackOf(key), state, info } : []))
  }

  #begin(run: number, knownAt: Timestamp): TrackEnd[] {
    const gone = [...this.#known].map(([key, { state, info }]) => {
      const { run: earlier, serial } = trackOf(key)
      return { run: earlier, end: { serial, simulated: (state ?? info)?.simulated ?? false, knownAt } }
    })
    this.#known.clear()
    this.#run = run
    return gone
  }

  #of(run: number, serial: number): Known {
    const key = keyOf({ run, serial })
    const known = this.#known.get(key) ?? {}
    this.#known.set(key, known)
    return known
  }
}
