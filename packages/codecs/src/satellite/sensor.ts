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
import { Tally } from '../nmea/tally.ts'
import { NOWHERE } from '../nowhere.ts'
import { placeOf, readDetection, type Detection, type DetectionOptions } from './detection.ts'
import { DETECTORS } from './detector.ts'
import { FeatureScanner, type FeatureTaker } from './feature-scanner.ts'
import { featureReader, type ReadFeature } from './feature.ts'
import { guessSatelliteMapping, isDocument, looksLikeSatellite } from './looks-like.ts'
import { FEATURE_REQUIRED, ROW_REQUIRED, SATELLITE_VOCABULARY } from './vocabulary.ts'

/** Of the ellipses of radio detections, percent. */
const USUAL_LEVEL = 95

const OPTIONS: readonly SensorOption[] = [
  {
    key: 'mapping',
    form: 'text',
    usual: 'columns or properties guessed from their names',
    fault(value) {
      const mapping = parseMapping(String(value), SATELLITE_VOCABULARY, FEATURE_REQUIRED)
      return mapping.ok ? undefined : mapping.problem
    },
    write: 'mapping: time=Acquired lat=Lat lon=Lon, each with the name of its column or property.',
  },
  {
    key: 'detector',
    form: 'choice',
    choices: DETECTORS,
    usual: 'what each detection says, else sar',
    fault: (value) => (DETECTORS.some((each) => each === value) ? undefined : 'is no kind of detector'),
    write: `detector: and one of ${DETECTORS.join(', ')}.`,
  },
  {
    key: 'accuracy',
    form: 'number',
    usual: 'what each detection says, else what is usual for its detector',
    fault: (value) => (Number(value) > 0 && Number(value) <= 500_000 ? undefined : 'is no distance'),
    write: 'accuracy: and one standard deviation of a detection, in metres.',
  },
  {
    key: 'level',
    form: 'number',
    usual: String(USUAL_LEVEL),
    fault: (value) => (Number(value) > 0 && Number(value) < 100 ? undefined : 'is no probability'),
    write: 'level: and the probability that an object is within its ellipse, in percent.',
  },
]

/** Detections by satellites: radar, cameras, night lights, radio; lists (CSV) and GeoJSON. */
export const satellite: SensorKind = {
  id: 'satellite',
  title: 'Satellite detections (CSV, GeoJSON)',
  means: 'satellite',
  looksLike: looksLikeSatellite,
  propose: (first) => (isDocument(first) ? undefined : mappingProposal(first, guessSatelliteMapping)),
  options: OPTIONS,
  open: (site) => new SatelliteReader(site),
}

/**
 * Counts rows and features. What is told twice is a duplicate; what the list calls no vessel is decoded and gives no
 * plot.
 */
class SatelliteReader implements SensorReader, RowTaker, FeatureTaker {
  readonly #site: SensorSite
  readonly #options: DetectionOptions
  readonly #table: TableReader
  readonly #features = new FeatureScanner()
  readonly #readFeature: ReadFeature
  readonly #told = new RecentKeys()
  readonly #tally = new Tally()
  #form: 'list' | 'features' | undefined
  #finest = Number.POSITIVE_INFINITY
  #sink: SensorSink = NOWHERE
  #receivedAt: Timestamp = 0

  constructor(site: SensorSite) {
    const { mapping, detector, accuracy, level } = site.options ?? {}
    const text = typeof mapping === 'string' ? mapping : undefined
    this.#site = site
    this.#options = {
      detector: DETECTORS.find((each) => each === detector),
      accuracy: typeof accuracy === 'number' ? accuracy : undefined,
      level: (typeof level === 'number' ? level : USUAL_LEVEL) / 100,
    }
    this.#table = new TableReader({ vocabulary: SATELLITE_VOCABULARY, required: ROW_REQUIRED, mapping: text }, this)
    this.#readFeature = featureReader(text)
  }

  read(bytes: Uint8Array, receivedAt: Timestamp, sink: SensorSink, datagram = false): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    this.#form ??= formOf(bytes)
    if (this.#form === 'list') this.#table.read(bytes, datagram)
    if (this.#form === 'features') this.#features.read(bytes, this)
    if (datagram) this.#finish()
  }

  tick(): void {}

  end(receivedAt: Timestamp, sink: SensorSink): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    this.#finish()
  }

  counts(): SensorCounts {
    return this.#tally.counts()
  }

  row(row: MappedRow, bytes: Uint8Array, from: number, to: number): void {
    const place = placeOf(row)
    if (typeof place === 'string') return this.refused(place, bytes, from, to)
    // Spreadsheets drop zeros at the end, so a list is as fine as the finest value that it has shown.
    this.#finest = Math.min(this.#finest, place.step)
    this.#settle(readDetection(row, this.#options, { ...place, step: this.#finest }), bytes, from, to)
  }

  object(bytes: Uint8Array, from: number, to: number): void {
    const feature = this.#readFeature(bytes, from, to)
    if (!feature.ok) return this.refused(feature.problem, bytes, from, to)
    const { row, place = placeOf(row) } = feature.value
    if (typeof place === 'string') return this.refused(place, bytes, from, to)
    this.#settle(readDetection(row, this.#options, place), bytes, from, to)
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

  refused(problem: DecodeProblem, bytes: Uint8Array, from: number, to: number): void {
    this.#tally.received++
    this.#tally.problem(problem)
    this.#sink.problem(problem, bytes, from, to)
  }

  #settle(detection: Result<Detection, DecodeProblem>, bytes: Uint8Array, from: number, to: number): void {
    if (!detection.ok) return this.refused(detection.problem, bytes, from, to)
    this.#tally.received++
    const { detector, time, position, covariance, isVessel, description } = detection.value
    if (this.#told.tell(`${detector} ${time} ${position.lat} ${position.lon}`)) return void this.#tally.duplicates++
    this.#tally.decoded++
    if (!isVessel) return
    const { sensorId, simulated } = this.#site
    const receivedAt = this.#receivedAt
    this.#sink.plot({ sensorId, time, receivedAt, simulated, position, covariance, claim: { description } })
  }

  /** The next file may be of the other form. */
  #finish(): void {
    this.#table.end()
    this.#features.end(this)
    this.#form = undefined
  }
}

/** JSON begins with a brace or a bracket, and no list does. Undefined while only blanks have come. */
function formOf(bytes: Uint8Array): 'list' | 'features' | undefined {
  const first = bytes.find((byte) => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf)
  return first === undefined ? undefined : first === 123 || first === 91 ? 'features' : 'list'
}
