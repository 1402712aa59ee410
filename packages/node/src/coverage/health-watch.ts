import type { SensorAlert, SourceHealth } from '@csii/contract'
import type { Timestamp } from '@csii/model'
import type { Log } from '../platform/log.ts'
import { judge } from './health.ts'
import type { Judgement, SensorFacts } from './judgement.ts'
import { clockOffset } from './sensor-clock.ts'

/** One sensor as it is now. */
export interface WatchedSensor extends Omit<SensorFacts, 'watchedSince' | 'downSince'> {
  readonly id: string
  readonly title: string
  readonly simulated: boolean
}

/** Follows how sensors are, and since when. */
export interface HealthWatch {
  /** Looks at all sensors there are; those that are no longer among them are forgotten. */
  look(sensors: readonly WatchedSensor[], now: Timestamp): void
  healthOf(sensorId: string): SourceHealth | undefined
  alerts(): readonly SensorAlert[]
  states(): readonly (SourceHealth & { readonly id: string })[]
}

interface Watched {
  sensor: WatchedSensor
  watchedSince: Timestamp
  downSince: Timestamp | undefined
  judgement: Judgement
  since: Timestamp
  raisedAt: Timestamp | undefined
}

export function createHealthWatch(log: Log): HealthWatch {
  const watched = new Map<string, Watched>()

  function lookAt(sensor: WatchedSensor, now: Timestamp): void {
    const before = watched.get(sensor.id)
    const isStarting = !before || isAtRest(before.sensor) || before.watchedSince > now
    const watchedSince = isStarting ? now : before.watchedSince
    const downSince = sensor.transport === 'open' ? undefined : ((isStarting ? undefined : before.downSince) ?? now)
    const judgement = judge({ ...sensor, watchedSince, downSince }, now)
    const isSame = before?.judgement.state === judgement.state && before.judgement.reason === judgement.reason
    const since = judgement.since ?? (isSame ? before.since : now)
    const raisedAt = isAlarming(judgement) ? (before?.raisedAt ?? now) : undefined
    tell(sensor, judgement, before?.raisedAt, raisedAt)
    watched.set(sensor.id, { sensor, watchedSince, downSince, judgement, since, raisedAt })
  }

  function tell(
    { id }: WatchedSensor,
    { state, reason, numbers }: Judgement,
    before?: Timestamp,
    raisedAt?: Timestamp,
  ): void {
    if (raisedAt !== undefined && before === undefined)
      log.warn({ source: id, state, reason, ...numbers }, 'A sensor no longer hears')
    if (raisedAt === undefined && before !== undefined)
      log.info({ source: id, state }, 'A sensor hears again, or is no longer watched')
  }

  return {
    look(sensors, now) {
      const ids = new Set(sensors.map(({ id }) => id))
      for (const id of watched.keys()) if (!ids.has(id)) watched.delete(id)
      for (const sensor of sensors) lookAt(sensor, now)
    },
    healthOf(sensorId) {
      const found = watched.get(sensorId)
      return found && healthOf(found)
    },
    states: () => [...watched].map(([id, found]) => ({ id, ...healthOf(found) })),
    alerts: () => [...watched.values()].flatMap(alertOf).toSorted((a, b) => a.since - b.since),
  }
}

const isAtRest = ({ transport }: WatchedSensor): boolean => transport === 'disabled' || transport === 'ended'
const isAlarming = ({ state }: Judgement): boolean => state === 'dead' || state === 'deaf'

function healthOf({ sensor: { hearing, delay }, judgement: { state, reason, numbers }, since }: Watched): SourceHealth {
  const normal = hearing?.normalIntervalMs
  const offset = clockOffset(delay, normal)
  return {
    state,
    since,
    reason,
    numbers: { ...numbers },
    ...(normal !== undefined && { normalIntervalMs: normal }),
    ...(delay && { delayMs: delay.medianMs }),
    ...(offset !== undefined && { clockOffsetMs: offset }),
  }
}

function alertOf({ sensor, judgement: { state, reason, numbers }, since, raisedAt }: Watched): SensorAlert[] {
  if (raisedAt === undefined || (state !== 'dead' && state !== 'deaf')) return []
  const { id: sourceId, title, simulated } = sensor
  return [{ sourceId, title, simulated, state, since, reason, numbers: { ...numbers }, raisedAt }]
}
