import type { SensorFacts } from '@csii/fusion'
import type { SensorKind } from '@csii/model'
import type { WorkerSensor } from './messages.ts'

/** What the tracker is told of sensors before they have shown what they are like. */
export interface KnownSensors {
  note(sensor: WorkerSensor, kind: SensorKind): void
  /** Also of a sensor that was removed: what it saw stays in tracks. */
  factsOf(sensorId: string): SensorFacts
}

const STRANGER: SensorFacts = { means: 'unknown' }

export function createKnownSensors(): KnownSensors {
  const facts = new Map<string, SensorFacts>()
  return {
    note: ({ id, position }, { means }) => void facts.set(id, { means, position }),
    factsOf: (sensorId) => facts.get(sensorId) ?? STRANGER,
  }
}
