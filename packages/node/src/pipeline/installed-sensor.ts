import { PolarImage } from '@csii/geo'
import {
  DECODE_PROBLEMS, type Measurement, type SensorCounts, type SensorKind, type SensorReader, type SensorSink,
  type SensorSite, type SharedMemory,
} from '@csii/model'
import { createDelayGauge, type Delay } from './delay-gauge.ts'
import { createHearing, type Hearing } from './hearing.ts'
import { MeasurementLog } from './measurement-log.ts'
import type { Chunk, RadarPicture, Reading, Rejected, WorkerSensor } from './messages.ts'
import { createRejectedLog } from './rejected-log.ts'

/** Transports open fewer. When one more begins, the one that was silent longest is taken for ended. */
export const MAX_STREAMS = 64

/** Pixels of a side: as fine as the ranges that a picture holds, and quarter of a megabyte. */
const PICTURE_SIZE = 512

interface Stream {
  readonly reader: SensorReader
  valid: number
}

/** Whoever takes what the sensor observes; the rest of what its readers say is of interest to some. */
type Observer = Pick<SensorSink, 'plot' | 'statement'> & Partial<SensorSink>

/** One sensor in its place: a reader for each of its streams, and what they have read together. */
export class InstalledSensor {
  readonly #open: () => SensorReader
  readonly hearing: Hearing
  readonly #sink: SensorSink
  readonly #rejected = createRejectedLog()
  readonly #delays = createDelayGauge()
  readonly #measurements = new MeasurementLog()
  /** Of a radar that sends its video. */
  #image: PolarImage | undefined
  #lastBeamAt = 0
  /** Silent longest first. */
  readonly #streams = new Map<number, Stream>()
  /** What streams that are over have read. */
  #ended: readonly SensorCounts[] = []
  #receivedAt = 0
  #lastHeardAt: number | undefined

  constructor(
    sensor: WorkerSensor, kind: SensorKind, shared: SharedMemory, observer: Observer, hearing: Hearing = createHearing(sensor),
  ) {
    const site = siteOf(sensor)
    this.hearing = hearing
    this.#open = () => kind.open(site, shared)
    this.#sink = {
      plot: (plot) => {
        this.#delays.note(plot)
        hearing.plot(plot)
        observer.plot(plot)
      },
      statement: (statement) => {
        this.#delays.note(statement)
        observer.statement(statement)
      },
      measurement: (measurement) => {
        this.#measurements.note(measurement)
        observer.measurement?.(measurement)
      },
      video: (spoke) => {
        this.#image ??= new PolarImage()
        this.#image.add(spoke, this.#receivedAt)
        this.#lastBeamAt = this.#receivedAt
      },
      problem: (problem, bytes, from, to) => {
        this.#rejected.add(problem, this.#receivedAt, bytes, from, to)
        observer.problem?.(problem, bytes, from, to)
      },
      heardAgain: (plot) => hearing.plot(plot),
    }
  }

  take({ stream: number, bytes, receivedAt, datagram }: Omit<Chunk, 'sensor'>): void {
    this.#receivedAt = receivedAt
    if (!bytes) return this.#end(number)
    const stream = this.#streamOf(number)
    stream.reader.read(bytes, receivedAt, this.#sink, datagram)
    this.#note(stream)
  }

  tick(now: number): void {
    this.#receivedAt = now
    for (const { reader } of this.#streams.values()) reader.tick(now, this.#sink)
    this.hearing.tick(now, this.counts())
  }

  counts(): SensorCounts {
    return sumOf([...this.#ended, ...[...this.#streams.values()].map(({ reader }) => reader.counts())])
  }

  delay(now: number): Delay | undefined {
    return this.#delays.delay(now)
  }

  reading(now: number): Omit<Reading, 'place' | 'opening' | 'refused'> {
    return {
      counts: this.counts(), lastHeardAt: this.lastHeardAt, delay: this.delay(now), hasVideo: this.hasVideo,
      hearing: this.hearing.report(),
    }
  }

  measurements(): readonly Measurement[] {
    return this.#measurements.all()
  }

  get hasVideo(): boolean {
    return this.#image !== undefined
  }

  radarPicture(now: number): RadarPicture | undefined {
    return this.#image && { time: this.#lastBeamAt, raster: this.#image.raster(PICTURE_SIZE, now) }
  }

  rejected(): readonly Rejected[] {
    return this.#rejected.newestFirst()
  }

  get lastHeardAt(): number | undefined {
    return this.#lastHeardAt
  }

  #streamOf(number: number): Stream {
    const known = this.#streams.get(number)
    if (known && this.#streams.size === 1) return known
    const [silentLongest] = this.#streams.keys()
    if (!known && this.#streams.size >= MAX_STREAMS && silentLongest !== undefined) this.#end(silentLongest)
    const stream = known ?? { reader: this.#open(), valid: 0 }
    this.#streams.delete(number)
    this.#streams.set(number, stream)
    return stream
  }

  #end(number: number): void {
    const stream = this.#streams.get(number)
    if (!stream) return
    stream.reader.end(this.#receivedAt, this.#sink)
    this.#streams.delete(number)
    this.#ended = [sumOf([...this.#ended, this.#note(stream)])]
  }

  #note(stream: Stream): SensorCounts {
    const counts = stream.reader.counts()
    const valid = counts.decoded + counts.duplicates
    if (valid > stream.valid) this.hearing.heard((this.#lastHeardAt = this.#receivedAt))
    stream.valid = valid
    return counts
  }
}

const siteOf = ({ id, simulated, position, antennaHeight, options }: WorkerSensor): SensorSite => ({
  sensorId: id,
  simulated,
  ...(position && { position }),
  ...(antennaHeight !== undefined && { antennaHeight }),
  ...(options && { options }),
})

function sumOf(all: readonly SensorCounts[]): SensorCounts {
  const sum = (value: (counts: SensorCounts) => number) => all.reduce((total, counts) => total + value(counts), 0)
  // Every problem has its count by construction, which `fromEntries` cannot say in its type.
  const problems = Object.fromEntries(
    DECODE_PROBLEMS.map((problem) => [problem, sum((counts) => counts.problems[problem])]),
  ) as SensorCounts['problems']
  return {
    received: sum(({ received }) => received),
    decoded: sum(({ decoded }) => decoded),
    duplicates: sum(({ duplicates }) => duplicates),
    pending: sum(({ pending }) => pending),
    problems,
  }
}
