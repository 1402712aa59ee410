/**
 * The largest feature that is read, in bytes: a place and some properties. A collection may have any number of them.
 */
export const LARGEST_FEATURE = 262_144

export interface FeatureTaker {
  /** One JSON object that can be a feature. The bytes are only valid during the call. */
  object(bytes: Uint8Array, from: number, to: number): void
  /** Text that is no JSON, a line at most. */
  other(bytes: Uint8Array, from: number, to: number): void
  /** An object that breaks off. */
  broken(bytes: Uint8Array, from: number, to: number): void
  /** The first bytes of an object that is larger than `LARGEST_FEATURE`. */
  overflow(bytes: Uint8Array, from: number, to: number): void
}

const [QUOTE, BACKSLASH, LF] = [34, 92, 10]
const isOpening = (byte: number) => byte === 123 || byte === 91
const isClosing = (byte: number) => byte === 125 || byte === 93
const [BRACE, BRACKET] = [123, 91]
/** Blanks, commas, record separators (RFC 8142) and a byte order mark stand between objects. */
const isBetween = (byte: number) => byte <= 32 || byte === 44 || byte === 0xef || byte === 0xbb || byte === 0xbf
/** Objects at no depth are features: the rest of a collection. */
const NOWHERE = -1

/**
 * Cuts the features out of a stream of GeoJSON, wherever its fragments begin and end: of collections (RFC 7946, §
 * 3.3), of arrays, and of objects one after another (RFC 8142, or a line each). Holds one feature at a time, never a
 * collection.
 */
export class FeatureScanner {
  #held = new Uint8Array(4096)
  #length = 0
  #depth = 0
  /** The depth at which features begin. */
  #base = 0
  #isHolding = false
  #isSkipping = false
  #isString = false
  #isEscaped = false
  /** The last text at depth 1, as long as it can be "features". */
  #key = ''
  #previous = LF

  read(bytes: Uint8Array, taker: FeatureTaker): void {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!
      this.#take(byte, taker)
      this.#previous = byte
    }
  }

  /** Nothing follows. */
  end(taker: FeatureTaker): void {
    this.#tellText(taker)
    if (this.#isHolding && !this.#isSkipping) taker.broken(this.#held, 0, this.#length)
    this.#reset()
  }

  #take(byte: number, taker: FeatureTaker): void {
    if (this.#isString) return this.#takeInString(byte, taker)
    // What was too large may never have ended; an object at the beginning of a line begins anew.
    if (this.#isSkipping && this.#base === 0 && byte === BRACE && this.#previous === LF) this.#reset()
    if (isOpening(byte)) return this.#open(byte, taker)
    if (this.#depth === 0) return this.#takeBetween(byte, taker)
    if (byte === QUOTE) {
      this.#isString = true
      this.#key = ''
    }
    this.#hold(byte, taker)
    if (isClosing(byte)) this.#close(taker)
  }

  #takeInString(byte: number, taker: FeatureTaker): void {
    // No text of JSON goes over the end of a line (RFC 8259, § 7), so this one was cut off.
    if (byte === LF) {
      if (!this.#isSkipping) taker.broken(this.#held, 0, this.#length)
      return this.#reset()
    }
    this.#hold(byte, taker)
    if (this.#isEscaped) this.#isEscaped = false
    else if (byte === BACKSLASH) this.#isEscaped = true
    else if (byte === QUOTE) this.#isString = false
    else if (this.#depth === 1 && this.#key.length < 9) this.#key += String.fromCharCode(byte)
  }

  #takeBetween(byte: number, taker: FeatureTaker): void {
    if (byte === LF) return this.#tellText(taker)
    if (this.#length > 0 || !isBetween(byte)) this.#keep(byte)
    if (this.#length === 1024) this.#tellText(taker)
  }

  #open(byte: number, taker: FeatureTaker): void {
    if (this.#depth === 0) {
      this.#tellText(taker)
      if (byte === BRACKET) this.#base = 1
    }
    if (!this.#isHolding && byte === BRACE && this.#depth === this.#base) {
      this.#isHolding = true
      this.#length = 0
    } else if (byte === BRACKET && this.#depth === 1 && this.#base === 0 && this.#key === 'features') {
      this.#base = 2
      this.#isHolding = false
      this.#isSkipping = false
    }
    this.#hold(byte, taker)
    this.#depth++
  }

  #close(taker: FeatureTaker): void {
    this.#depth--
    if (this.#isHolding && this.#depth === this.#base) {
      if (!this.#isSkipping) taker.object(this.#held, 0, this.#length)
      this.#isHolding = false
      this.#isSkipping = false
      this.#length = 0
    } else if (this.#base === 2 && this.#depth === 1) this.#base = NOWHERE
    if (this.#depth === 0) this.#reset()
  }

  #hold(byte: number, taker: FeatureTaker): void {
    if (!this.#isHolding || this.#isSkipping) return
    if (this.#length < LARGEST_FEATURE) return this.#keep(byte)
    taker.overflow(this.#held, 0, this.#length)
    this.#isSkipping = true
  }

  #keep(byte: number): void {
    if (this.#length === this.#held.length) {
      const wider = new Uint8Array(this.#held.length * 2)
      wider.set(this.#held)
      this.#held = wider
    }
    this.#held[this.#length++] = byte
  }

  #tellText(taker: FeatureTaker): void {
    if (this.#depth === 0 && this.#length > 0) taker.other(this.#held, 0, this.#length)
    if (this.#depth === 0) this.#length = 0
  }

  #reset(): void {
    this.#length = 0
    this.#depth = 0
    this.#base = 0
    this.#isHolding = false
    this.#isSkipping = false
    this.#isString = false
    this.#isEscaped = false
    this.#key = ''
  }
}
