import {
  DECODE_PROBLEMS,
  type DecodeProblem,
  type Plot,
  type SensorCounts,
  type SensorKind,
  type SensorReader,
  type SensorSink,
  type SensorSite,
  type Timestamp,
} from '@csii/model'
import { NOWHERE } from '../nowhere.ts'
import type { PolarSigma } from '../polar.ts'
import { adsbReport } from './adsb-report.ts'
import { BlockReader, type BlockTaker } from './block-reader.ts'
import type { Editions } from './category.ts'
import { asterixDecoder, type DecodeBlock } from './decode.ts'
import { looksLikeAsterix } from './looks-like.ts'
import { ASTERIX_OPTIONS, editionsOf, sigmaOf } from './options.ts'
import { oldRadarReport, radarReport } from './radar-report.ts'
import type { AsterixRecord } from './record.ts'
import type { Report, ReportOf } from './report.ts'
import { surfaceReport } from './surface-report.ts'
import { timeOfValidity } from './time-of-day.ts'
import { trackReport } from './track-report.ts'
import { spokeOf } from './video.ts'

export interface AsterixOptions {
  /** The editions that the sensor speaks, where they are not the newest. */
  readonly editions?: Editions
}

/** Radars and other sensors of air traffic and of coasts that speak ASTERIX, over datagrams or streams. */
export function asterixKind({ editions = {} }: AsterixOptions = {}): SensorKind {
  return {
    id: 'asterix',
    title: 'ASTERIX',
    means: 'radar',
    options: ASTERIX_OPTIONS,
    looksLike: looksLikeAsterix,
    open: (site) => new AsterixReader(site, asterixDecoder(editionsOf(site.options) ?? editions)),
  }
}

export const asterix: SensorKind = asterixKind()

/** The categories that report objects. Of the others the records are counted and not used. */
const REPORTS: Readonly<Record<number, ReportOf>> = {
  1: oldRadarReport,
  10: surfaceReport,
  21: adsbReport,
  48: radarReport,
  62: trackReport,
}

/** Counts records; what of a block could not be read counts as one. */
class AsterixReader implements SensorReader, BlockTaker {
  readonly #site: SensorSite
  readonly #sigma: Partial<PolarSigma>
  readonly #decode: DecodeBlock
  readonly #blocks = new BlockReader(this)
  readonly #problems = new Map<DecodeProblem, number>()
  #decoded = 0
  #sink: SensorSink = NOWHERE
  #receivedAt: Timestamp = 0

  constructor(site: SensorSite, decode: DecodeBlock) {
    this.#site = site
    this.#sigma = sigmaOf(site.options)
    this.#decode = decode
  }

  read(bytes: Uint8Array, receivedAt: Timestamp, sink: SensorSink, datagram = false): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    this.#blocks.read(bytes, datagram)
  }

  tick(): void {}

  end(receivedAt: Timestamp, sink: SensorSink): void {
    this.#sink = sink
    this.#receivedAt = receivedAt
    this.#blocks.end()
  }

  counts(): SensorCounts {
    // Every problem of the list gets an entry, so the record is whole.
    const problems = Object.fromEntries(
      DECODE_PROBLEMS.map((problem) => [problem, this.#problems.get(problem) ?? 0]),
    ) as SensorCounts['problems']
    const refused = Object.values(problems).reduce((sum, count) => sum + count, 0)
    return { received: this.#decoded + refused, decoded: this.#decoded, duplicates: 0, pending: 0, problems }
  }

  block(bytes: Uint8Array, from: number, to: number): void {
    const records: AsterixRecord[] = []
    const refusal = this.#decode(bytes, from, to, records)
    this.#decoded += records.length
    for (const record of records) this.#tell(record)
    if (!refusal) return
    this.#problems.set(refusal.problem, (this.#problems.get(refusal.problem) ?? 0) + 1)
    this.#sink.problem(refusal.problem, bytes, refusal.from, refusal.to)
  }

  #show(items: AsterixRecord['items']): void {
    const spoke = this.#sink.video && spokeOf(items)
    if (spoke) this.#sink.video?.(spoke)
  }

  #tell({ cat, items }: AsterixRecord): void {
    if (cat === VIDEO) return this.#show(items)
    const { sensorId, simulated, position: site } = this.#site
    const report = REPORTS[cat]?.(items, site, this.#sigma)
    if (!report) return
    const { position, covariance } = report
    const time = timeOfValidity(report.seconds, this.#receivedAt, report.period)
    const plot: Draft = {
      sensorId,
      time,
      receivedAt: this.#receivedAt,
      simulated: simulated || report.simulated,
      position,
      covariance,
    }
    addWhatIsKnown(plot, report)
    this.#sink.plot(plot)
  }
}

function addWhatIsKnown(plot: Draft, { polar, speed, courseDeg, altitude, sensorTrack, claim }: Report): void {
  if (polar) plot.polar = polar
  if (speed !== undefined) plot.speed = speed
  if (courseDeg !== undefined) plot.courseDeg = courseDeg
  if (altitude !== undefined) plot.altitude = altitude
  if (sensorTrack !== undefined) plot.sensorTrack = String(sensorTrack)
  if (claim) plot.claim = claim
}

/** Radar video. */
const VIDEO = 240

/** A plot while it is made. */
type Draft = { -readonly [Key in keyof Plot]: Plot[Key] }
