import type { Claim, Plot, Statement, Timestamp } from '@csii/model'
import { HEADER_BYTES, KIND, LONGEST, MAGIC, PLOT, STATE, VERSION } from './layout.ts'
import type { EndRecord, InfoRecord, StateRecord } from './records.ts'

/** A batch as bytes, and what its reader must know without reading it. */
export interface WrittenBatch {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly firstAt: Timestamp
  readonly lastAt: Timestamp
  readonly plots: number
}

const FIRST_BYTES = 64 * 1024
const PROBABILITY_STEPS = 254

/** Writes down what happens, in its order, into bytes that can be handed on as they are. */
export class BatchWriter {
  readonly #run: number
  #view = new DataView(new ArrayBuffer(FIRST_BYTES))
  #at = HEADER_BYTES
  #records = 0
  #plots = 0
  #firstAt = Infinity
  #lastAt = -Infinity
  #texts: unknown[] = []
  readonly #places = new Map<string, number>()
  readonly #claims = new Map<string, number>()

  constructor(run: number) {
    this.#run = run
  }

  get size(): number {
    return this.#records === 0 ? 0 : this.#at
  }

  plot(plot: Plot): void {
    const { speed, courseDeg, headingDeg, altitude, sensorTrack, claim, polar, covariance } = plot
    const start = this.#begin(KIND.plot, plot.receivedAt)
    let has = plot.simulated ? PLOT.simulated : 0
    this.#u32(this.#place(plot.sensorId))
    this.#f64(plot.time)
    this.#f64(plot.receivedAt)
    this.#f64(plot.position.lat)
    this.#f64(plot.position.lon)
    this.#f64(covariance.ee)
    this.#f64(covariance.en)
    this.#f64(covariance.nn)
    if (speed !== undefined) has |= this.#stated(PLOT.speed, speed)
    if (courseDeg !== undefined) has |= this.#stated(PLOT.courseDeg, courseDeg)
    if (headingDeg !== undefined) has |= this.#stated(PLOT.headingDeg, headingDeg)
    if (altitude !== undefined) has |= this.#stated(PLOT.altitude, altitude)
    if (sensorTrack !== undefined) {
      has |= PLOT.sensorTrack
      this.#u32(this.#place(sensorTrack))
    }
    if (claim) {
      has |= PLOT.claim
      this.#u32(this.#claim(claim))
    }
    if (polar) {
      has |= PLOT.polar
      const { from, range, bearingDeg, rangeSigma, bearingSigmaDeg } = polar
      for (const value of [from.lat, from.lon, range, bearingDeg, rangeSigma, bearingSigmaDeg]) this.#f64(value)
    }
    this.#view.setUint8(start + 1, has)
    this.#plots++
  }

  statement({ sensorId, time, receivedAt, simulated, claim }: Statement): void {
    const start = this.#begin(KIND.statement, receivedAt)
    this.#view.setUint8(start + 1, simulated ? 1 : 0)
    this.#u32(this.#place(sensorId))
    this.#f64(time)
    this.#f64(receivedAt)
    this.#u32(this.#claim(claim))
  }

  state(state: StateRecord): void {
    const { speed, courseDeg, headingDeg, altitude, dark, suspect } = state
    const start = this.#begin(KIND.state, state.knownAt)
    let has = (state.simulated ? STATE.simulated : 0) | (state.isRevision ? STATE.isRevision : 0)
    this.#u32(state.serial)
    this.#f64(state.knownAt)
    this.#f64(state.time)
    this.#i32(Math.round(state.lat * 1e7))
    this.#i32(Math.round(state.lon * 1e7))
    this.#u32(Math.round(state.sigmaEast * 10))
    this.#u32(Math.round(state.sigmaNorth * 10))
    this.#i32(Math.round(state.correlation * 100))
    this.#i32(state.means | (state.flags << 8) | (Math.round(state.existence * PROBABILITY_STEPS) << 16))
    if (speed !== undefined) has |= this.#scaled(STATE.speed, speed * 100)
    if (courseDeg !== undefined) has |= this.#scaled(STATE.courseDeg, courseDeg * 100)
    if (headingDeg !== undefined) has |= this.#scaled(STATE.headingDeg, headingDeg * 10)
    if (altitude !== undefined) has |= this.#scaled(STATE.altitude, altitude)
    if (dark !== undefined) has |= this.#scaled(STATE.dark, dark * PROBABILITY_STEPS)
    if (suspect !== undefined) has |= this.#scaled(STATE.suspect, suspect * PROBABILITY_STEPS)
    this.#view.setUint8(start + 1, has)
  }

