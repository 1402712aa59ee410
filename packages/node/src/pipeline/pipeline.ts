import type { Explanation, Judgement, Measurement, Registration, Track } from '@csii/model'
import type { SensorReadings } from './gauge.ts'
import type { SavedHearing } from './hearing.ts'
import { createInFlight, type InFlight } from './in-flight.ts'
import type { Intake } from './intake.ts'
import type { Chunk, Installation, RadarPicture, Rejected, WorkerSensor, WorkerSetup } from './messages.ts'
import { createPlaces } from './places.ts'
import { allocateTable, openTable, type TrackTable } from './track-table.ts'
import { WorkerThread } from './worker-thread.ts'

export interface PipelineOptions {
  readonly sensors: readonly WorkerSensor[]
  readonly clock: () => number
  /** Tracks of an earlier run, to be taken up. */
  readonly restored?: readonly Track[]
  /** What sensors were learned to hear in an earlier run. */
  readonly hearings?: readonly SavedHearing[]
  /** Where everything that is taken in and believed is sent to be kept, under the number of this run. */
  readonly record?: WorkerSetup['record']
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
  /** Takes a sensor in, or puts another description in the place of the one it has: its readings begin anew. */
  install(sensor: WorkerSensor): void
  /** What was heard by it stays in the tracks until they are forgotten. */
  remove(sensorId: string): void
  readings(sensorId: string): SensorReadings
  /** The last refused inputs, newest first. */
  inspect(sensorId: string): Promise<readonly Rejected[]>
  /** What equipment on board told last. */
  measurements(sensorId: string): Promise<readonly Measurement[]>
  radarPicture(sensorId: string): Promise<RadarPicture | undefined>
  describe(trackId: string): Promise<Track | undefined>
  /** Why a track is as it is. */
  explain(trackId: string): Promise<Explanation | undefined>
  /** What is known of how each radar is set up. */
  registrations(): Promise<readonly Registration[]>
  /** Carries out what a person decided; a sentence that says why when it cannot. */
  decide(judgement: Judgement): Promise<string | undefined>
  /** Takes a decision back; false when the tracker has none of this name. */
  undo(judgementId: string): Promise<boolean>
  /** Live tracks, never simulated ones, that were heard since. */
  liveTracks(heardAfter: number): Promise<readonly Track[]>
  /** What each installed sensor is learned to hear. */
  hearings(): Promise<readonly SavedHearing[]>
  /** Age of the oldest bytes not read yet. */
  delayMs(): number
  stop(): Promise<void>
}

const MAX_TRACKS = 65_536
const MAX_BYTES_IN_FLIGHT = 4 * 1024 * 1024
const TICK_MS = 250
/** What was read is in the table after this at most, however little comes after it. */
const SETTLE_MS = 50

/** Starts the worker thread that decodes and keeps the tracks, and speaks with it on behalf of everybody else. */
export function startPipeline(options: PipelineOptions): Pipeline {
  const { sensors, clock, maxTracks = MAX_TRACKS, restored = [], hearings = [] } = options
  const places = createPlaces(sensors, clock)
  const memory = allocateTable(maxTracks, sensors.map(({ id }) => id))
  const table = openTable(memory)
  const setup: WorkerSetup = { sensors, table: memory, maxTracks, restored, hearings, ...(options.record && { record: options.record }) }
  const inFlight = createInFlight(options.maxBytesInFlight ?? MAX_BYTES_IN_FLIGHT)
  const worker = new WorkerThread(options.workerFile ?? new URL('./worker.ts', import.meta.url), setup, {
    taken: () => inFlight.taken(),
    readings: (readings) => places.note(readings),
    failed(error) {
      stopTime()
      options.onFailure(error)
    },
  })
  let isUnsettled = false
  function flush(): void {
    isUnsettled ||= inFlight.hasPending
    worker.sendBytes(inFlight.nextBatch())
  }
  function takeUnsettled(): boolean {
    const wasUnsettled = isUnsettled
    isUnsettled = false
    return wasUnsettled
  }
  const stopTime = letTimePass(worker, clock, takeUnsettled)

  /** After the bytes that came before it. */
  function tell(installation: Installation): void {
    table.sensorIds[installation.place] = installation.sensor?.id
    flush()
    worker.send({ type: 'install', installation })
  }

  return {
    table,
    ready: worker.ready,
    intake: createIntake(inFlight, places.placeOf, () => worker.isRunning, flush),
    install: (sensor) => tell(places.install(sensor)),
    remove: (sensorId) => tell(places.remove(sensorId)),
    readings: places.readings,
    inspect: async (sensorId) => (await worker.ask({ of: 'rejected', sensor: places.placeOf(sensorId) })).rejected,
    measurements: async (sensorId) =>
      (await worker.ask({ of: 'measurements', sensor: places.placeOf(sensorId) })).measurements,
    radarPicture: async (sensorId) =>
      (await worker.ask({ of: 'radar-picture', sensor: places.placeOf(sensorId), now: clock() })).picture,
    describe: async (id) => (await worker.ask({ of: 'track', id })).track,
    explain: async (id) => (await worker.ask({ of: 'explanation', id })).explanation,
    registrations: async () => (await worker.ask({ of: 'registrations' })).registrations,
    decide: async (judgement) => (await worker.ask({ of: 'decision', judgement })).refused,
    undo: async (id) => (await worker.ask({ of: 'undoing', id })).undone,
    liveTracks: async (heardAfter) => (await worker.ask({ of: 'live-tracks', heardAfter })).tracks,
    hearings: async () => (await worker.ask({ of: 'hearings' })).hearings,
    delayMs: () => (inFlight.oldest === undefined ? 0 : Math.max(0, clock() - inFlight.oldest)),
    async stop() {
      flush()
      stopTime()
      await worker.stop()
    },
  }
}

/** Tells the worker what time it is, and has it show what was read last. Gives what ends it. */
function letTimePass(worker: WorkerThread, clock: () => number, isDue: () => boolean): () => void {
  const timers = [
    setInterval(() => worker.send({ type: 'tick', now: clock() }), TICK_MS),
    setInterval(() => isDue() && worker.send({ type: 'settle', now: clock() }), SETTLE_MS),
  ]
  return () => timers.forEach((timer) => clearInterval(timer))
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
    offer(sensorId, bytes, receivedAt, datagram, stream = 0) {
      const sensor = placeOf(sensorId)
      if (!isOpen() || !inFlight.hasRoom(sensor, bytes.length, receivedAt)) return false
      take({ sensor, stream, bytes, receivedAt, datagram })
      return true
    },
    whenRoom: (sensorId, resume) => inFlight.whenRoom(placeOf(sensorId), resume),
    end: (sensorId, receivedAt, stream = 0) =>
      take({ sensor: placeOf(sensorId), stream, bytes: undefined, receivedAt, datagram: false }),
  }
}
