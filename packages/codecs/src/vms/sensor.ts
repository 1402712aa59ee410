import type {
  DecodeProblem,
  Result,
  SensorCounts,
  SensorKind,
  SensorOption,
  SensorReader,
  SensorSink,
  SensorSite,
  Timestamp,
} from '@csii/model'
import type { MappedRow } from '../columns/mapped-row.ts'
import { parseMapping } from '../columns/mapping.ts'
import { mappingProposal } from '../columns/propose.ts'
import { RecentKeys } from '../columns/recent-keys.ts'
import { TableReader, type RowTaker } from '../columns/table-reader.ts'
import { decodeLatin1 } from '../columns/text.ts'
import { CR, LF } from '../nmea/ascii.ts'
import { Tally } from '../nmea/tally.ts'
import { NOWHERE } from '../nowhere.ts'
import { guessVmsMapping, listReport, VMS_REQUIRED, VMS_VOCABULARY } from './list.ts'
import { looksLikeNaf, looksLikeVmsList } from './looks-like.ts'
import { nafReport } from './naf-report.ts'
import { NafScanner, type NafTaker } from './naf-scanner.ts'
import { decodeNaf, isKnownType } from './naf.ts'
import { plotOf, USUAL_SIGMA, type VmsReport } from './report.ts'

const OPTIONS: readonly SensorOption[] = [
  {
    key: 'mapping',
    form: 'text',
    usual: 'messages in the North Atlantic Format, or a list whose columns are guessed from its header',
    fault(value) {
      const mapping = parseMapping(String(value), VMS_VOCABULARY, VMS_REQUIRED)
      return mapping.ok ? undefined : mapping.problem
    },
    write: 'mapping: time=Date+Time lat=Latitude lon=Longitude id="Beacon ID", each with the header of its column.',
  },
  {
    key: 'accuracy',
    form: 'number',
    usual: String(USUAL_SIGMA),
    fault: (value) => (Number(value) > 0 && Number(value) <= 100_000 ? undefined : 'is no distance'),
    write: 'accuracy: and one standard deviation of the receivers on board, in metres.',
  },
]

/** Vessel monitoring systems: messages in the North Atlantic Format, or lists that a fisheries department exports. */
export const vms: SensorKind = {
  id: 'vms',
  title: 'VMS: North Atlantic Format or lists (CSV)',
  means: 'vms',
  looksLike: (bytes) => looksLikeNaf(bytes) || looksLikeVmsList(bytes),
  propose: (first) => (looksLikeNaf(first) ? undefined : mappingProposal(first, guessVmsMapping)),
  options: OPTIONS,
  open: (site) => new VmsReader(site),
}

/** The beginning of a stream is looked at so far to tell a list from messages. */
const LONGEST_LOOK = 4096

/** Counts messages or rows; text around messages counts as one for each kilobyte. */
class VmsReader implements SensorReader, NafTaker, RowTaker {
  readonly #site: SensorSite
  readonly #sigma: number
  readonly #messages = new NafScanner()
  readonly #table: TableReader
  readonly #told = new RecentKeys()
  readonly #tally = new Tally()
  #form: 'list' | 'messages' | undefined
  /** What was received before the form is known. */
  #first = ''
  #finest = Number.POSITIVE_INFINITY
  #sink: SensorSink = NOWHERE
  #receivedAt: Timestamp = 0

