import { degreesToRadians, type Plot } from '@csii/model'
import { Frame } from '../frame.ts'
import type { Followed } from '../tracks/followed.ts'
import type { BiasPair } from './bias-pair.ts'

/** A report older than this does not say where the vessel is now, ms. */
const OLDEST_REPORT = 15_000
/** A vessel's own position errs by so much: GNSS, and the antenna away from the echo, m². */
const REPORT_VARIANCE = 15 ** 2
/** How its speed may have changed since, m/s². */
const ACCELERATION = 0.05

/** The frames of radars that stand still, and of those that move as long as they stay where they are. */
export class Pairing {
  readonly #frames = new Map<string, Frame>()

  /** A radar's plot beside what a vessel said of itself a moment ago; none where the vessel cannot testify. */
  pair(plot: Plot, track: Followed): BiasPair | undefined {
    const { polar } = plot
    const { lastReport, identity, suspicion } = track
    if (!polar || !lastReport || !identity || typeof identity.key !== 'number') return undefined
    if (suspicion || identity.tracks.length > 1 || track.isAirborne || track.isOccasional) return undefined
    const dt = (plot.time - lastReport.time) / 1000
    if (Math.abs(dt) * 1000 > OLDEST_REPORT) return undefined
    const frame = this.#frameOf(plot.sensorId, polar.from)
    const reportedX = frame.x(lastReport.lat, lastReport.lon)
    const x = reportedX + dt * lastReport.vx
    const y = frame.y(lastReport.lat, reportedX) + dt * lastReport.vy
    const range = Math.hypot(x, y)
    if (range < NEAREST) return undefined
    const radial = (x * lastReport.vx + y * lastReport.vy) / range
    const across = (y * lastReport.vx - x * lastReport.vy) / range
    const variance = REPORT_VARIANCE + (0.5 * ACCELERATION * dt * dt) ** 2
    const perMetre = 1 / (degreesToRadians(1) * range)
    return {
      sensorId: plot.sensorId,
      time: plot.time,
      objectId: String(identity.key),
      range: polar.range,
      bearingDeg: polar.bearingDeg,
      rangeResidual: polar.range - range,
      bearingResidualDeg: turn(polar.bearingDeg - Math.atan2(x, y) / degreesToRadians(1)),
      rangeVariance: polar.rangeSigma ** 2 + variance,
      bearingVarianceDeg2: polar.bearingSigmaDeg ** 2 + variance * perMetre * perMetre,
      rangeRate: radial,
      bearingRateDeg: across * perMetre,
    }
  }

  #frameOf(sensorId: string, from: { readonly lat: number; readonly lon: number }): Frame {
    const known = this.#frames.get(sensorId)
    if (known && known.lat === from.lat && known.lon === from.lon) return known
    const frame = new Frame(from)
    this.#frames.set(sensorId, frame)
    return frame
  }
}

/** Nearer than this a bearing means little, m. */
const NEAREST = 300

const turn = (degrees: number): number => degrees - 360 * Math.round(degrees / 360)

