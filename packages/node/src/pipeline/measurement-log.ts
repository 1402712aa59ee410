import type { Measurement } from '@csii/model'

/** Boats and values of one sensor: a boat's instruments tell some hundred paths. */
const MOST = 4096

/** The latest value of each path of each boat. The one heard longest ago gives way when there are too many. */
export class MeasurementLog {
  readonly #latest = new Map<string, Measurement>()

  note(measurement: Measurement): void {
    const key = `${measurement.asset} ${measurement.path}`
    const known = this.#latest.get(key)
    if (known && known.time > measurement.time) return
    this.#latest.delete(key)
    if (this.#latest.size >= MOST) this.#latest.delete([...this.#latest.keys()][0]!)
    this.#latest.set(key, measurement)
  }

  all(): Measurement[] {
    return [...this.#latest.values()]
  }
}
