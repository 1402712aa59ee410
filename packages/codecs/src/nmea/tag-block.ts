import { bad, ok, type DecodeProblem, type Result, type Timestamp } from '@csii/model'
import { COLON, COMMA, MINUS, STAR, checksum, decimal, hexByte, indexWithin, text } from './ascii.ts'

/** Which line of a group of lines this is: `g:1-3-42`. */
export interface SentenceGroup {
  readonly line: number
  readonly lines: number
  readonly id: number
}

/** What the sender wrote before a sentence, between backslashes. NMEA 0183 4.10, § 7; IEC 61162-450, § 7.2.2. */
export interface TagBlock {
  /** `s`: who sent it; the Danish network writes `si`. */
  readonly source?: string
  /** `d` */
  readonly destination?: string
  /** `c`: when it was received, sent in seconds or milliseconds. */
  readonly time?: Timestamp
  /** `r`: in the sender's own unit. */
  readonly relativeTime?: number
  /** `g` */
  readonly group?: SentenceGroup
  /** `n` */
  readonly lineNumber?: number
  /** `t` */
  readonly text?: string
}

/** A tag block as it is filled in. */
type Draft = { -readonly [Key in keyof TagBlock]: TagBlock[Key] }

/** Reads what stands between two backslashes. Codes it does not know are passed over, as the standard asks. */
export function readTagBlock(bytes: Uint8Array, from: number, to: number): Result<TagBlock, DecodeProblem> {
  const star = to - 3
  if (star < from || bytes[star] !== STAR) return bad('framing')
  const stated = hexByte(bytes, star + 1, to)
  if (stated < 0) return bad('framing')

  const draft: Draft = {}
  let sum = 0
  let start = from
  for (let i = from; i <= star; i++) {
    if (i === star || bytes[i] === COMMA) {
      readParameter(draft, bytes, start, i)
      start = i + 1
    }
    if (i < star) sum ^= bytes[i]!
  }
  return sum === stated ? ok(draft) : bad('checksum')
}

function readParameter(draft: Draft, bytes: Uint8Array, from: number, to: number): void {
  const colon = indexWithin(bytes, COLON, from, to)
  if (colon < 0) return
  const at = colon + 1
  const number = decimal(bytes, at, to)
  switch (text(bytes, from, colon)) {
    case 's':
    case 'si':
      draft.source = text(bytes, at, to)
      return
    case 'd':
      draft.destination = text(bytes, at, to)
      return
    case 't':
      draft.text = text(bytes, at, to)
      return
    case 'c':
      if (number !== undefined) draft.time = number < FIRST_MILLISECONDS ? number * 1000 : number
      return
    case 'r':
      if (number !== undefined) draft.relativeTime = number
      return
    case 'n':
      if (number !== undefined) draft.lineNumber = number
      return
    case 'g':
      readGroup(draft, bytes, at, to)
  }
}

/** From here up, `c` cannot be seconds (the year 3237), and as milliseconds it is 1971. */
const FIRST_MILLISECONDS = 40_000_000_000

function readGroup(draft: Draft, bytes: Uint8Array, from: number, to: number): void {
  const first = indexWithin(bytes, MINUS, from, to)
  if (first < 0) return
  const second = indexWithin(bytes, MINUS, first + 1, to)
  if (second < 0) return
  const line = decimal(bytes, from, first)
  const lines = decimal(bytes, first + 1, second)
  const id = decimal(bytes, second + 1, to)
  if (line === undefined || lines === undefined || id === undefined) return
  draft.group = { line, lines, id }
}

/** Writes a tag block with its backslashes, to be put before a sentence. Time goes out in milliseconds. */
export function writeTagBlock(block: TagBlock): string {
  const { group, source, destination, time, relativeTime, lineNumber } = block
  const parameters = [
    group && `g:${group.line}-${group.lines}-${group.id}`,
    source !== undefined && `s:${source}`,
    destination !== undefined && `d:${destination}`,
    time !== undefined && `c:${Math.round(time)}`,
    relativeTime !== undefined && `r:${relativeTime}`,
    lineNumber !== undefined && `n:${lineNumber}`,
    block.text !== undefined && `t:${block.text}`,
  ]
  const body = parameters.filter((parameter) => typeof parameter === 'string').join(',')
  return `\\${body}*${checksum(body)}\\`
}
