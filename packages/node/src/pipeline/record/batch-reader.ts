import type { Claim, IdentityBelief, Plot, Statement } from '@csii/model'
import { HEADER_BYTES, KIND, MAGIC, PLOT, STATE, VERSION } from './layout.ts'
import type { Batch, EndRecord, InfoRecord, StateRecord } from './records.ts'

const PROBABILITY_STEPS = 254

/** Reads what a `BatchWriter` wrote, to the last bit. The bytes are known to be whole: who stores them keeps a sum. */
export function readBatch(bytes: Uint8Array): Batch {
  return new BatchReader(bytes).read()
}

class BatchReader {
  readonly #view: DataView
  readonly #texts: readonly unknown[]
  #at = HEADER_BYTES

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const view = this.#view
    if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== VERSION) {
      throw new Error('These bytes are no batch of this version')
    }
    // The writer wrote an array.
    this.#texts = JSON.parse(new TextDecoder().decode(bytes.subarray(view.getUint32(12, true)))) as readonly unknown[]
  }

  read(): Batch {
    const view = this.#view
    const plots: Plot[] = []
    const statements: Statement[] = []
    const states: StateRecord[] = []
    const infos: InfoRecord[] = []
    const ends: EndRecord[] = []
    for (let left = view.getUint32(32, true); left > 0; left--) {
      const kind = view.getUint8(this.#at)
      const has = view.getUint8(this.#at + 1)
      this.#at += 2
      if (kind === KIND.plot) plots.push(this.#plot(has))
      else if (kind === KIND.statement) statements.push(this.#statement(has))
      else if (kind === KIND.state) states.push(this.#state(has))
      else if (kind === KIND.info) infos.push(this.#info(has))
      else if (kind === KIND.end) ends.push(this.#end(has))
      else throw new Error(`A batch has no record of kind ${kind}`)
    }
    return {
      run: view.getUint32(8, true), firstAt: view.getFloat64(16, true), lastAt: view.getFloat64(24, true),
      plots, statements, states, infos, ends,
    }
  }

  #plot(has: number): Plot {
    const sensorId = this.#text<string>()
    const [time, receivedAt, lat, lon, ee, en, nn] = [this.#f64(), this.#f64(), this.#f64(), this.#f64(), this.#f64(), this.#f64(), this.#f64()]
    return {
      sensorId, time, receivedAt, simulated: (has & PLOT.simulated) !== 0,
      position: { lat, lon }, covariance: { ee, en, nn },
      ...(has & PLOT.speed && { speed: this.#f64() }),
      ...(has & PLOT.courseDeg && { courseDeg: this.#f64() }),
      ...(has & PLOT.headingDeg && { headingDeg: this.#f64() }),
      ...(has & PLOT.altitude && { altitude: this.#f64() }),
      ...(has & PLOT.sensorTrack && { sensorTrack: this.#text<string>() }),
      ...(has & PLOT.claim && { claim: this.#text<Claim>() }),
      ...(has & PLOT.polar && {
        polar: {
          from: { lat: this.#f64(), lon: this.#f64() },
          range: this.#f64(), bearingDeg: this.#f64(), rangeSigma: this.#f64(), bearingSigmaDeg: this.#f64(),
        },
      }),
    }
  }

  #statement(has: number): Statement {
    const sensorId = this.#text<string>()
    const [time, receivedAt] = [this.#f64(), this.#f64()]
    return { sensorId, time, receivedAt, simulated: has !== 0, claim: this.#text<Claim>() }
  }

  #state(has: number): StateRecord {
    const serial = this.#u32()
    const [knownAt, time] = [this.#f64(), this.#f64()]
    const [lat, lon] = [this.#i32() / 1e7, this.#i32() / 1e7]
    const [sigmaEast, sigmaNorth, correlation] = [this.#u32() / 10, this.#u32() / 10, this.#i32() / 100]
    const packed = this.#i32()
    return {
      serial, simulated: (has & STATE.simulated) !== 0, knownAt, time, isRevision: (has & STATE.isRevision) !== 0,
      lat, lon, sigmaEast, sigmaNorth, correlation,
      means: packed & 0xff, flags: (packed >> 8) & 0xff, existence: ((packed >> 16) & 0xff) / PROBABILITY_STEPS,
      ...(has & STATE.speed && { speed: this.#i32() / 100 }),
      ...(has & STATE.courseDeg && { courseDeg: this.#i32() / 100 }),
      ...(has & STATE.headingDeg && { headingDeg: this.#i32() / 10 }),
      ...(has & STATE.altitude && { altitude: this.#i32() }),
      ...(has & STATE.dark && { dark: this.#i32() / PROBABILITY_STEPS }),
      ...(has & STATE.suspect && { suspect: this.#i32() / PROBABILITY_STEPS }),
    }
  }

  #info(has: number): InfoRecord {
    const serial = this.#u32()
    const knownAt = this.#f64()
    // As `BatchWriter.info` wrote it.
    const { claim, contributors, identity } = this.#text<{ claim: Claim; contributors: string[]; identity?: IdentityBelief }>()
    return {
      serial, simulated: has !== 0, knownAt, claim, contributors: contributors.map((sensorId) => ({ sensorId })),
      ...(identity && { identity }),
    }
  }

  #end(has: number): EndRecord {
    const serial = this.#u32()
    const knownAt = this.#f64()
    const into = this.#u32()
    return { serial, simulated: (has & 1) !== 0, knownAt, ...(has & 2 && { into }) }
  }

  /** What stands at a place of the table is of the kind that the record there has: the writer saw to that. */
  #text<T>(): T {
    const place = this.#u32()
    if (place >= this.#texts.length) throw new Error(`A batch of ${this.#texts.length} texts names text ${place}`)
    return this.#texts[place] as T
  }

  #u32(): number {
    this.#at += 4
    return this.#view.getUint32(this.#at - 4, true)
  }

  #i32(): number {
    this.#at += 4
    return this.#view.getInt32(this.#at - 4, true)
  }

  #f64(): number {
    this.#at += 8
    return this.#view.getFloat64(this.#at - 8, true)
  }
}