  constructor(site: SensorSite) {
    const { mapping, accuracy } = site.options ?? {}
    this.#site = site
    this.#sigma = typeof accuracy === 'number' ? accuracy : USUAL_SIGMA
    this.#table = new TableReader(
      {
        vocabulary: VMS_VOCABULARY,
        required: VMS_REQUIRED,
        mapping: typeof mapping === 'string' ? mapping : undefined,
      },
      this,
    )
    if (typeof mapping === 'string') this.#form = 'list'
  }

  read(bytes: Uint8Array, receivedAt: Timestamp, sink: SensorSink, datagram = false): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    if (this.#form === undefined) this.#look(bytes, datagram)
    else this.#pass(bytes, datagram)
  }

  tick(): void {}

  end(receivedAt: Timestamp, sink: SensorSink): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    if (this.#form === undefined) this.#look(new Uint8Array(0), true)
    this.#table.end()
    this.#messages.end(this)
  }

  counts(): SensorCounts {
    return this.#tally.counts()
  }

  message(bytes: Uint8Array, from: number, to: number): void {
    const message = decodeNaf(bytes, from, to)
    if (!message.ok) return this.refused(message.problem, bytes, from, to)
    if (!isKnownType(message.value.fields['TM']!)) return this.refused('unsupported', bytes, from, to)
    this.#settle(nafReport(message.value, this.#site.sensorId), bytes, from, to)
  }

  other(bytes: Uint8Array, from: number, to: number): void {
    this.refused('framing', bytes, from, to)
  }

  broken(bytes: Uint8Array, from: number, to: number): void {
    this.refused('incomplete', bytes, from, to)
  }

  overflow(bytes: Uint8Array, from: number, to: number): void {
    this.refused('overflow', bytes, from, to)
  }

  row(row: MappedRow, bytes: Uint8Array, from: number, to: number): void {
    const report = listReport(row, this.#site.sensorId)
    this.#settle(report.ok ? { ok: true, value: this.#sharpened(report.value) } : report, bytes, from, to)
  }

  refused(problem: DecodeProblem, bytes: Uint8Array, from: number, to: number): void {
    this.#tally.received++
    this.#tally.problem(problem)
    this.#sink.problem(problem, bytes, from, to)
  }

  #settle(report: Result<VmsReport | undefined, DecodeProblem>, bytes: Uint8Array, from: number, to: number): void {
    if (!report.ok) return this.refused(report.problem, bytes, from, to)
    this.#tally.received++
    const { value } = report
    if (value && this.#told.tell(`${value.uid}\n${value.time}`)) return void this.#tally.duplicates++
    this.#tally.decoded++
    if (value) this.#sink.plot(plotOf(value, this.#site, this.#receivedAt, this.#sigma))
  }

  /** Spreadsheets drop zeros at the end, so a list is as fine as the finest value that it has shown. */
  #sharpened(report: VmsReport): VmsReport {
    this.#finest = Math.min(this.#finest, report.latStep, report.lonStep)
    return { ...report, latStep: this.#finest, lonStep: this.#finest }
  }

  /**
   * Holds back the first lines until they tell which form this is. A list is one for good; a datagram may be either.
   */
  #look(bytes: Uint8Array, isWhole: boolean): void {
    this.#first += decodeLatin1(bytes, 0, bytes.length)
    const isEnough = isWhole || this.#first.length >= LONGEST_LOOK
    // Until a line has ended, or a message may have begun, there is nothing new to see.
    if (!isEnough && !bytes.some((byte) => byte === LF || byte === CR || byte === SLASH)) return
    const held = Uint8Array.from(this.#first, (character) => character.charCodeAt(0))
    const isList = !looksLikeNaf(held) && looksLikeVmsList(held.subarray(0, isWhole ? undefined : endOfLines(held)))
    if (!isEnough && !isList && !looksLikeNaf(held)) return
    this.#first = ''
    if (isList || !isWhole) this.#form = isList ? 'list' : 'messages'
    if (isList) this.#table.read(held, isWhole)
    else this.#passMessages(held, isWhole)
  }

  #pass(bytes: Uint8Array, datagram: boolean): void {
    if (this.#form === 'list') this.#table.read(bytes, datagram)
    else this.#passMessages(bytes, datagram)
  }

  #passMessages(bytes: Uint8Array, datagram: boolean): void {
    this.#messages.read(bytes, this)
    if (datagram) this.#messages.end(this)
  }
}

/** Behind the last line that has ended. */
const endOfLines = (bytes: Uint8Array): number => Math.max(bytes.lastIndexOf(LF), bytes.lastIndexOf(CR)) + 1

const SLASH = 47
