import type { LatLon, SensorOptions, Timestamp } from '@csii/model'

/** How a sensor's bytes come to a node: UDP; TCP where the sensor is the server; TCP where the node is. */
export type Wire = 'datagrams' | 'we-listen' | 'they-listen'

/** A simulated sensor as a node is told of it. */
export interface Installation {
  /** Unique in the scenario. A node knows it with `sim-` in front. */
  readonly id: string
  readonly title: string
  /** A kind of the codecs registry. */
  readonly kind: string
  /** ISO 3166-1 alpha-3. */
  readonly nation: string
  readonly position?: LatLon
  /** Metres above the sea. */
  readonly antennaHeight?: number
  readonly options?: SensorOptions
  readonly wire: Wire
  /** Ends the name of a file of its bytes. */
  readonly extension: string
}

/** What one sensor puts on its wire at once: whole lines, whole blocks, whole frames. */
export interface Delivery {
  readonly t: Timestamp
  /** Its id. */
  readonly sensor: string
  readonly bytes: Uint8Array
  /** A later delivery of the same sensor and subject makes this one old news. Without it nothing is worth repeating. */
  readonly subject?: string
}

/** Sensors that are simulated together. */
export interface SensorGroup {
  readonly installations: readonly Installation[]
  /** Milliseconds back to which the last delivery of each subject is told to whoever connects. */
  readonly memory: number
  /** Everything delivered between two instants (the first included), in order. */
  deliver(from: Timestamp, to: Timestamp): Iterable<Delivery>
}

/** Several ordered streams as one. */
export function* merged(streams: readonly Iterable<Delivery>[]): Generator<Delivery> {
  const heads = streams.map((stream) => stream[Symbol.iterator]())
  const next = heads.map((head) => head.next())
  for (;;) {
    let first = -1
    next.forEach(({ done, value }, i) => {
      if (!done && (first === -1 || value.t < next[first]!.value.t)) first = i
    })
    if (first === -1) return
    yield next[first]!.value
    next[first] = heads[first]!.next()
  }
}
