import { createGauge, type Gauge, type SensorReadings } from './gauge.ts'
import type { Installation, Reading, WorkerSensor } from './messages.ts'
import { MAX_SENSORS } from './track-table.ts'

/** Where each sensor sits, as the main thread knows it, and how it does. */
export interface Places {
  /** Gives a sensor the place it has already, or a free one, and starts its readings afresh. */
  install(sensor: WorkerSensor): Installation
  remove(sensorId: string): Installation
  placeOf(sensorId: string): number
  readings(sensorId: string): SensorReadings
  /** What the worker says. Of a sensor that has lost its place meanwhile it is of no interest. */
  note(readings: readonly Reading[]): void
}

interface Seat {
  readonly sensorId: string
  readonly opening: number
  readonly gauge: Gauge
}

export function createPlaces(sensors: readonly WorkerSensor[], clock: () => number): Places {
  const seats: (Seat | undefined)[] = Array.from({ length: MAX_SENSORS })
  const places = new Map<string, number>()
  const openings = new Uint32Array(MAX_SENSORS)

  function placeOf(sensorId: string): number {
    const place = places.get(sensorId)
    if (place === undefined) throw new Error(`The pipeline knows no sensor ${sensorId}`)
    return place
  }

  function install(sensor: WorkerSensor): Installation {
    const place = places.get(sensor.id) ?? seats.indexOf(undefined)
    if (place < 0) throw new Error(`The pipeline has no place for sensor ${sensor.id}: all ${MAX_SENSORS} are taken`)
    const opening = openings[place]!++
    seats[place] = { sensorId: sensor.id, opening, gauge: createGauge(clock()) }
    places.set(sensor.id, place)
    return { place, opening, sensor }
  }
  for (const sensor of sensors) install(sensor)

  return {
    install,
    remove(sensorId) {
      const place = placeOf(sensorId)
      places.delete(sensorId)
      seats[place] = undefined
      return { place, opening: openings[place]!, sensor: undefined }
    },
    placeOf,
    readings: (sensorId) => seats[placeOf(sensorId)]!.gauge.readings(),
    note(readings) {
      for (const reading of readings) {
        const seat = seats[reading.place]
        if (seat?.opening === reading.opening) seat.gauge.note(reading, clock())
      }
    },
  }
}
