import { createReceptionMap, type ObjectKey, type Reception } from '@csii/geo'
import type { Plot, SensorCounts, Timestamp } from '@csii/model'
import { createIntervals, type SavedIntervals } from './intervals.ts'

/** How one sensor hears, told often and in few numbers. */
export interface HearingReport {
  /** The longest usual silence between valid messages, ms; absent until it was learned. */
  readonly normalIntervalMs: number | undefined
  readonly lastValidAt: Timestamp | undefined
  /** Inputs refused since the last valid one. */
  readonly refusedSinceValid: number
  /** The same for plots: some sensors go on telling of themselves when they see nothing any more. */
  readonly normalPlotIntervalMs: number | undefined
  readonly lastPlotAt: Timestamp | undefined
}

/** All that was learned of one sensor: plain data, so that it can be asked for and kept. */
export interface SavedHearing {
  readonly sensorId: string
  readonly simulated: boolean
  /** Kind and place of the antenna. What was learned at another one is worth nothing. */
  readonly antenna: string
  readonly messages: SavedIntervals
  readonly plots: SavedIntervals
  readonly reception: Reception
}

export interface ListeningSensor {
  readonly id: string
  readonly kind: string
  readonly position?: { readonly lat: number; readonly lon: number } | undefined
  readonly simulated: boolean
}

/** What one sensor hears, and how regularly. */
export interface Hearing {
  /** Where something was heard, whether or not another sensor of this node had told of it. */
  plot(plot: Plot): void
  /** Something valid was heard. */
  heard(receivedAt: Timestamp): void
  /** Lets time pass; these are the counts since the sensor was installed. */
  tick(now: Timestamp, counts: SensorCounts): void
  report(): HearingReport
  save(): SavedHearing
}

export function createHearing(sensor: ListeningSensor, saved?: SavedHearing): Hearing {
  const messages = createIntervals(saved?.messages)
  const plots = createIntervals(saved?.plots)
  const map = createReceptionMap(saved?.reception)
  let refused = 0
  let refusedBefore = 0
  let heardSinceTick = false
  let lastValidAt: Timestamp | undefined
  let lastPlotAt: Timestamp | undefined

  /** A sensor that may have stopped teaches nothing about the sea. */
  const isListening = (now: Timestamp): boolean =>
    lastValidAt !== undefined && (messages.normal === undefined || now - lastValidAt <= 2 * messages.normal)

  return {
    plot(plot) {
      const { position, receivedAt } = plot
      plots.note((lastPlotAt = receivedAt))
      map.hear(position, objectOf(plot), receivedAt)
    },
    heard(receivedAt) {
      messages.note((lastValidAt = receivedAt))
      heardSinceTick = true
    },
    tick(now, { received, decoded, duplicates, pending }) {
      refused = received - decoded - duplicates - pending
      // Fewer than before: the sensor was installed anew, and its counts begin at nothing.
      if (heardSinceTick || refused < refusedBefore) refusedBefore = heardSinceTick ? refused : 0
      heardSinceTick = false
      map.tick(now, isListening(now))
    },
    report: () => ({
      normalIntervalMs: messages.normal,
      lastValidAt,
      refusedSinceValid: refused - refusedBefore,
      normalPlotIntervalMs: plots.normal,
      lastPlotAt,
    }),
    save: () => ({
      sensorId: sensor.id,
      simulated: sensor.simulated,
      antenna: antennaOf(sensor),
      messages: messages.save(),
      plots: plots.save(),
      reception: map.reception(),
    }),
  }
}

/** By what the sensor can tell one object from another; nothing for a bare echo. */
function objectOf({ claim, sensorTrack }: Plot): ObjectKey | undefined {
  if (claim?.mmsi !== undefined) return claim.mmsi
  // An aircraft's address and an MMSI may be the same number.
  if (claim?.icaoAddress !== undefined) return `icao ${claim.icaoAddress}`
  return claim?.uid ?? sensorTrack
}

const antennaOf = ({ kind, position }: ListeningSensor): string =>
  position ? `${kind} ${position.lat} ${position.lon}` : kind

/**
 * What is learned of all sensors. A sensor that is edited or opened anew keeps it while its antenna is the same one.
 */
export interface Hearings {
  of(sensor: ListeningSensor): Hearing
}

/** More than sensors can be installed, fewer than would matter. */
const MOST_REMEMBERED = 512

export function createHearings(saved: readonly SavedHearing[] = []): Hearings {
  const restored = new Map(saved.map((hearing) => [hearing.sensorId, hearing]))
  const known = new Map<string, Known>()
  return {
    of(sensor) {
      const { id, simulated } = sensor
      const antenna = antennaOf(sensor)
      const isSame = (other: Omit<Known, 'hearing'> | undefined) =>
        other?.simulated === simulated && other.antenna === antenna
      const found = known.get(id)
      if (found && isSame(found)) return found.hearing
      const earlier = restored.get(id)
      const hearing = createHearing(sensor, isSame(earlier) ? earlier : undefined)
      known.delete(id)
      known.set(id, { hearing, simulated, antenna })
      if (known.size > MOST_REMEMBERED) for (const first of [...known.keys()].slice(0, 1)) known.delete(first)
      return hearing
    },
  }
}

interface Known {
  readonly hearing: Hearing
  readonly simulated: boolean
  readonly antenna: string
}
