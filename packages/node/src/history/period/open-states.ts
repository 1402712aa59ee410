import type { StateRecord, TrackRef } from '../../pipeline/record/records.ts'

/** Whole numbers for each state, in the steps of `StateRecord`. */
const FIELDS = [
  'lat', 'lon', 'sigmaEast', 'sigmaNorth', 'correlation', 'speed', 'courseDeg', 'headingDeg', 'altitude', 'dark', 'suspect',
] as const
/** Units of a field to a whole number. */
const STEPS = [1e7, 1e7, 10, 10, 100, 100, 100, 10, 1, 254, 254] as const
const PACKED = FIELDS.length
const STRIDE = PACKED + 1
const SIMULATED = 1
const REVISION = 2
const FIRST_CAPACITY = 1024

/** Any number of states in memory, each in 72 bytes, found by their track. */
export class OpenStates {
  #times = new Float64Array(2 * FIRST_CAPACITY)
  #numbers = new Int32Array(STRIDE * FIRST_CAPACITY)
  /** Which fields a state has, and whether it is simulated or a revision. */
  #has = new Uint16Array(FIRST_CAPACITY)
  /** The state of the same track before, plus 1. */
  #before = new Int32Array(FIRST_CAPACITY)
  readonly #last = new Map<number, number>()
  #size = 0

  get size(): number {
    return this.#size
  }

  add(run: number, state: StateRecord): void {
    if (this.#size === this.#has.length) this.#grow()
    const place = this.#size++
    const key = keyOf({ run, serial: state.serial })
    this.#before[place] = (this.#last.get(key) ?? -1) + 1
    this.#last.set(key, place)
    this.#times[2 * place] = state.knownAt
    this.#times[2 * place + 1] = state.time
    let has = (state.simulated ? SIMULATED : 0) | (state.isRevision ? REVISION : 0)
    for (const [field, name] of FIELDS.entries()) {
      const value = state[name]
      if (value === undefined) continue
      has |= 4 << field
      this.#numbers[STRIDE * place + field] = Math.round(value * STEPS[field]!)
    }
    this.#has[place] = has
    this.#numbers[STRIDE * place + PACKED] = state.means | (state.flags << 8) | (Math.round(state.existence * 254) << 16)
  }

  /** In the order in which they were added. */
  of(track: TrackRef): StateRecord[] {
    const states: StateRecord[] = []
    for (let place = this.#last.get(keyOf(track)) ?? -1; place >= 0; place = this.#before[place]! - 1) {
      states.push(this.#read(track.serial, place))
    }
    return states.reverse()
  }

  *tracks(): Generator<TrackRef> {
    for (const key of this.#last.keys()) yield trackOf(key)
  }

  #read(serial: number, place: number): StateRecord {
    const has = this.#has[place]!
    const packed = this.#numbers[STRIDE * place + PACKED]!
    const field = (at: number) => this.#numbers[STRIDE * place + at]! / STEPS[at]!
    const stated = (at: number) => (has & (4 << at) ? { [FIELDS[at]!]: field(at) } : {})
    return {
      serial, simulated: (has & SIMULATED) !== 0, knownAt: this.#times[2 * place]!, time: this.#times[2 * place + 1]!,
      isRevision: (has & REVISION) !== 0, lat: field(0), lon: field(1), sigmaEast: field(2), sigmaNorth: field(3),
      correlation: field(4), means: packed & 0xff, flags: (packed >> 8) & 0xff, existence: ((packed >> 16) & 0xff) / 254,
      ...stated(5), ...stated(6), ...stated(7), ...stated(8), ...stated(9), ...stated(10),
    }
  }

  #grow(): void {
    const capacity = 2 * this.#has.length
    this.#times = enlarged(this.#times, new Float64Array(2 * capacity))
    this.#numbers = enlarged(this.#numbers, new Int32Array(STRIDE * capacity))
    this.#has = enlarged(this.#has, new Uint16Array(capacity))
    this.#before = enlarged(this.#before, new Int32Array(capacity))
  }
}

function enlarged<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from)
  return to
}

const RUN = 2 ** 32

/** One number for each track: serials have 32 bits. */
export const keyOf = ({ run, serial }: TrackRef): number => run * RUN + serial
export const trackOf = (key: number): TrackRef => ({ run: Math.floor(key / RUN), serial: key % RUN })
