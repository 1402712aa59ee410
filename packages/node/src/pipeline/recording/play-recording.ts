import { createSharedMemory, receivedAtOf, sensorKinds } from '@csii/codecs'
import type { Timestamp, Track } from '@csii/model'
import { createDecoding } from '../decoding.ts'
import type { WorkerSensor } from '../messages.ts'
import { allocateTable } from '../track-table.ts'

export interface RecordingOptions {
  /** A live one: what it heard was real. */
  readonly sensor: Omit<WorkerSensor, 'simulated'>
  /** When the first line was received that does not say so itself. */
  readonly startAt: Timestamp
  /** Milliseconds that pass with each line that does not say when it was received. */
  readonly perLine: number
  readonly maxTracks?: number
}

const TICK = 250
const LF = 10
/** A line that never ends is read in pieces of this many bytes. */
const LONGEST = 64 * 1024

/**
 * Plays a recording of one sensor, line by line, through the same decoding and tracking as a node, by the recording's
 * own clock. The same recording gives the same tracks, in whatever pieces its bytes come.
 */
export class RecordingPlayer {
  readonly #decoding
  readonly #perLine: number
  readonly #line = new Uint8Array(LONGEST)
  #length = 0
  #now: Timestamp
  #tickedAt: Timestamp

  constructor({ sensor, startAt, perLine, maxTracks = 65_536 }: RecordingOptions) {
    const setup = { sensors: [{ ...sensor, simulated: false }], table: allocateTable(maxTracks, [sensor.id]), maxTracks, restored: [] }
    this.#decoding = createDecoding(setup, sensorKinds, createSharedMemory())
    this.#perLine = perLine
    this.#now = this.#tickedAt = startAt
  }

  get time(): Timestamp {
    return this.#now
  }

  take(bytes: Uint8Array): void {
    for (const byte of bytes) {
      this.#line[this.#length++] = byte
      if (byte === LF || this.#length === LONGEST) this.#takeLine()
    }
  }

  /** What is left of the last line, and the tracks that all of it has given. */
  end(): readonly Track[] {
    if (this.#length > 0) this.#takeLine()
    this.#decoding.take({ sensor: 0, stream: 0, bytes: undefined, receivedAt: this.#now, datagram: false })
    this.#decoding.tick(this.#now)
    this.#decoding.end()
    const answer = this.#decoding.answer({ of: 'live-tracks', heardAfter: -Infinity })
    return answer.of === 'live-tracks' ? answer.tracks : []
  }

  #takeLine(): void {
    const bytes = this.#line.slice(0, this.#length)
    this.#length = 0
    // The clock of a recording that goes back is not followed: time passes one way.
    this.#now = Math.max(this.#now, receivedAtOf(bytes) ?? this.#now + this.#perLine)
    for (; this.#now - this.#tickedAt >= TICK; this.#tickedAt = this.#nextTick()) this.#decoding.tick(this.#tickedAt)
    this.#decoding.take({ sensor: 0, stream: 0, bytes, receivedAt: this.#now, datagram: false })
  }

  /** A gap of hours is not lived through tick by tick. */
  #nextTick(): Timestamp {
    const behind = this.#now - this.#tickedAt
    return behind > 1000 * TICK ? this.#now - TICK : this.#tickedAt + TICK
  }
}
