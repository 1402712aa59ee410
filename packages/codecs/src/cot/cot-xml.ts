import { bad, ok, type DecodeProblem, type Result } from '@csii/model'
import { OPTIONAL_ATTRIBUTES, pointOf, UNKNOWN, type CotEvent, type CotPoint } from './event.ts'
import { parseXml } from './parse-xml.ts'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'
import { readNumber, readTime, writeNumber, writeTime } from './values.ts'
import { writeXml } from './write-xml.ts'
import { childOf, element, elementsOf, type XmlElement } from './xml-element.ts'

/** The longest event that is read, in bytes. Drawings of a thousand points fit; files travel beside events. */
export const LONGEST_EVENT = 262_144

/** Reads one event in XML. */
export function decodeCotXml(bytes: Uint8Array, from = 0, to = bytes.length): Result<CotEvent, DecodeProblem> {
  if (to - from > LONGEST_EVENT) return bad('overflow')
  const text = decodeUtf8(bytes, from, to)
  if (text === undefined) return bad('framing')
  const root = parseXml(text)
  if (!root.ok) return root
  return root.value.name === 'event' ? eventOf(root.value) : bad('unsupported')
}

function eventOf(root: XmlElement): Result<CotEvent, DecodeProblem> {
  const { attributes } = root
  const [uid, type] = [attributes.get('uid'), attributes.get('type')]
  const time = readTime(attributes.get('time'))
  const start = attributes.has('start') ? readTime(attributes.get('start')) : time
  const stale = readTime(attributes.get('stale'))
  const point = readPoint(childOf(root, 'point'))
  const detail = childOf(root, 'detail')
  if (!uid || !type || time === undefined || start === undefined || stale === undefined || !point) return bad('value')
  if (detail && hidesEvent(detail)) return bad('unsupported')
  // Some senders write what they do not say as nothing.
  const optional = OPTIONAL_ATTRIBUTES.filter((name) => attributes.get(name))
  return ok({
    version: attributes.get('version') ?? '2.0',
    uid,
    type,
    ...Object.fromEntries(optional.map((name) => [name, attributes.get(name)!])),
    time,
    start,
    stale,
    point,
    ...(detail && { detail }),
  })
}

function readPoint(point: XmlElement | undefined): CotPoint | undefined {
  if (!point) return undefined
  const value = (name: (typeof POINT)[number]) => readNumber(point.attributes.get(name))
  return pointOf(value('lat'), value('lon'), value('hae'), value('ce'), value('le'))
}

const POINT = ['lat', 'lon', 'hae', 'ce', 'le'] as const

/**
 * Whether there is an event within the event. Whoever cuts a stream at `</event>`, as TAK says one must, would take it
 * for one of its own: it could be made to say what its sender may not.
 */
export const hidesEvent = (parent: XmlElement): boolean =>
  elementsOf(parent).some((child) => child.name === 'event' || hidesEvent(child))

/** TAK servers want a declaration, a line end and the event, and nothing between this event and the next. */
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Writes one event as XML, as it goes into a datagram, or into a stream behind others. */
export function encodeCotXml(event: CotEvent): Uint8Array {
  const { version, uid, type, time, start, stale, point, detail = element('detail') } = event
  if (hidesEvent(detail)) throw new Error(`The event ${uid} has another within its detail`)
  const optional = OPTIONAL_ATTRIBUTES.filter((name) => event[name] !== undefined)
  const attributes = {
    version,
    uid,
    type,
    ...Object.fromEntries(optional.map((name) => [name, event[name]!])),
    time: writeTime(time),
    start: writeTime(start),
    stale: writeTime(stale),
  }
  return encodeUtf8(DECLARATION + writeXml(element('event', attributes, [writePoint(point), detail])))
}

function writePoint(point: CotPoint): XmlElement {
  return element('point', Object.fromEntries(POINT.map((name) => [name, writeNumber(point[name] ?? UNKNOWN)])))
}
