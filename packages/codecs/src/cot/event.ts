import type { Timestamp } from '@csii/model'
import type { XmlElement } from './xml-element.ts'

/**
 * An event of Cursor on Target 2.0: what, where and when (MITRE case 11-3895, Event-PUBLIC.xsd). Names are the
 * standard's; what is unknown or was not said is absent.
 */
export interface CotEvent {
  readonly version: string
  /** Names what the event is about. A later event of the same uid takes the place of an earlier one. */
  readonly uid: string
  /** A hierarchy: `a-f-S-X-M` is an atom, friendly, on the sea surface, not military, a merchant ship. */
  readonly type: string
  /** How the place came about: `m-g` by machine from GPS, `h-e` estimated by a human. */
  readonly how?: string
  /** When it was generated. */
  readonly time: Timestamp
  /** From when until when it holds. */
  readonly start: Timestamp
  readonly stale: Timestamp
  readonly access?: string
  readonly qos?: string
  /** `o`, `e` or `s` for an operation, an exercise or a simulation, and perhaps a name behind a hyphen. */
  readonly opex?: string
  readonly caveat?: string
  readonly releasableTo?: string
  readonly point: CotPoint
  /** All else, in the words of whoever sends and receives it: kept as it came. */
  readonly detail?: XmlElement
}

/** A sender that does not know where it is says 0, 0 and no `ce`. */
export interface CotPoint {
  readonly lat: number
  readonly lon: number
  /** Metres above the ellipsoid of WGS 84, which is not the sea. */
  readonly hae?: number
  /** Circular and linear error in metres: one sigma, or the size of an area. */
  readonly ce?: number
  readonly le?: number
}

/** The attributes of an event that may be absent. */
export const OPTIONAL_ATTRIBUTES = ['how', 'access', 'qos', 'opex', 'caveat', 'releasableTo'] as const

/** What schema 2.0 writes for a size that is not known, and what TAK's protobuf messages write. */
export const UNKNOWN = 9_999_999
export const UNKNOWN_IN_PROTOBUF = 999_999

const isKnown = (value: number): boolean => Number.isFinite(value) && Math.abs(value) < UNKNOWN_IN_PROTOBUF

/** Some senders without a place write the mark for "unknown" there, too. */
const isUnknown = (value: number): boolean => Number.isFinite(value) && value >= UNKNOWN_IN_PROTOBUF

/** The point that these values say, unless it is on no globe. */
export function pointOf(lat: number, lon: number, hae: number, ce: number, le: number): CotPoint | undefined {
  if (isUnknown(lat) && isUnknown(lon)) return { lat: 0, lon: 0 }
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return undefined
  // Minus zero is zero: no form keeps the difference.
  return {
    lat: lat + 0,
    lon: lon + 0,
    ...(isKnown(hae) && { hae: hae + 0 }),
    ...(isKnown(ce) && { ce: ce + 0 }),
    ...(isKnown(le) && { le: le + 0 }),
  }
}
