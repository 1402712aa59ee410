import type { DecodeProblem } from '@csii/model'
import { LONGEST_EVENT } from './cot-xml.ts'
import {
  beginsMark, endTagAt, eventStartAt, frameAt, LT, MAGIC, meshEnd, MORE, NONE, passwordAt, skipBlanks,
} from './framing.ts'

/** Where the messages of a stream or of datagrams go. The bytes are only valid during the call. */
export interface CotTaker {
  /** One event in XML, with what stood before it: a declaration, perhaps. */
  xml(bytes: Uint8Array, from: number, to: number): void
  /** The payload of one frame of the TAK protocol. */
  tak(bytes: Uint8Array, from: number, to: number): void
  problem(problem: DecodeProblem, bytes: Uint8Array, from: number, to: number): void
}

/** As much is taken in at once; with one event of the greatest length that is all that is held. */
const PIECE = 65_536

/** So much is kept of what is neither event nor frame. */
const SAMPLE = 1024

/**
 * - `between`: at the end of a message; nothing but blanks came since
 * - `prolog`: before an event, in its declaration or a comment
 * - `event`: within an event
 * - `frame`, `mesh`: within the payload of a frame; one of the mesh ends with the stream, or where another begins
 * - `junk`: in something else, of which nobody was told
 * - `told`: in something else that was counted
 */
type State = 'between' | 'prolog' | 'event' | 'frame' | 'mesh' | 'junk' | 'told'

/**
 * Cuts what a transport gives into events and frames, whichever each is, and finds the next one after anything else.
 * An event ends at the first `</event>` (TAK, protocol.txt, "Traditional Protocol"), and one that begins within
 * another says that the first was cut off.
 */
export class CotScanner {
  readonly #taker: CotTaker
  #held = new Uint8Array(8192)
  #length = 0
  /** Where the message begins that is being read, and as far as it was looked at. */
  #from = 0
  #at = 0
  #state: State = 'between'
  #frameEnd = 0
  /** Why junk is junk. */
  #reason: DecodeProblem = 'framing'

  constructor(taker: CotTaker) {
    this.#taker = taker
  }

