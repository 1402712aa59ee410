import type { Timestamp } from '@csii/model'
import type { Delivery } from '../sensor.ts'

/** What a sensor would show somebody who looks at it for the first time: its last delivery of every subject. */
export class History {
  readonly #deliveries = new Map<string, Delivery>()

  /** What has no subject is not worth telling later. */
  add(delivery: Delivery): void {
    if (delivery.subject !== undefined) this.#deliveries.set(`${delivery.sensor}/${delivery.subject}`, delivery)
  }

  /** Those of one sensor since then, oldest first. They say themselves how old they are. */
  recent(sensor: string, since: Timestamp): Uint8Array[] {
    const recent = [...this.#deliveries.values()].filter((delivery) => delivery.sensor === sensor && delivery.t > since)
    return recent.sort((a, b) => a.t - b.t).map(({ bytes }) => bytes)
  }

  clear(): void {
    this.#deliveries.clear()
  }
}
