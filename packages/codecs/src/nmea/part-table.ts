import type { Timestamp } from '@csii/model'
import { COMMA, ZERO } from './ascii.ts'
import type { Stated } from './stated.ts'

/** The fields that one sentence of an encapsulated message has beside its payload: IEC 61162-1, § 7.3.3. */
export interface PartFields {
  /** What has to agree between the parts of one message beside the sequence id: talker, formatter, channel. */
  readonly stream: number
  readonly parts: number
  /** From 1. */
  readonly part: number
  /** 0 to 9, or -1 when blank. */
  readonly sequence: number
  readonly payloadFrom: number
  readonly payloadTo: number
  readonly fillBits: number
}

/** One sentence of several, kept until the others come: its own copy of the bytes, and where the payload lies in it. */
export interface KeptPart {
  readonly bytes: Uint8Array
  readonly payloadFrom: number
  readonly payloadTo: number
  readonly fillBits: number
}

/** One message of several sentences, as far as it has come. */
export interface PartialMessage {
  readonly stream: number
  readonly sequence: number
  readonly startedAt: Timestamp
  stated: Stated
  /** By part number less one. */
  readonly parts: (KeptPart | undefined)[]
  missing: number
}

export interface PartTableOptions {
  /** How long a part waits for the others, in milliseconds of receive time. */
  readonly patience?: number
  readonly capacity?: number
}

/**
 * The messages that are still missing parts. Parts may come in any order and messages may interleave; a message is
 * known by talker, channel, sequence id and number of parts, and by tag-block group and source where they are stated.
 * Two receivers that heard the same message give the same key: a part that is there already, byte for byte, opens a
 * second message beside the first. If it differs, the sender has moved on and the first will never be whole.
 */
export class PartTable {
  readonly #patience: number
  readonly #capacity: number
  /** Oldest first. */
  readonly #waiting: PartialMessage[] = []

  constructor({ patience = 30_000, capacity = 64 }: PartTableOptions = {}) {
    this.#patience = patience
    this.#capacity = capacity
  }

  /** Adds one part. Returns its message when that is whole; `drop` gets every message that is given up on the way. */
  add(
    bytes: Uint8Array, from: number, to: number, fields: PartFields, stated: Stated, now: Timestamp,
    drop: (message: PartialMessage) => void,
  ): PartialMessage | undefined {
    this.expire(now, drop)
    const part: KeptPart = {
      bytes: bytes.slice(from, to),
      payloadFrom: fields.payloadFrom - from,
      payloadTo: fields.payloadTo - from,
      fillBits: fields.fillBits,
    }
    const message = this.#messageFor(part, fields, stated, drop) ?? this.#open(fields, stated, now, drop)
    message.parts[fields.part - 1] = part
    message.missing--
    message.stated = { ...stated, ...message.stated }
    if (message.missing > 0) return undefined
    this.#waiting.splice(this.#waiting.indexOf(message), 1)
    return message
  }

  /** Gives up the messages whose first part came too long ago, or much later than now: then the clock was set back. */
  expire(now: Timestamp, drop: (message: PartialMessage) => void): void {
    while (this.#waiting.length > 0 && Math.abs(now - this.#waiting[0]!.startedAt) > this.#patience) drop(this.#waiting.shift()!)
  }

  /** Gives up all. */
  clear(drop: (message: PartialMessage) => void): void {
    for (const message of this.#waiting.splice(0)) drop(message)
  }

  /** The newest message that this part belongs to. */
  #messageFor(
    part: KeptPart, fields: PartFields, stated: Stated, drop: (message: PartialMessage) => void,
  ): PartialMessage | undefined {
    for (let i = this.#waiting.length - 1; i >= 0; i--) {
      const message = this.#waiting[i]!
      if (!belongs(message, fields, stated)) continue
      const present = message.parts[fields.part - 1]
      if (!present) return message
      if (samePayload(present, part)) continue
      this.#waiting.splice(i, 1)
      drop(message)
    }
    return undefined
  }

  #open(
    fields: PartFields, stated: Stated, now: Timestamp, drop: (message: PartialMessage) => void,
  ): PartialMessage {
    if (this.#waiting.length >= this.#capacity) drop(this.#waiting.shift()!)
    const { stream, sequence, parts } = fields
    const message: PartialMessage = {
      stream, sequence, startedAt: now, stated, parts: Array.from({ length: parts }, () => undefined), missing: parts,
    }
    this.#waiting.push(message)
    return message
  }
}

function belongs(message: PartialMessage, fields: PartFields, stated: Stated): boolean {
  if (message.stream !== fields.stream || message.sequence !== fields.sequence) return false
  if (message.parts.length !== fields.parts || message.stated.group?.id !== stated.group?.id) return false
  // Only the first line of a group need name its source.
  const { source } = message.stated
  return source === undefined || stated.source === undefined || source === stated.source
}

function samePayload(a: KeptPart, b: KeptPart): boolean {
  const length = a.payloadTo - a.payloadFrom
  if (length !== b.payloadTo - b.payloadFrom) return false
  for (let i = 0; i < length; i++) if (a.bytes[a.payloadFrom + i] !== b.bytes[b.payloadFrom + i]) return false
  return true
}

/** Joins the payloads of a whole message after a comma, with `,f` after them, as they stand in a single sentence. */
export function joinParts(message: PartialMessage, into: Uint8Array): { to: number; fillBits: number } {
  let to = 1
  let fillBits = 0
  into[0] = COMMA
  for (const part of message.parts) {
    if (!part) throw new Error(`a message of ${message.parts.length} parts was joined before all had come`)
    into.set(part.bytes.subarray(part.payloadFrom, part.payloadTo), to)
    to += part.payloadTo - part.payloadFrom
    fillBits = part.fillBits
  }
  into[to] = COMMA
  into[to + 1] = ZERO + fillBits
  return { to, fillBits }
}
