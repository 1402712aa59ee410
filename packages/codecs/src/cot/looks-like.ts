import { CotScanner } from './cot-scanner.ts'
import { decodeCotXml } from './cot-xml.ts'
import { eventStartAt, frameAt, LT, MAGIC, skipBlanks } from './framing.ts'
import { decodeTak } from './tak.ts'

/** Whether bytes are Cursor on Target: begin as an event or a frame does, or hold a whole one. */
export const looksLikeCot = (bytes: Uint8Array): boolean => beginsMessage(bytes) || holdsMessage(bytes)

/** Declarations and comments before the first event are no longer than this. */
const LONGEST_PROLOG = 4096

function beginsMessage(bytes: Uint8Array): boolean {
  const to = Math.min(bytes.length, LONGEST_PROLOG)
  const start = skipBlanks(bytes, 0, to)
  if (bytes[start] === MAGIC) return typeof frameAt(bytes, start, bytes.length) === 'object'
  if (bytes[start] !== LT) return false
  let at = start
  while (at >= 0 && at < to && eventStartAt(bytes, at, to) !== 1) at = bytes.indexOf(LT, at + 1)
  return at >= 0 && at < to
}

/** As much is looked at of a stream that began earlier. */
const LOOK_AT = 65_536

function holdsMessage(bytes: Uint8Array): boolean {
  let isFound = false
  const scanner = new CotScanner({
    xml: (...where) => void (isFound ||= decodeCotXml(...where).ok),
    tak: (...where) => void (isFound ||= isEvent(...where)),
    problem() {},
  })
  scanner.read(bytes.subarray(0, LOOK_AT))
  return isFound
}

/** Nearly all bytes are a message of nothing that is known. */
function isEvent(bytes: Uint8Array, from: number, to: number): boolean {
  const message = decodeTak(bytes, from, to)
  return message.ok && message.value.cotEvent !== undefined
}