  info({ serial, simulated, knownAt, claim, contributors, identity }: InfoRecord): void {
    const start = this.#begin(KIND.info, knownAt)
    this.#view.setUint8(start + 1, simulated ? 1 : 0)
    this.#u32(serial)
    this.#f64(knownAt)
    this.#u32(this.#texts.push({ claim, contributors: contributors.map(({ sensorId }) => sensorId), identity }) - 1)
  }

  end({ serial, simulated, knownAt, into }: EndRecord): void {
    const start = this.#begin(KIND.end, knownAt)
    this.#view.setUint8(start + 1, (simulated ? 1 : 0) | (into === undefined ? 0 : 2))
    this.#u32(serial)
    this.#f64(knownAt)
    this.#u32(into ?? 0)
  }

  /** What was written since the last call; nothing when nothing was. */
  take(): WrittenBatch | undefined {
    if (this.#records === 0) return undefined
    const texts = new TextEncoder().encode(JSON.stringify(this.#texts))
    const bytes = new Uint8Array(this.#at + texts.length)
    bytes.set(new Uint8Array(this.#view.buffer, 0, this.#at))
    bytes.set(texts, this.#at)
    const view = new DataView(bytes.buffer)
    for (const [place, value] of [MAGIC, VERSION, this.#run, this.#at].entries()) view.setUint32(4 * place, value, true)
    view.setFloat64(16, this.#firstAt, true)
    view.setFloat64(24, this.#lastAt, true)
    view.setUint32(32, this.#records, true)
    const written = { bytes, firstAt: this.#firstAt, lastAt: this.#lastAt, plots: this.#plots }
    this.#clear()
    return written
  }

  #clear(): void {
    this.#at = HEADER_BYTES
    this.#records = this.#plots = 0
    this.#firstAt = Infinity
    this.#lastAt = -Infinity
    this.#texts = []
    this.#places.clear()
    this.#claims.clear()
  }

  #begin(kind: number, at: Timestamp): number {
    if (this.#at + LONGEST > this.#view.byteLength) this.#grow()
    if (at < this.#firstAt) this.#firstAt = at
    if (at > this.#lastAt) this.#lastAt = at
    this.#records++
    const start = this.#at
    this.#view.setUint8(start, kind)
    this.#at = start + 2
    return start
  }

  #grow(): void {
    const bigger = new ArrayBuffer(this.#view.byteLength * 2)
    new Uint8Array(bigger).set(new Uint8Array(this.#view.buffer))
    this.#view = new DataView(bigger)
  }

  #place(text: string): number {
    const known = this.#places.get(text)
    if (known !== undefined) return known
    const place = this.#texts.push(text) - 1
    this.#places.set(text, place)
    return place
  }

  #claim(claim: Claim): number {
    const text = JSON.stringify(claim)
    const known = this.#claims.get(text)
    if (known !== undefined) return known
    const place = this.#texts.push(claim) - 1
    this.#claims.set(text, place)
    return place
  }

  #u32(value: number): void {
    this.#view.setUint32(this.#at, value, true)
    this.#at += 4
  }

  #i32(value: number): void {
    this.#view.setInt32(this.#at, value, true)
    this.#at += 4
  }

  #f64(value: number): void {
    this.#view.setFloat64(this.#at, value, true)
    this.#at += 8
  }

  #stated(bit: number, value: number): number {
    this.#f64(value)
    return bit
  }

  #scaled(bit: number, value: number): number {
    this.#i32(Math.round(value))
    return bit
  }
}
