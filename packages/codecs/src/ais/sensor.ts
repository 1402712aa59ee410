import type { Plot, SensorKind, SensorReader, SensorSink, SensorSite, SharedMemory, Timestamp } from '@csii/model'
import { VdmReader, type MessageTaker, type Outcome } from '../nmea/vdm-reader.ts'
import type { Stated } from '../nmea/stated.ts'
import { NOWHERE } from '../nowhere.ts'
import type { AisMessage } from './catalogue.ts'
import { claimOf } from './claim.ts'
import { decodePayload } from './decode.ts'
import { looksLikeAis } from './looks-like.ts'
import { reportOf } from './report.ts'
import { referenceTime, timeOfValidity, type TimeReference } from './validity.ts'

export interface AisOptions {
  readonly timeReference?: TimeReference
}

/** AIS over NMEA 0183. With `timeReference: 'stated'` it dates a recording by the times in it. */
export function aisKind({ timeReference = 'plausible' }: AisOptions = {}): SensorKind {
  return {
    id: 'ais',
    title: 'AIS over NMEA 0183',
    means: 'ais',
    looksLike: looksLikeAis,
    open: (site, shared) => new AisReader(site, shared, timeReference),
  }
}

export const ais: SensorKind = aisKind()

class AisReader implements SensorReader, MessageTaker {
  readonly #site: SensorSite
  readonly #shared: SharedMemory
  readonly #timeReference: TimeReference
  readonly #sentences = new VdmReader(this)
  #sink: SensorSink = NOWHERE

  constructor(site: SensorSite, shared: SharedMemory, timeReference: TimeReference) {
    this.#site = site
    this.#shared = shared
    this.#timeReference = timeReference
  }

  read(bytes: Uint8Array, receivedAt: Timestamp, sink: SensorSink, datagram = false): void {
    this.#sink = sink
    this.#sentences.read(bytes, receivedAt, datagram)
  }

  tick(now: Timestamp, sink: SensorSink): void {
    this.#sink = sink
    this.#sentences.tick(now)
  }

  end(receivedAt: Timestamp, sink: SensorSink): void {
    this.#sink = sink
    this.#sentences.end(receivedAt)
  }

  counts() {
    return this.#sentences.counts()
  }

  message(
    ascii: Uint8Array, from: number, to: number, fillBits: number, stated: Stated, receivedAt: Timestamp,
  ): Outcome {
    const message = decodePayload(ascii, from, to, fillBits)
    if (typeof message === 'string') return message
    // The fill bits belong to the message; so does, when simulated, the comma before it: an exercise that repeats
    // what was heard must never silence it.
    const start = this.#site.simulated ? from - 1 : from
    const isRepeated = this.#shared.heardBefore(ascii, start, to + 2, receivedAt)
    this.#tell(message, stated, receivedAt, isRepeated)
    return isRepeated ? 'duplicate' : 'decoded'
  }

  problem(...refused: Parameters<SensorSink['problem']>): void {
    this.#sink.problem(...refused)
  }

  /** Every message says at least that its sender is out there. */
  #tell(message: AisMessage, stated: Stated, receivedAt: Timestamp, isRepeated: boolean): void {
    const { sensorId, simulated } = this.#site
    const report = reportOf(message)
    if (isRepeated && !report) return
    const reference = referenceTime(stated, receivedAt, this.#timeReference)
    const time = timeOfValidity(report?.second, reference)
    const claim = claimOf(message)
    if (!report) return this.#sink.statement({ sensorId, time, receivedAt, simulated, claim })
    const { position, covariance, speed, courseDeg, headingDeg } = report
    const plot: Draft = { sensorId, time, receivedAt, simulated, position, covariance, claim }
    if (speed !== undefined) plot.speed = speed
    if (courseDeg !== undefined) plot.courseDeg = courseDeg
    if (headingDeg !== undefined) plot.headingDeg = headingDeg
    if (isRepeated) this.#sink.heardAgain?.(plot)
    else this.#sink.plot(plot)
  }
}

/** A plot while it is made. */
type Draft = { -readonly [Key in keyof Plot]: Plot[Key] }
