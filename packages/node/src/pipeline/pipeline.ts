import type { Track } from '@csii/model'
import { createGauge, type SensorReadings } from './gauge.ts'
import { createInFlight, type InFlight } from './in-flight.ts'
import type { Intake } from './intake.ts'
import type { Chunk, Rejected, WorkerSensor, WorkerSetup } from './messages.ts'
import { allocateTable, openTable, type TrackTable } from './track-table.ts'
import { WorkerThread } from './worker-thread.ts'

export interface PipelineOptions {
  readonly sensors: readonly WorkerSensor[]
  readonly clock: () => number
  /** Tracks of an earlier run, to be taken up. */
  readonly restored?: readonly Track[]
  /** The worker is dead and the picture stands still: the node cannot go on. Called once at most. */
  readonly onFailure: (error: Error) => void
  readonly maxTracks?: number
  /** Bytes of one sensor that may wait for the worker. */
  readonly maxBytesInFlight?: number
  readonly workerFile?: URL
}

export interface Pipeline {
  readonly intake: Intake
  readonly table: TrackTable
  /** Fulfilled when the worker runs. */
  readonly ready: Promise<void>
  readings(sensorId: string): SensorReadings
  /** The last refused inputs, newest first. */
  inspect(sensorId: string): Promise<readonly Rejected[]>
  describe(trackId: string): Promise<Track | undefined>
  /** Live tracks, never simulated ones, that were heard since. */
  liveTracks(heardAfter: number): Promise<readonly Track[]>
  /** Age of the oldest bytes not read yet. */
  delayMs(): number
  stop(): Promise<void>
}

const MAX_TRACKS = 65_536
const MAX_BYTES_IN_FLIGHT = 4 * 1024 * 1024
const TICK_MS = 250

/** Starts the worker thread that decodes and keeps the tracks, and speaks with it on behalf of everybody else. */
export function startPipeline(options: PipelineOptions): Pipeline {
  const { sensors, clock, maxTracks = MAX_TRACKS } = options
  const table = allocateTable(maxTracks, sensors.map(({ id }) => id))
  const setup: WorkerSetup = { sensors, table, maxTracks, restored: options.restored ?? [] }
  const inFlight = createInFlight(sensors.length, options.maxBytesInFlight ?? MAX_BYTES_IN_FLIGHT)
  const gauges = sensors.map(() => createGauge(clock()))
  const worker = new WorkerThread(options.workerFile ?? new URL('./worker.ts', import.meta.url), setup, {
    taken: () => inFlight.taken(),
    readings: (readings) => readings.forEach((reading, sensor) => gauges[sensor]!.note(reading, clock())),
    failed(error) {
      clearInterval(ticking)
      options.onFailure(error)
    },
  })
  const flush = () => worker.sendBytes(inFlight.nextBatch())
  const ticking = setInterval(() => worker.send({ type: 'tick', now: clock() }), TICK_MS)

  const places = new Map(sensors.map(({ id }, index) => [id, index]))
  function placeOf(sensorId: string): number {
    const place = places.get(sensorId)
    if (place === undefined) throw new Error(`The pipeline knows no sensor ${sensorId}`)
    return place
  }

  return {
    table: openTable(table),
    ready: worker.ready,
    intake: createIntake(inFlight, placeOf, () => worker.isRunning, flush),
    readings: (sensorId) => gauges[placeOf(sensorId)]!.readings(),
    inspect: async (sensorId) => (await worker.ask({ of: 'rejected', sensor: placeOf(sensorId) })).rejected,
    describe: async (id) => (await worker.ask({ of: 'track', id })).track,
    liveTracks: async (heardAfter) => (await worker.ask({ of: 'live-tracks', heardAfter })).tracks,
    delayMs: () => (inFlight.oldest === undefined ? 0 : Math.max(0, clock() - inFlight.oldest)),
    async stop() {
      flush()
      clearInterval(ticking)
      await worker.stop()
    },
  }
}

/** Bytes that come in one turn of the event loop go to the worker as one message. */
function createIntake(
  inFlight: InFlight,
  placeOf: (sensorId: string) => number,
  isOpen: () => boolean,
  flush: () => void,
): Intake {
  function take(chunk: Chunk): void {
    if (!inFlight.hasPending) setImmediate(flush)
    inFlight.add(chunk)
  }
  return {
    offer(sensorId, bytes, receivedAt, datagram) {
      const sensor = placeOf(sensorId)
      if (!isOpen() || !inFlight.hasRoom(sensor, bytes.length)) return false
      take({ sensor, bytes, receivedAt, datagram })
      return true
    },
    whenRoom: (sensorId, resume) => inFlight.whenRoom(placeOf(sensorId), resume),
    end: (sensorId, receivedAt) => take({ sensor: placeOf(sensorId), bytes: undefined, receivedAt, datagram: false }),
  }
}
