import {
  DECODE_PROBLEMS, type SensorCounts, type SensorKind, type SensorReader, type SensorSink, type SensorSite, type SharedMemory,
} from '@csii/model'
import { createDelayGauge, type Delay } from './delay-gauge.ts'
import type { Chunk, Rejected, WorkerSensor } from './messages.ts'
import { createRejectedLog } from './rejected-log.ts'

/** One sensor in its place: a reader for each of its streams, and what they have read together. */
export interface InstalledSensor {
  take(chunk: Omit<Chunk, 'sensor'>): void
  tick(now: number): void
  counts(): SensorCounts
  delay(now: number): Delay | undefined
  rejected(): readonly Rejected[]
  readonly lastHeardAt: number | undefined
}

/** Transports open fewer. When one more begins, the one that was silent longest is taken for ended. */
export const MAX_STREAMS = 64

interface Stream {
  readonly reader: SensorReader
  valid: number
}

type Observations = Pick<SensorSink, 'plot' | 'statement'>

export function installSensor(
  sensor: WorkerSensor, kind: SensorKind, shared: SharedMemory, { plot, statement }: Observations,
): InstalledSensor {
  const site = siteOf(sensor)
  const log = createRejectedLog()
  const delays = createDelayGauge()
  /** Silent longest first. */
  const streams = new Map<number, Stream>()
  /** What streams that are over have read: one sum, or none yet. */
  const ended: SensorCounts[] = []
  let receivedAt = 0
  let lastHeardAt: number | undefined
  const sink: SensorSink = {
    plot(heard) {
      delays.note(heard)
      plot(heard)
    },
    statement(heard) {
      delays.note(heard)
      statement(heard)
    },
    measurement() {},
    problem: (problem, bytes, from, to) => log.add(problem, receivedAt, bytes, from, to),
  }

  function streamOf(number: number): Stream {
    const known = streams.get(number)
    if (known && streams.size === 1) return known
    if (!known && streams.size >= MAX_STREAMS) for (const silent of [...streams.keys()].slice(0, 1)) end(silent)
    const stream = known ?? { reader: kind.open(site, shared), valid: 0 }
    streams.delete(number)
    streams.set(number, stream)
    return stream
  }

  function noteValid(stream: Stream): SensorCounts {
    const counts = stream.reader.counts()
    const valid = counts.decoded + counts.duplicates
    if (valid > stream.valid) lastHeardAt = receivedAt
    stream.valid = valid
    return counts
  }

  function end(number: number): void {
    const stream = streams.get(number)
    if (!stream) return
    stream.reader.end(receivedAt, sink)
    streams.delete(number)
    ended.splice(0, ended.length, sumOf([...ended, noteValid(stream)]))
  }

  return {
    take(chunk) {
      const { stream, bytes, datagram } = chunk
      receivedAt = chunk.receivedAt
      if (!bytes) return end(stream)
      const reading = streamOf(stream)
      reading.reader.read(bytes, receivedAt, sink, datagram)
      noteValid(reading)
    },
    tick(now) {
      receivedAt = now
      for (const { reader } of streams.values()) reader.tick(now, sink)
    },
    counts: () => sumOf([...ended, ...[...streams.values()].map(({ reader }) => reader.counts())]),
    delay: (now) => delays.delay(now),
    rejected: () => log.newestFirst(),
    get lastHeardAt() {
      return lastHeardAt
    },
  }
}

export const siteOf = ({ id, simulated, position, antennaHeight, options }: Omit<WorkerSensor, 'kind'>): SensorSite => ({
  sensorId: id,
  simulated,
  ...(position && { position }),
  ...(antennaHeight !== undefined && { antennaHeight }),
  ...(options && { options }),
})

function sumOf(all: readonly SensorCounts[]): SensorCounts {
  const sum = (value: (counts: SensorCounts) => number): number => all.reduce((total, counts) => total + value(counts), 0)
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
