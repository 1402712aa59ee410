import type {
  Claim, DecodeProblem, SensorCounts, SensorKind, SensorReader, SensorSink, SensorSite, SharedMemory, Timestamp,
} from '@csii/model'
import { Tally } from '../nmea/tally.ts'
import { NOWHERE } from '../nowhere.ts'
import { AircraftTable, hearSender, keyOf } from './aircraft.ts'
import { readDocument, type AircraftEntry } from './aircraft-json.ts'
import { decodeModeS } from './decode.ts'
import { readEntry } from './entry-report.ts'
import { readAvr, readBeast, type Reception } from './framing.ts'
import { learn } from './learn.ts'
import { learnLine, lineClaim, lineReport } from './line-report.ts'
import { looksLikeAdsb } from './looks-like.ts'
import { ReceiverClock } from './receiver-clock.ts'
import { claimOf, reportOf, type Report } from './report.ts'
import { decodeSbs, timeOfLine } from './sbs.ts'
import { Scanner, type UnitTaker } from './scanner.ts'

/**
 * Receivers of ADS-B and Mode S, however they pass on what they hear: Beast, AVR, BaseStation's lines or
 * `aircraft.json`. The bytes say which.
 */
export const adsb: SensorKind = {
  id: 'adsb',
  title: 'ADS-B and Mode S',
  means: 'adsb',
  open: (site, shared) => new AdsbReader(site, shared),
  looksLike: (bytes) => looksLikeAdsb(bytes) !== undefined,
}

type Outcome = 'decoded' | 'duplicate' | DecodeProblem

/** Counts frames, lines, and the aircraft of documents. */
class AdsbReader implements SensorReader, UnitTaker {
  readonly #site: SensorSite
  readonly #shared: SharedMemory
  readonly #scanner = new Scanner(this)
  readonly #aircraft = new AircraftTable()
  readonly #clock = new ReceiverClock()
  readonly #tally = new Tally()
  #sink: SensorSink = NOWHERE
  #receivedAt: Timestamp = 0

  constructor(site: SensorSite, shared: SharedMemory) {
    this.#site = site
    this.#shared = shared
  }

  read(bytes: Uint8Array, receivedAt: Timestamp, sink: SensorSink, datagram = false): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    this.#scanner.read(bytes, datagram)
  }

  tick(): void {}

  end(receivedAt: Timestamp, sink: SensorSink): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    this.#scanner.end()
  }

  counts(): SensorCounts {
    return this.#tally.counts()
  }

  beast(unit: Uint8Array): void {
    // The settings of the receiver itself.
    if (unit[0] === 0x34) this.#count('unsupported', unit)
    else this.#count(this.#receive(readBeast(unit)), unit)
  }

  avr(unit: Uint8Array): void {
    const reception = readAvr(unit)
    this.#count(reception ? this.#receive(reception) : 'framing', unit)
  }

  line(unit: Uint8Array): void {
    const line = decodeSbs(unit)
    if (!line.ok) return this.#count(line.problem, unit)
    const { icao, address_is_other: isOther = false, generated } = line.value
    this.#count('decoded', unit)
    if (icao === undefined || icao === 0 || icao === 0xffffff) return
    const time = timeOfLine(generated, this.#receivedAt)
    const aircraft = this.#aircraft.hear(keyOf(icao, isOther), time)
    learnLine(aircraft, line.value, time)
    this.#tell(icao, isOther, time, lineClaim(line.value, aircraft), lineReport(line.value, aircraft, time))
  }

  document(unit: Uint8Array): void {
    const document = readDocument(unit)
    if (!document) return this.#count('value', unit)
    const isTimeRight = Math.abs(document.now - this.#receivedAt) < CLOCK_TOLERANCE
    const now = isTimeRight ? document.now : this.#receivedAt
    const start = unit.subarray(0, SHOWN)
    for (const entry of document.aircraft.slice(0, MOST_ENTRIES)) this.#count(this.#entry(entry, now), start)
    if (document.aircraft.length > MOST_ENTRIES) this.#count('overflow', start)
  }

  refuse(problem: DecodeProblem, bytes: Uint8Array): void {
    this.#count(problem, bytes)
  }

  #count(outcome: Outcome, bytes: Uint8Array): void {
    this.#tally.received++
    if (outcome === 'decoded') this.#tally.decoded++
    else if (outcome === 'duplicate') this.#tally.duplicates++
    else {
      this.#tally.problem(outcome)
      this.#sink.problem(outcome, bytes, 0, bytes.length)
    }
  }

  #receive({ frame, clock }: Reception): Outcome {
    // Mode A and C: a code or an altitude of nobody in particular.
    if (frame.length === 2) return 'decoded'
    const decoded = decodeModeS(frame)
    if (!decoded.ok) return decoded.problem
    const message = decoded.value
    const time = this.#clock.timeOf(clock, this.#receivedAt)
    const isOther = 'address_is_other' in message
    const aircraft = hearSender(this.#aircraft, message, time)
    if (!aircraft) return 'checksum'
    learn(aircraft, message, time)
    const report = reportOf(message, aircraft, time, this.#site.position)
    if (this.#isHeardBefore(frame)) return 'duplicate'
    this.#tell(message.icao, isOther, time, claimOf(message, aircraft), report)
    return 'decoded'
  }

  /** What is simulated is remembered apart: an exercise that repeats what was heard must never silence it. */
  #isHeardBefore(frame: Uint8Array): boolean {
    const marked = Uint8Array.of(this.#site.simulated ? 1 : 0, ...frame)
    return this.#shared.heardBefore(marked, 0, marked.length, this.#receivedAt)
  }

  /** A document says the same of an aircraft, only older, until it is heard again. */
  #entry(entry: AircraftEntry, now: Timestamp): Outcome {
    const read = readEntry(entry)
    if (!read) return 'value'
    const { icao, isOther, claim, report } = read
    const heardAt = now - read.seen * 1000
    const aircraft = this.#aircraft.hear(keyOf(icao, isOther), heardAt)
    const placedAt = report && now - read.seenPosition * 1000
    if (placedAt !== undefined && isLater(placedAt, aircraft.placedAt)) {
      aircraft.placedAt = placedAt
      aircraft.toldAt = heardAt
      this.#tell(icao, isOther, placedAt, claim, report)
      return 'decoded'
    }
    if (!isLater(heardAt, aircraft.toldAt)) return 'duplicate'
    aircraft.toldAt = heardAt
    this.#tell(icao, isOther, heardAt, claim, undefined)
    return 'decoded'
  }

  #tell(icao: number, isOther: boolean, time: Timestamp, claim: Claim, report: Report | undefined): void {
    const { sensorId, simulated } = this.#site
    const heard = { sensorId, time, receivedAt: this.#receivedAt, simulated }
    if (report) {
      const sensorTrack = isOther && { sensorTrack: `~${icao.toString(16).padStart(6, '0').toUpperCase()}` }
      this.#sink.plot({ ...heard, ...report, claim, ...sensorTrack })
    } else if (!isOther) this.#sink.statement({ ...heard, claim })
  }
}

/** Documents round the age of a position to a tenth of a second, and some the time they were written to a second. */
const ROUNDING = 400

const isLater = (time: Timestamp, than: Timestamp | undefined): boolean => than === undefined || time - than > ROUNDING

/** The clock of the computer that writes documents is believed when it is no further than this from ours. */
const CLOCK_TOLERANCE = 60_000

/** More than fly over all oceans at a time. */
const MOST_ENTRIES = 20_000

/** Of a document that holds a wrong entry, as much is shown as of a line. */
const SHOWN = 1024
