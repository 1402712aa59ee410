import { LONGEST_EVENT } from './cot-xml.ts'
import { fieldAt, varintAt } from './wire.ts'

/** The byte that a frame of the TAK protocol begins with. */
export const MAGIC = 0xbf

export const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f

/** What was looked for is not there; or it takes more bytes to tell. */
export const NONE = 0
export const MORE = -1

const isBlank = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/** The first place that is no white space, nor a byte order mark, nor a NUL, with which some senders end an event. */
export function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  while (at < to) {
    if (isBlank(bytes[at]!) || bytes[at] === 0) at++
    else if (at + 3 <= to && beginsMark(bytes, at, to)) at += 3
    else break
  }
  return at
}

/** Whether what there is, perhaps cut off, is a byte order mark. */
export const beginsMark = (bytes: Uint8Array, at: number, to: number): boolean =>
  BYTE_ORDER_MARK.every((byte, index) => at + index >= to || bytes[at + index] === byte)

const EVENT = Array.from('event', (each) => each.charCodeAt(0))

/** Whether the `<` there begins an event: then 1. */
export function eventStartAt(bytes: Uint8Array, at: number, to: number): number {
  const after = nameEnd(bytes, at + 1, to)
  if (after <= 0) return after
  if (after === to) return MORE
  const byte = bytes[after]!
  return isBlank(byte) || byte === GT || byte === SLASH ? 1 : NONE
}

/** Blanks between the name and the end of a tag. */
const MOST_BLANKS = 32

/** Where the end tag of an event ends whose `<` is there. */
export function endTagAt(bytes: Uint8Array, at: number, to: number): number {
  if (at + 1 === to) return MORE
  if (bytes[at + 1] !== SLASH) return NONE
  let after = nameEnd(bytes, at + 2, to)
  if (after <= 0) return after
  const last = Math.min(to, after + MOST_BLANKS)
  while (after < last && isBlank(bytes[after]!)) after++
  if (after === to) return MORE
  return bytes[after] === GT ? after + 1 : NONE
}

/** Where the name `event` ends that begins there. */
function nameEnd(bytes: Uint8Array, at: number, to: number): number {
  for (let i = 0; i < EVENT.length; i++) {
    if (at + i >= to) return MORE
    if (bytes[at + i] !== EVENT[i]) return NONE
  }
  return at + EVENT.length
}

const AUTH = Array.from('<auth', (each) => each.charCodeAt(0))

/**
 * Where an element begins in which a client gives its password to a server, else the end. Whoever reads what was
 * refused must not read that.
 */
export function passwordAt(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) if (AUTH.every((byte, index) => bytes[at + index] === byte)) return at
  return to
}

/** Where the payload of a frame lies. One of the mesh does not say where it ends. */
export interface Frame {
  readonly kind: 'frame' | 'mesh'
  readonly from: number
  readonly to: number
}

/**
 * The frame whose magic byte is there, or why there is none. The byte also stands within characters and any noise, so
 * what follows must begin as a message does: with a TakControl or a CotEvent that fits.
 */
export function frameAt(bytes: Uint8Array, at: number, to: number): Frame | 'more' | 'framing' | 'overflow' {
  const length = varintAt(bytes, at + 1, to)
  if (typeof length === 'string') return length === 'length' ? 'more' : 'framing'
  if (length.value === 1 && length.end === to) return 'more'
  const isMesh = length.value === 1 && bytes[length.end] === MAGIC
  const from = isMesh ? length.end + 1 : length.end
  const end = isMesh ? Infinity : from + length.value
  if (!isMesh && !(length.value <= LONGEST_EVENT)) return 'overflow'
  if (from === to) return 'more'
  if (bytes[from] !== TAK_CONTROL && bytes[from] !== COT_EVENT) return 'framing'
  const first = varintAt(bytes, from + 1, to)
  if (typeof first === 'string') return first === 'length' ? 'more' : 'framing'
  const fits = first.value <= LONGEST_EVENT && first.end + first.value <= end
  return fits ? { kind: isMesh ? 'mesh' : 'frame', from, to: end } : 'framing'
}

/** The tags of the two, which come first in a message. */
const TAK_CONTROL = 0x0a
const COT_EVENT = 0x12

/**
 * As far as the fields of a payload of the mesh were seen from there on, and whether it ends there: at a byte that
 * begins no field, as `<` and the magic byte do not.
 */
export function meshEnd(bytes: Uint8Array, from: number, to: number): { readonly at: number; readonly isEnd: boolean } {
  let at = from
  while (at < to) {
    const field = fieldAt(bytes, at, to)
    if (typeof field === 'string') return { at, isEnd: field !== 'length' }
    at = field.to
  }
  return { at, isEnd: false }
}
