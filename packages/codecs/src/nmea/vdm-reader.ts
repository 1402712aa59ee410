import type { DecodeProblem, SensorCounts, Timestamp } from '@csii/model'
import { BACKSLASH, DOLLAR, HASH, indexWithin, SPACE } from './ascii.ts'
import { LineScanner, LONGEST_LINE, type LineTaker } from './line-scanner.ts'
import { PartTable, joinParts, type PartFields, type PartTableOptions, type PartialMessage } from './part-table.ts'
import { isGatehouse, readGatehouse, type GatehouseStamp } from './pghp.ts'
import { nextStart, Sentence } from './sentence.ts'
import { appendedTime, joinStated, NOTHING_STATED, type Stated } from './stated.ts'
import { readTagBlock, type TagBlock } from './tag-block.ts'
import { Tally } from './tally.ts'
import { VdmFields } from './vdm.ts'

/** What became of a message: it was read, it was heard before, or it was refused. */
export type Outcome = 'decoded' | 'duplicate' | DecodeProblem

export interface MessageTaker {
  /**
   * One whole AIS message, as the characters of its payload. A comma always stands before `from`, and a comma and the
   * number of fill bits always at `to`, so that a taker may tell messages apart by one range of bytes.
   */
  message(ascii: Uint8Array, from: number, to: number, fillBits: number, stated: Stated, receivedAt: Timestamp): Outcome
  /**
   * One whole sentence that is not of AIS, only valid during the call; without this, all are unsupported. What is
   * itself encapsulated, perhaps in several sentences, is told by its fields and comes to `encapsulated` when whole.
   */
  sentence?(sentence: Sentence, stated: Stated, receivedAt: Timestamp): Outcome | PartFields
  /** Such a message, as `message` would give it. */
  encapsulated?(...whole: Parameters<MessageTaker['message']>): Outcome
  /** One refused input. Bytes are only valid during the call, here and above. */
  problem(problem: DecodeProblem, bytes: Uint8Array, from: number, to: number): void
}

/**
 * Bytes in, whole AIS messages out. What counts as one input received: a sentence; a tag block that stands alone on
 * its line or is damaged; a line with neither, comments (`#`) too. Empty lines are not inputs, nor is whatever stands
 * on a line before its first sentence: a time written by a logger, or the `UdPbC` header of IEC 61162-450.
 */
export class VdmReader implements LineTaker {
  readonly #lines = new LineScanner()
  readonly #sentence = new Sentence()
  readonly #fields = new VdmFields()
  readonly #table: PartTable
  readonly #tally = new Tally()
  readonly #joined = new Uint8Array(roomFor(MOST_PARTS))
  readonly #taker: MessageTaker
  readonly #drop = (message: PartialMessage) => this.#settle(message, 'incomplete')
  #receivedAt: Timestamp = 0
  #tagBlock: TagBlock | undefined
  #stamp: GatehouseStamp | undefined
  /** Of the latest group: only its first line need tell the time and source. */
  #group: Stated = NOTHING_STATED

  constructor(taker: MessageTaker, options?: PartTableOptions) {
    this.#taker = taker
    this.#table = new PartTable(options)
  }

  read(bytes: Uint8Array, receivedAt: Timestamp, datagram = false): void {
    this.#receivedAt = receivedAt
    this.#lines.read(bytes, this)
    if (datagram) this.#lines.end(this)
  }

  tick(now: Timestamp): void {
    this.#table.expire(now, this.#drop)
  }

  end(receivedAt: Timestamp): void {
    this.#receivedAt = receivedAt
    this.#lines.end(this)
    this.#table.clear(this.#drop)
    this.#tagBlock = undefined
    this.#stamp = undefined
    this.#group = NOTHING_STATED
  }

  counts(): SensorCounts {
    return this.#tally.counts()
  }

  line(bytes: Uint8Array, from: number, to: number): void {
    let at = bytes[from] === HASH ? to : nextStart(bytes, from, to)
    if (at === to) return this.#refuse('framing', bytes, from, to)
    while (at < to) {
      if (bytes[at] === BACKSLASH) at = this.#readTagBlock(bytes, at, to)
      else {
        const problem = this.#sentence.read(bytes, at, to)
        at = this.#sentence.to
        this.#takeSentence(problem)
      }
    }
  }

  overflow(bytes: Uint8Array, from: number, to: number): void {
    this.#refuse('overflow', bytes, from, to)
  }

