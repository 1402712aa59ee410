import { createTracker, type Tracker, type TrackSink } from '@csii/fusion'
import type { SensorKind, SensorReader, SensorSink, SharedMemory } from '@csii/model'
import type { Answer, Chunk, Question, Reading, WorkerSensor, WorkerSetup } from './messages.ts'
import { createRejectedLog, type RejectedLog } from './rejected-log.ts'
import { TableWriter } from './table-writer.ts'
import { openTable } from './track-table.ts'

/** What the worker does, without its thread: bytes in, rows of the track table out. Time comes with the calls. */
export interface Decoding {
  take(chunk: Chunk): void
  /** Lets time pass in readers and tracker, and tells how every sensor does. */
  tick(now: number): Reading[]
  answer(question: Question): Answer
}

interface Stream {
  readonly reader: SensorReader
  readonly sink: SensorSink
  readonly rejected: RejectedLog
  /** When the bytes that are being read were received. */
  receivedAt: number
  valid: number
  lastHeardAt: number | undefined
}

/** Forgetting looks at every track, so it happens less often than ticks come. */
const FORGET_EVERY = 5_000

export function createDecoding(setup: WorkerSetup, kinds: readonly SensorKind[], shared: SharedMemory): Decoding {
  const means = new Map(setup.sensors.map((sensor) => [sensor.id, kindOf(sensor, kinds).means]))
  const tracker = createTracker(
    { maxTracks: setup.maxTracks, meansOf: (sensorId) => means.get(sensorId) ?? 'unknown' },
    intoTable(new TableWriter(openTable(setup.table))),
  )
  for (const track of setup.restored) tracker.restore(track)
  const streams = setup.sensors.map((sensor) => openStream(sensor, kindOf(sensor, kinds), shared, tracker))
  let forgotAt = 0

  return {
    take({ sensor, bytes, receivedAt, datagram }) {
      const stream = streams[sensor]!
      stream.receivedAt = receivedAt
      if (bytes) stream.reader.read(bytes, receivedAt, stream.sink, datagram)
      else stream.reader.end(receivedAt, stream.sink)
      const { decoded, duplicates } = stream.reader.counts()
      if (decoded + duplicates > stream.valid) stream.lastHeardAt = receivedAt
      stream.valid = decoded + duplicates
    },
    tick(now) {
      for (const stream of streams) {
        stream.receivedAt = now
        stream.reader.tick(now, stream.sink)
      }
      // Either way: the clock may have been set back.
      if (Math.abs(now - forgotAt) >= FORGET_EVERY) tracker.forget((forgotAt = now))
      return streams.map(({ reader, lastHeardAt }) => ({ counts: reader.counts(), lastHeardAt }))
    },
    answer(question) {
      if (question.of === 'rejected') {
        return { of: 'rejected', rejected: streams[question.sensor]!.rejected.newestFirst() }
      }
      if (question.of === 'track') return { of: 'track', track: tracker.tracks.get(question.id) }
      const tracks = [...tracker.tracks.values()]
      return {
        of: 'live-tracks',
        tracks: tracks.filter(({ simulated, heardAt }) => !simulated && heardAt > question.heardAfter),
      }
    },
  }
}

const intoTable = (writer: TableWriter): TrackSink => ({
  changed: (track) => writer.put(track),
  forgotten: (track) => writer.remove(track),
})

function kindOf({ id, kind }: WorkerSensor, kinds: readonly SensorKind[]): SensorKind {
  const found = kinds.find((candidate) => candidate.id === kind)
  if (!found) throw new Error(`Sensor ${id} is of kind ${kind}; there are ${kinds.map((known) => known.id).join(', ')}`)
  return found
}

function openStream(sensor: WorkerSensor, kind: SensorKind, shared: SharedMemory, tracker: Tracker): Stream {
  const { id: sensorId, position, simulated } = sensor
  const rejected = createRejectedLog()
  const stream: Stream = {
    reader: kind.open({ sensorId, simulated, ...(position && { position }) }, shared),
    rejected,
    sink: {
      plot: tracker.plot,
      statement: tracker.statement,
      measurement() {},
      problem: (problem, bytes, from, to) => rejected.add(problem, stream.receivedAt, bytes, from, to),
    },
    receivedAt: 0,
    valid: 0,
    lastHeardAt: undefined,
  }
  return stream
}
