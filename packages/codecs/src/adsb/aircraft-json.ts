import type { Timestamp } from '@csii/model'
import { text } from '../nmea/ascii.ts'

/** One aircraft of a document `aircraft.json`, as readsb and the dump1090 family write it, unchecked. */
export type AircraftEntry = Readonly<Record<string, unknown>>

export interface AircraftDocument {
  /** When it was written. */
  readonly now: Timestamp
  readonly aircraft: readonly AircraftEntry[]
}

/** Undefined when it is no JSON, or not of this shape. */
export function readDocument(bytes: Uint8Array): AircraftDocument | undefined {
  const document = parsed(bytes)
  if (!isGroup(document)) return undefined
  const { now, aircraft } = document
  if (typeof now !== 'number' || !(now > 0 && now < 1e11) || !Array.isArray(aircraft)) return undefined
  return { now: now * 1000, aircraft: aircraft.map((entry: unknown) => (isGroup(entry) ? entry : {})) }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(text(bytes, 0, bytes.length))
  } catch {
    // No JSON: the caller counts it.
    return undefined
  }
}

const isGroup = (value: unknown): value is AircraftEntry =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A number of an entry by the first of its names that has one, within a range. */
export function numberIn(
  entry: AircraftEntry, names: readonly string[], least: number, most: number,
): number | undefined {
  for (const name of names) {
    const value = entry[name]
    if (typeof value === 'number' && value >= least && value <= most) return value
  }
  return undefined
}

export function wordIn(entry: AircraftEntry, name: string): string | undefined {
  const value = entry[name]
  return typeof value === 'string' ? value.trim() : undefined
}
