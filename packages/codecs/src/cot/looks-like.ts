import { eventStartAt, frameAt, LT, MAGIC, skipBlanks } from './framing.ts'

/** Declarations and comments before the first event are no longer than this. */
const LOOK_AT = 4096

/** Whether bytes begin as Cursor on Target does: with an event in XML, or with a frame of the TAK protocol. */
export function looksLikeCot(bytes: Uint8Array): boolean {
  const to = Math.min(bytes.length, LOOK_AT)
  const start = skipBlanks(bytes, 0, to)
  if (bytes[start] === MAGIC) return typeof frameAt(bytes, start, bytes.length) === 'object'
  if (bytes[start] !== LT) return false
  let at = start
  while (at >= 0 && at < to && eventStartAt(bytes, at, to) !== 1) at = bytes.indexOf(LT, at + 1)
  return at >= 0 && at < to
}
