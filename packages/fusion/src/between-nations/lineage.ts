import type { Timestamp } from '@csii/model'

/** Something an object transmitted, as one receiver heard it. */
export interface HeardMessage {
  /** As it was on the air: of AIS the armoured payload, without channel, talker, tag block or checksum. */
  readonly payload: string
  readonly time: Timestamp
}

/** One sensor that an estimate rests on, up to when. */
export interface LineageEntry {
  readonly node: string
  readonly sensorId: string
  /** Time of the newest plot of it that was taken. */
  readonly until: Timestamp
  /** That plot's message, where the object transmitted it: another nation may have heard it too. */
  readonly message?: HeardMessage | undefined
}

export type Lineage = readonly LineageEntry[]

/**
 * How far two receivers' times of one transmission lie apart at most. An AIS position report carries the UTC second, so
 * the same payload comes again after a minute at the earliest.
 */
const SAME_TRANSMISSION = 10_000

/** Whether two receivers heard one transmission: that is one measurement, in however many nations it was heard. */
export const sameMessage = (a: HeardMessage, b: HeardMessage): boolean =>
  a.payload === b.payload && Math.abs(a.time - b.time) < SAME_TRANSMISSION

/** Whether all that the other rests on is in the own lineage already, as new or newer. An unknown lineage never is. */
export function contains(own: Lineage, other: Lineage): boolean {
  return other.length > 0 && other.every((theirs) => own.some((ours) => covers(ours, theirs)))
}

function covers(ours: LineageEntry, theirs: LineageEntry): boolean {
  if (isOneSensor(ours, theirs)) return ours.until >= theirs.until
  return ours.message !== undefined && theirs.message !== undefined && sameMessage(ours.message, theirs.message)
}

const isOneSensor = (a: LineageEntry, b: LineageEntry): boolean => a.node === b.node && a.sensorId === b.sensorId

/** What both rest on together: each sensor once, as new as either has it, in order of node and sensor. */
export function unionOf(a: Lineage, b: Lineage): Lineage {
  const newest: LineageEntry[] = []
  for (const entry of [...a, ...b]) {
    const at = newest.findIndex((held) => isOneSensor(held, entry))
    if (at < 0) newest.push(entry)
    else if (entry.until > newest[at]!.until) newest[at] = entry
  }
  return newest.toSorted((x, y) => compare(x.node, y.node) || compare(x.sensorId, y.sensorId))
}

/** Each label once, in order. */
export const labelsOf = (a: readonly string[], b: readonly string[]): readonly string[] =>
  [...new Set([...a, ...b])].toSorted(compare)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
