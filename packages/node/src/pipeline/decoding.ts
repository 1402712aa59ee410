import type { SensorKind, SharedMemory, Timestamp } from '@csii/model'
import { createHearings } from './hearing.ts'
import { InstalledSensor } from './installed-sensor.ts'
import type { Answer, Chunk, Installation, Question, Reading, WorkerSensor, WorkerSetup } from './messages.ts'
import type { WrittenBatch } from './record/batch-writer.ts'
import { createRecordedTracker } from './record/recorded-tracker.ts'
import { createKnownSensors } from './sensor-facts.ts'
import { TableWriter } from './table-writer.ts'
import { openTable } from './track-table.ts'
import { answerOf } from './tracker-answers.ts'

/** What the worker does, without its thread: bytes in, rows of the track table out. Time comes with the calls. */
export interface Decoding {
  /** What it says may take effect a little later, together with what comes next. */
  take(chunk: Chunk): void
  install(installation: Installation): void
  /** Has all that was read take effect in tracks and table. */
  settle(now: Timestamp): void
  /** Nothing more will come: lets all that did take effect. */
  end(): void
  /** Lets time pass in readers and tracker, and tells how every sensor does. */
  tick(now: number): Reading[]
  answer(question: Question): Answer
}

interface Place {
  readonly sensorId: string
  readonly opening: number
  readonly installed: InstalledSensor
}

/** Forgetting looks at every track, so it happens less often than ticks come. */
const FORGET_EVERY = 5_000
/** What comes within this, ms, is worked on together: screens are told a few times a second. */
const SETTLE_EVERY = 50

export function createDecoding(
  setup: WorkerSetup, kinds: readonly SensorKind[], shared: SharedMemory, keep: (batch: WrittenBatch) => void = () => {},
): Decoding {
  const writer = new TableWriter(openTable(setup.table))
  const known = createKnownSensors()
  const { tracker, observer, advance, forget } = createRecordedTracker(setup, known.factsOf, writer, keep)
  const hearings = createHearings(setup.hearings)
  const places = new Map<number, Place>()
  let forgotAt = 0
  let settledAt = -Infinity
  let takenAt = 0

  function install({ place, opening, sensor }: Installation): void {
    writer.seat(place, sensor?.id)
    if (!sensor) return void places.delete(place)
    const kind = kindOf(sensor, kinds)
    known.note(sensor, kind)
    const installed = new InstalledSensor(sensor, kind, shared, observer, hearings.of(sensor))
    places.set(place, { sensorId: sensor.id, opening, installed })
  }
  function settle(now: Timestamp): void {
    settledAt = now
    advance(now)
  }

  for (const track of setup.restored) tracker.restore(track)
  if (setup.restored.length > 0) settle(setup.record?.startedAt ?? setup.restored.reduce((newest, { heardAt }) => Math.max(newest, heardAt), 0))
  setup.sensors.forEach((sensor, place) => install({ place, opening: 0, sensor }))

  return {
    take(chunk) {
      // Whatever is still under way when its sensor is removed belongs to nobody.
      places.get(chunk.sensor)?.installed.take(chunk)
      takenAt = chunk.receivedAt
      if (Math.abs(chunk.receivedAt - settledAt) >= SETTLE_EVERY) settle(chunk.receivedAt)
    },
    install,
    settle,
    end: () => settle(takenAt),
    tick(now) {
      for (const { installed } of places.values()) installed.tick(now)
      settle(now)
      // Either way: the clock may have been set back.
      if (Math.abs(now - forgotAt) >= FORGET_EVERY) forget((forgotAt = now))
      return [...places].map(([place, { sensorId, opening, installed }]) => (
        { ...installed.reading(now), place, opening, refused: tracker.refused(sensorId) }
      ))
    },
    answer(question) {
      if (question.of === 'rejected') {
        return { of: 'rejected', rejected: places.get(question.sensor)?.installed.rejected() ?? [] }
      }
      if (question.of === 'measurements') {
        return { of: 'measurements', measurements: places.get(question.sensor)?.installed.measurements() ?? [] }
      }
      if (question.of === 'radar-picture') {
        return { of: 'radar-picture', picture: places.get(question.sensor)?.installed.radarPicture(question.now) }
      }
      if (question.of === 'hearings') {
        return { of: 'hearings', hearings: [...places.values()].map(({ installed }) => installed.hearing.save()) }
      }
      return answerOf(tracker, question)
    },
  }
}

function kindOf({ id, kind }: WorkerSensor, kinds: readonly SensorKind[]): SensorKind {
  const found = kinds.find((candidate) => candidate.id === kind)
  if (!found) throw new Error(`Sensor ${id} is of kind ${kind}; there are ${kinds.map((known) => known.id).join(', ')}`)
  return found
}