  read(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += PIECE) {
      this.#hold(bytes.subarray(at, at + PIECE))
      this.#advance(false)
    }
  }

  /** The stream or the datagram has ended: what is left over is given out or refused. */
  end(): void {
    this.#advance(true)
    const isMessage = this.#state === 'event' || this.#state === 'frame' || this.#state === 'prolog'
    if (this.#state === 'mesh') this.#taker.tak(this.#held, this.#from, this.#length)
    else if (isMessage) this.#refuse('length', this.#length)
    else this.#tellJunk(this.#length)
    this.#from = this.#at = this.#length = 0
    this.#state = 'between'
  }

  #hold(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#held.length) this.#makeRoom(bytes.length)
    this.#held.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** Moves what is still wanted to the front, into larger memory only if it fills more than half of this. */
  #makeRoom(wanted: number): void {
    const kept = this.#length - this.#from
    const old = this.#held
    if (kept + wanted > old.length / 2) this.#held = new Uint8Array(Math.max(old.length * 2, kept + wanted))
    this.#held.set(old.subarray(this.#from, this.#length))
    this.#at -= this.#from
    this.#frameEnd -= this.#from
    this.#length = kept
    this.#from = 0
  }

  /** Reads on until more bytes are needed. */
  #advance(isEnd: boolean): void {
    while (this.#step(isEnd));
    const isTooLong = this.#length - this.#from > LONGEST_EVENT
    if (isTooLong && this.#state !== 'frame') this.#overflow()
  }

  /** Whether something was read. */
  #step(isEnd: boolean): boolean {
    switch (this.#state) {
      case 'between':
        return this.#begin(isEnd)
      case 'prolog':
      case 'event':
        return this.#seekTag(isEnd)
      case 'frame':
        return this.#finishFrame(this.#frameEnd)
      case 'mesh':
        return this.#seekMeshEnd()
      default:
        return this.#passJunk(isEnd)
    }
  }

  #begin(isEnd: boolean): boolean {
    const from = skipBlanks(this.#held, this.#from, this.#length)
    this.#from = this.#at = from
    if (from === this.#length) return false
    const byte = this.#held[from]!
    if (byte === MAGIC) return this.#beginFrame(isEnd)
    if (from + 3 > this.#length && !isEnd && beginsMark(this.#held, from, this.#length)) return false
    this.#reason = 'framing'
    this.#state = byte === LT ? 'prolog' : 'junk'
    return true
  }

  #beginFrame(isEnd: boolean): boolean {
    const frame = frameAt(this.#held, this.#from, this.#length)
    if (frame === 'more' && !isEnd) return false
    if (typeof frame === 'string') {
      this.#reason = frame === 'more' ? 'length' : frame
      this.#state = 'junk'
      return true
    }
    this.#state = frame.kind
    this.#from = this.#at = frame.from
    this.#frameEnd = frame.to
    return true
  }

  #finishFrame(end: number): boolean {
    if (end > this.#length) return false
    this.#taker.tak(this.#held, this.#from, end)
    this.#next(end)
    return true
  }

  #seekMeshEnd(): boolean {
    const { at, isEnd } = meshEnd(this.#held, this.#at, this.#length)
    this.#at = at
    return isEnd && this.#finishFrame(at)
  }

  /** Looks for the begin of an event, and within it for its end. */
  #seekTag(isEnd: boolean): boolean {
    const start = this.#held.subarray(0, this.#length).indexOf(LT, this.#at)
    if (start < 0) {
      this.#at = this.#length
      return false
    }
    this.#at = start
    const begins = eventStartAt(this.#held, start, this.#length)
    const end = this.#state === 'event' ? endTagAt(this.#held, start, this.#length) : NONE
    if ((begins === MORE || end === MORE) && !isEnd) return false
    if (end > 0) {
      this.#taker.xml(this.#held, this.#from, end)
      this.#next(end)
      return true
    }
    if (begins === 1) this.#enter(start)
    else if (begins === NONE && this.#state === 'prolog' && !PROLOG.includes(this.#held[start + 1]!)) this.#leave(start)
    this.#at = start + 1
    return true
  }

  /** Where another element begins there is no event; what was said before it says nothing. */
  #leave(start: number): void {
    this.#from = start
    this.#state = 'junk'
  }

  #enter(start: number): void {
    if (this.#state === 'event') this.#refuse('framing', start)
    this.#tellJunk(start)
    if (this.#state !== 'prolog') this.#from = start
    this.#state = 'event'
  }

  /** Looks for the next event or frame. What stands before it counts once. */
  #passJunk(isEnd: boolean): boolean {
    for (; this.#at < this.#length; this.#at++) {
      const found = this.#messageAt(this.#at)
      if (found === 'more' && !isEnd) break
      if (found === 'event') {
        this.#enter(this.#at++)
        return true
      }
      if (found === 'frame') {
        this.#tellJunk(this.#at)
        this.#next(this.#at)
        return true
      }
    }
    if (this.#at - this.#from >= SAMPLE) this.#tellJunk(this.#at)
    if (this.#state === 'told') this.#from = this.#at
    return false
  }

  #tellJunk(to: number): void {
    if (this.#state !== 'junk') return
    this.#refuse(this.#reason, Math.min(to, this.#from + SAMPLE))
    this.#state = 'told'
  }

  /** What begins there, amid junk. */
  #messageAt(at: number): 'event' | 'frame' | 'more' | undefined {
    const byte = this.#held[at]
    if (byte === MAGIC) {
      const frame = frameAt(this.#held, at, this.#length)
      if (typeof frame === 'object') return 'frame'
      return frame === 'more' ? 'more' : undefined
    }
    if (byte !== LT) return undefined
    const begins = eventStartAt(this.#held, at, this.#length)
    if (begins === MORE) return 'more'
    return begins === NONE ? undefined : 'event'
  }

  /** More than an event can be: counted, and the next one is looked for in what follows. */
  #overflow(): void {
    this.#refuse('overflow', this.#length)
    this.#state = 'told'
    this.#from = this.#at
  }

  #refuse(problem: DecodeProblem, to: number): void {
    const from = this.#from
    const password = passwordAt(this.#held, from, to)
    this.#taker.problem(password === from ? 'unsupported' : problem, this.#held, from, password)
  }

  #next(at: number): void {
    this.#from = this.#at = at
    this.#state = 'between'
  }
}

/** What follows the `<` of a declaration or instruction, and of a comment or document type. */
const PROLOG = Array.from('?!', (each) => each.charCodeAt(0))
