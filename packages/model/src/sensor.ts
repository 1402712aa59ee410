import type { LatLon, Measurement, Plot, Statement, Timestamp } from './plot.ts'
import type { RadarSpoke } from './video.ts'

/**
 * Why an input was refused. Counted per sensor and shown on its health page, so the list stays short.
 * - `framing`: not the format at all, or a broken line
 * - `checksum`: the format, but damaged on the way
 * - `length`: too short or too long for what it claims to be
 * - `value`: a field holds what the standard does not allow
 * - `unsupported`: well formed, but of a kind that nothing here reads
 * - `incomplete`: one part of several, and the others never came
 * - `overflow`: more than the reader is willing to hold
 */
export const DECODE_PROBLEMS = ['framing', 'checksum', 'length', 'value', 'unsupported', 'incomplete', 'overflow'] as const
export type DecodeProblem = (typeof DECODE_PROBLEMS)[number]

/** By what means a sensor knows of objects. The order is part of the picture's wire format: append only. */
export const MEANS = ['unknown', 'ais', 'radar', 'adsb', 'vms', 'satellite', 'tak', 'person', 'equipment'] as const
export type Means = (typeof MEANS)[number]

/** These look now and then: that they do not see an object again says nothing of it. */
export const OCCASIONAL: ReadonlySet<Means> = new Set(['vms', 'satellite', 'person'] as const)

/** One installed sensor, as the technician described it. */
export interface SensorSite {
  readonly sensorId: string
  /** Where the antenna stands. Absent when nobody said. */
  readonly position?: LatLon
  /** Of the antenna above the sea, metres. */
  readonly antennaHeight?: number
  readonly simulated: boolean
  /** What the technician set of the kind's options. Checked: each value passed its option's `fault`. */
  readonly options?: SensorOptions
}

export type SensorOptions = Readonly<Record<string, string | number>>

/** One thing a technician can set for a sensor of some kind: the edition a radar speaks, which column holds what. */
export interface SensorOption {
  readonly key: string
  readonly form: 'text' | 'number' | 'choice'
  /** Of a `choice`. */
  readonly choices?: readonly string[]
  /** What a sensor does that sets nothing, in words or as the value itself. */
  readonly usual: string
  /** Says what is wrong with a value, so that it reads on after the option's name ("is no edition"); or nothing. */
  fault(value: string | number): string | undefined
  /** What to write: ends the sentence that begins with "Write". */
  readonly write: string
}

/** A value for one option, as it seems to be right, and what only a person can add to it. */
export interface OptionProposal {
  readonly key: string
  readonly value: string
  /** Parts of the value that nobody could guess, or that could be read in two ways. */
  readonly missing: readonly string[]
}

/** Everything the node needs in order to take in one kind of sensor. One per folder of `codecs/src`. */
export interface SensorKind {
  readonly id: string
  readonly title: string
  readonly means: Means
  readonly options?: readonly SensorOption[]
  /**
   * Whether bytes, some kilobytes from anywhere in a stream or one datagram, are of this kind's format. It answers yes
   * only to what it is sure of: a checksum that holds, a block that can be read.
   */
  looksLike?(bytes: Uint8Array): boolean
  /** What a technician could set, by the beginning of a stream; undefined where nothing needs to be. */
  propose?(first: Uint8Array): OptionProposal | undefined
  /** A fresh reader for one stream. Readers keep state, because messages arrive in fragments and parts. */
  open(site: SensorSite, shared: SharedMemory): SensorReader
}

/** What the readers of one kind share across a node's sensors: here, which sentences were heard already. */
export interface SharedMemory {
  /** True when the same bytes were heard less than the duplicate window ago, by whichever receiver. */
  heardBefore(bytes: Uint8Array, from: number, to: number, receivedAt: Timestamp): boolean
}

/** Where a reader puts what it read. */
export interface SensorSink {
  plot(plot: Plot): void
  /** The plot of what another sensor of this node told already. It adds nothing to a track, but shows what this one hears. */
  heardAgain?(plot: Plot): void
  statement(statement: Statement): void
  measurement(measurement: Measurement): void
  /** A radar's picture, where somebody wants to see it. */
  video?(spoke: RadarSpoke): void
  /** The bytes of one refused input. They are only valid during the call: copy what you keep. */
  problem(problem: DecodeProblem, bytes: Uint8Array, from: number, to: number): void
}

/** `received = decoded + duplicates + every problem + pending`, always: nothing disappears uncounted. */
export interface SensorCounts {
  readonly received: number
  readonly decoded: number
  readonly duplicates: number
  /** Parts of messages whose other parts may still come. */
  readonly pending: number
  readonly problems: Readonly<Record<DecodeProblem, number>>
}

export interface SensorReader {
  /**
   * Takes bytes as the transport gave them: any fragment of a stream, or a whole datagram when `datagram` is set
   * (a datagram ends its last line, newline or not). Never throws, whatever the bytes.
   */
  read(bytes: Uint8Array, receivedAt: Timestamp, sink: SensorSink, datagram?: boolean): void
  /** Lets time pass: parts that waited too long are counted as incomplete. */
  tick(now: Timestamp, sink: SensorSink): void
  /** The stream has ended: what is left over is read or counted. */
  end(receivedAt: Timestamp, sink: SensorSink): void
  counts(): SensorCounts
}
