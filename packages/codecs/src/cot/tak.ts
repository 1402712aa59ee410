import { bad, ok, type DecodeProblem, type Result, type Timestamp } from '@csii/model'
import { hidesEvent, LONGEST_EVENT } from './cot-xml.ts'
import { OPTIONAL_ATTRIBUTES, pointOf, UNKNOWN_IN_PROTOBUF, type CotEvent } from './event.ts'
import { MAGIC } from './framing.ts'
import { readDetail, writeDetail } from './tak-detail.ts'
import { TAK_MESSAGE } from './tak-tables.ts'
import { readMessage, writeMessage, type WireMessage } from './wire-message.ts'
import { WireWriter } from './wire.ts'

/** A message of the TAK protocol, version 1. */
export interface TakMessage {
  readonly takControl?: TakControl
  readonly cotEvent?: CotEvent
  /** When a server took the message, and when it was made. */
  readonly submissionTime?: Timestamp
  readonly creationTime?: Timestamp
  /** Fields that nothing here reads, as they were written, by the message that they are of: `cotEvent.detail`. */
  readonly unknown?: ReadonlyMap<string, Uint8Array>
}

/** Which versions a sender reads. Absent means 1. */
export interface TakControl {
  readonly minProtoVersion?: number
  readonly maxProtoVersion?: number
  readonly contactUid?: string
}

/** Reads the payload of a frame: one message. */
export function decodeTak(bytes: Uint8Array, from = 0, to = bytes.length): Result<TakMessage, DecodeProblem> {
  if (to - from > LONGEST_EVENT) return bad('overflow')
  const message: WireMessage = { values: {} }
  const problem = readMessage(TAK_MESSAGE, bytes, from, to, message)
  if (problem) return bad(problem)
  const { takControl, cotEvent, submissionTime, creationTime } = message.values
  const event = typeof cotEvent === 'object' ? eventOf(cotEvent) : undefined
  if (event && !event.ok) return event
  const unknown = new Map(unknownOf(message, ''))
  return ok({
    // The table of control has these three.
    ...(typeof takControl === 'object' && { takControl: takControl.values as TakControl }),
    ...(event && { cotEvent: event.value }),
    ...(typeof submissionTime === 'number' && { submissionTime }),
    ...(typeof creationTime === 'number' && { creationTime }),
    ...(unknown.size > 0 && { unknown }),
  })
}

function unknownOf({ values, unknown }: WireMessage, path: string): [string, Uint8Array][] {
  const inner = Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'object' ? unknownOf(value, path === '' ? name : `${path}.${name}`) : [],
  )
  return unknown ? [[path, unknown.done()], ...inner] : inner
}

function eventOf({ values }: WireMessage): Result<CotEvent, DecodeProblem> {
  // A message leaves out what is nothing or zero.
  const text = (name: string): string => String(values[name] ?? '')
  const number = (name: string): number => Number(values[name] ?? 0)
  const [uid, type, time] = [text('uid'), text('type'), number('sendTime')]
  const [start, stale] = [number('startTime'), number('staleTime')]
  const point = pointOf(number('lat'), number('lon'), number('hae'), number('ce'), number('le'))
  const isDated = [time, start, stale].every((each) => each > 0 && each <= LATEST)
  if (uid === '' || type === '' || !isDated || !point) return bad('value')
  const detail = typeof values.detail === 'object' ? readDetail(values.detail) : undefined
  if (detail && !detail.ok) return detail
  if (detail && hidesEvent(detail.value)) return bad('unsupported')
  return ok({
    version: '2.0',
    uid,
    type,
    ...Object.fromEntries(OPTIONAL_ATTRIBUTES.filter((name) => text(name) !== '').map((name) => [name, text(name)])),
    time,
    start,
    stale,
    point,
    ...(detail && { detail: detail.value }),
  })
}

/** The last instant that four digits of a year can write. */
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** The payload of one message. */
export function encodeTak(message: TakMessage): Uint8Array {
  const { takControl, cotEvent, submissionTime, creationTime, unknown } = message
  const wire: WireMessage = { values: {} }
  if (takControl) wire.values.takControl = { values: { ...takControl } }
  if (cotEvent) wire.values.cotEvent = wireEvent(cotEvent)
  if (submissionTime !== undefined) wire.values.submissionTime = Math.round(submissionTime)
  if (creationTime !== undefined) wire.values.creationTime = Math.round(creationTime)
  for (const [path, fields] of unknown ?? []) addUnknown(wire, path, fields)
  return writeMessage(TAK_MESSAGE, wire)
}

/** The XML form has no version of its own here, nor attributes of the detail: the messages have no fields for them. */
function wireEvent(event: CotEvent): WireMessage {
  const { uid, type, time, start, stale, point, detail } = event
  const values: WireMessage['values'] = {
    uid,
    type,
    sendTime: Math.round(time),
    startTime: Math.round(start),
    staleTime: Math.round(stale),
    lat: point.lat,
    lon: point.lon,
    hae: point.hae ?? UNKNOWN_IN_PROTOBUF,
    ce: point.ce ?? UNKNOWN_IN_PROTOBUF,
    le: point.le ?? UNKNOWN_IN_PROTOBUF,
  }
  for (const name of OPTIONAL_ATTRIBUTES) if (event[name] !== undefined) values[name] = event[name]
  if (detail && hidesEvent(detail)) throw new Error(`The event ${uid} has another within its detail`)
  if (detail) values.detail = writeDetail(detail)
  return { values }
}

/** Fields of a message that is not written as one any more are lost with it. */
function addUnknown(root: WireMessage, path: string, fields: Uint8Array): void {
  let message: WireMessage = root
  for (const name of path === '' ? [] : path.split('.')) {
    const inner = message.values[name]
    if (typeof inner !== 'object') return
    message = inner
  }
  message.unknown = new WireWriter()
  message.unknown.raw(fields)
}

/** A message as it goes into a stream: the magic byte, the length of the payload, and that. */
export function encodeTakStream(message: TakMessage): Uint8Array {
  const payload = encodeTak(message)
  const writer = new WireWriter()
  writer.raw(Uint8Array.of(MAGIC))
  writer.bytes(payload)
  return writer.done()
}

/** A message as it goes into a datagram: the version of the protocol between two magic bytes, and the payload. */
export function encodeTakMesh(message: TakMessage): Uint8Array {
  const writer = new WireWriter()
  writer.raw(Uint8Array.of(MAGIC, 1, MAGIC))
  writer.raw(encodeTak(message))
  return writer.done()
}
