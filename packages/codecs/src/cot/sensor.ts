import type {
  DecodeProblem, Result, SensorKind, SensorReader, SensorSink, SensorSite, SharedMemory, Timestamp,
} from '@csii/model'
import { Tally } from '../nmea/tally.ts'
import { NOWHERE } from '../nowhere.ts'
import { CotScanner, type CotTaker } from './cot-scanner.ts'
import { decodeCotXml } from './cot-xml.ts'
import { readDatagram } from './datagram.ts'
import type { CotEvent } from './event.ts'
import { looksLikeCot } from './looks-like.ts'
import { reportOf } from './report.ts'
import { decodeTak } from './tak.ts'

/** TAK phones, servers and gateways that speak Cursor on Target, as XML or as TAK's messages. */
export const cot: SensorKind = {
  id: 'cot',
  title: 'Cursor on Target (TAK)',
  means: 'tak',
  looksLike: looksLikeCot,
  open: (site, shared) => new CotReader(site, shared),
}

/** A clock may be so much before ours, in milliseconds. */
const AHEAD = 10 * 60_000
/** There is no Cursor on Target before its schema of 2003: a clock that says so was never set. */
const EARLIEST = Date.UTC(2003, 0, 1)

class CotReader implements SensorReader, CotTaker {
  readonly #site: SensorSite
  readonly #shared: SharedMemory
  readonly #tally = new Tally()
  readonly #stream = new CotScanner(this)
  readonly #datagrams = new CotScanner(this)
  #sink: SensorSink = NOWHERE
  #receivedAt: Timestamp = 0

  constructor(site: SensorSite, shared: SharedMemory) {
    this.#site = site
    this.#shared = shared
  }

  read(bytes: Uint8Array, receivedAt: Timestamp, sink: SensorSink, datagram = false): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    if (datagram) readDatagram(bytes, this.#datagrams, this)
    else this.#stream.read(bytes)
  }

  tick(): void {}

  end(receivedAt: Timestamp, sink: SensorSink): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    this.#stream.end()
  }

  counts() {
    return this.#tally.counts()
  }

  xml(bytes: Uint8Array, from: number, to: number): void {
    this.#settle(decodeCotXml(bytes, from, to), bytes, from, to)
  }

  tak(bytes: Uint8Array, from: number, to: number): void {
    const message = decodeTak(bytes, from, to)
    this.#settle(message.ok ? { ok: true, value: message.value.cotEvent } : message, bytes, from, to)
  }

  problem(problem: DecodeProblem, bytes: Uint8Array, from: number, to: number): void {
    this.#tally.received++
    this.#tally.problem(problem)
    this.#sink.problem(problem, bytes, from, to)
  }

  #settle(event: Result<CotEvent | undefined, DecodeProblem>, bytes: Uint8Array, from: number, to: number): void {
    if (!event.ok) return this.problem(event.problem, bytes, from, to)
    const time = event.value?.time ?? this.#receivedAt
    if (time > this.#receivedAt + AHEAD || time < EARLIEST) return this.problem('value', bytes, from, to)
    this.#tally.received++
    // An exercise may say again what was heard, and must be heard.
    if (!this.#site.simulated && this.#shared.heardBefore(bytes, from, to, this.#receivedAt)) {
      this.#tally.duplicates++
      return
    }
    this.#tally.decoded++
    if (event.value) this.#tell(event.value)
  }

  #tell(event: CotEvent): void {
    const report = reportOf(event)
    if (!report) return
    const { time, claim, place } = report
    const simulated = this.#site.simulated || report.simulated
    const heard = { sensorId: this.#site.sensorId, time, receivedAt: this.#receivedAt, simulated, claim }
    if (place) this.#sink.plot({ ...heard, ...place })
    else this.#sink.statement(heard)
  }
}