  /** Returns where to go on. */
  #readTagBlock(bytes: Uint8Array, from: number, to: number): number {
    const close = indexWithin(bytes, BACKSLASH, from + 1, to)
    if (close < 0) {
      const next = nextStart(bytes, from + 1, to)
      this.#refuse('framing', bytes, from, next)
      return next
    }
    const block = readTagBlock(bytes, from + 1, close)
    const next = nextStart(bytes, close + 1, to)
    if (!block.ok) this.#refuse(block.problem, bytes, from, close + 1)
    else {
      this.#tagBlock = { ...this.#tagBlock, ...block.value }
      if (next < to && isBlank(bytes, close + 1, next)) return next
      if (isBlank(bytes, close + 1, next)) this.#countDecoded()
      else this.#refuse('framing', bytes, from, next)
    }
    return next
  }

  #countDecoded(): void {
    this.#tally.received++
    this.#tally.decoded++
  }

  #takeSentence(problem: DecodeProblem | undefined): void {
    const sentence = this.#sentence
    const { bytes, from } = sentence
    if (!problem && bytes[from] === DOLLAR && isGatehouse(sentence)) return this.#takeStamp()
    const refusal = problem ?? this.#fields.read(sentence)
    const stated = this.#takeStated()
    if (refusal === 'unsupported' && this.#taker.sentence) return this.#takeOther(stated)
    if (refusal) return this.#refuse(refusal, bytes, from, sentence.to)
    if (this.#fields.parts > 1) return this.#takePart(this.#fields, stated)

    this.#tally.received++
    const { payloadFrom, payloadTo, fillBits } = this.#fields
    const outcome = this.#taker.message(bytes, payloadFrom, payloadTo, fillBits, stated, this.#receivedAt)
    if (outcome === 'decoded') this.#tally.decoded++
    else this.#count(outcome, bytes, from, sentence.to)
  }

  #takeOther(stated: Stated): void {
    const { bytes, from, to } = this.#sentence
    const outcome = this.#taker.sentence?.(this.#sentence, stated, this.#receivedAt) ?? 'unsupported'
    if (typeof outcome === 'object') return this.#takePart(outcome, stated)
    this.#tally.received++
    this.#count(outcome, bytes, from, to)
  }

  #takeStamp(): void {
    const stamp = readGatehouse(this.#sentence)
    if (!stamp.ok) return this.#refuse(stamp.problem, this.#sentence.bytes, this.#sentence.from, this.#sentence.to)
    this.#stamp = stamp.value
    this.#countDecoded()
  }

  /**
   * What was said of the sentence just read, which uses it up. A stamp for another sentence than this is let go; of a
   * message of several it has the checksums combined, and the later ones are not there yet.
   */
  #takeStated(): Stated {
    const appended = appendedTime(this.#sentence)
    if (!this.#tagBlock && !this.#stamp) return appended === undefined ? NOTHING_STATED : { time: appended }
    const sum = this.#stamp?.sum
    const isForThis = sum === undefined || sum === this.#sentence.sum || this.#fields.parts > 1
    const stated = joinStated(this.#tagBlock, isForThis ? this.#stamp : undefined, appended)
    this.#tagBlock = undefined
    this.#stamp = undefined
    if (!stated.group) return stated
    const isSameGroup = stated.group.id === this.#group.group?.id
    this.#group = isSameGroup ? { ...this.#group, ...stated } : stated
    return this.#group
  }

  #takePart(fields: PartFields, stated: Stated): void {
    const { bytes, from, to } = this.#sentence
    this.#tally.received++
    this.#tally.pending++
    const message = this.#table.add(bytes, from, to, fields, stated, this.#receivedAt, this.#drop)
    if (!message) return
    const into = message.parts.length > MOST_PARTS ? new Uint8Array(roomFor(message.parts.length)) : this.#joined
    const joined = joinParts(message, into)
    const take = fields === this.#fields ? 'message' : 'encapsulated'
    const whole = this.#taker[take]?.(into, 1, joined.to, joined.fillBits, message.stated, this.#receivedAt)
    this.#settle(message, whole ?? 'unsupported')
  }

  /** Counts each part of a message by what became of the whole. */
  #settle(message: PartialMessage, outcome: Outcome): void {
    for (const part of message.parts) {
      if (!part) continue
      this.#tally.pending--
      this.#count(outcome, part.bytes, 0, part.bytes.length)
    }
  }

  #count(outcome: Outcome, bytes: Uint8Array, from: number, to: number): void {
    if (outcome === 'decoded') this.#tally.decoded++
    else if (outcome === 'duplicate') this.#tally.duplicates++
    else {
      this.#tally.problem(outcome)
      this.#taker.problem(outcome, bytes, from, to)
    }
  }

  #refuse(problem: DecodeProblem, bytes: Uint8Array, from: number, to: number): void {
    this.#tally.received++
    this.#count(problem, bytes, from, to)
  }
}

/** The number of an AIS message's sentence has one digit. */
const MOST_PARTS = 9

/** What payloads take that are joined after a comma, with a comma and the fill bits after them. */
const roomFor = (parts: number): number => parts * LONGEST_LINE + 3

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! > SPACE) return false
  return true
}
