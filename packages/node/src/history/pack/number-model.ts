import { MOST_CHOICES, type Coder } from './coder.ts'

/** Magnitudes of less than so many bits have a symbol of their own for their length. */
const SHORT = 15
const LENGTHS = 16
const LONG_LENGTHS = 64
/** Bits below the leading one that are learnt; those below are taken for chance. */
const LEARNT = 3
const LEADS = 1 << LEARNT

const SIGN_AT = LENGTHS + LONG_LENGTHS
const LEAD_AT = SIGN_AT + LENGTHS
const MODELS = LEAD_AT + LENGTHS * LEADS

/** Whole numbers below 2^53 in magnitude, small ones likelier than large ones, learnt in each of some contexts. */
export class NumberModel {
  readonly #coder: Coder
  readonly #first: number

  constructor(coder: Coder, contexts = 1) {
    this.#coder = coder
    this.#first = coder.allocate(contexts * MODELS)
  }

  /** With a sign. */
  signed(value: number, context = 0): number {
    const at = this.#first + context * MODELS
    const magnitude = Math.abs(value)
    const length = this.#length(at, lengthOf(magnitude))
    if (length === 0) return 0
    const isNegative = this.#coder.bit(at + SIGN_AT + Math.min(length, SHORT), value < 0 ? 1 : 0)
    const read = this.#rest(at, length, magnitude)
    return isNegative === 1 ? -read : read
  }

  /** 0 and more. */
  unsigned(value: number, context = 0): number {
    const at = this.#first + context * MODELS
    const length = this.#length(at, lengthOf(value))
    return length === 0 ? 0 : this.#rest(at, length, value)
  }

  #length(at: number, length: number): number {
    const short = tree(this.#coder, at, 4, length < SHORT ? length : SHORT)
    return short < SHORT ? short : tree(this.#coder, at + LENGTHS, 6, length)
  }

  #rest(at: number, length: number, magnitude: number): number {
    const coder = this.#coder
    let left = length - 1
    const learnt = left < LEARNT ? left : LEARNT
    left -= learnt
    const leadAt = at + LEAD_AT + (length < SHORT ? length : SHORT) * LEADS
    const lead = learnt === 0 ? 0 : tree(coder, leadAt, learnt, Math.trunc(magnitude / 2 ** left) & ((1 << learnt) - 1))
    let read = (1 << learnt) + lead
    while (left > 0) {
      const bits = left < 16 ? left : 16
      left -= bits
      const choices = bits === 16 ? MOST_CHOICES : 1 << bits
      read = read * choices + coder.uniform(choices, Math.trunc(magnitude / 2 ** left) % choices)
    }
    return read
  }
}

/** So many bits, the most significant first, each learnt after those before it. Takes 2^bits models. */
export function tree(coder: Coder, first: number, bits: number, value: number): number {
  let node = 1
  for (let bit = bits - 1; bit >= 0; bit--) node = (node << 1) | coder.bit(first + node, (value >>> bit) & 1)
  return node - (1 << bits)
}

/** Of a magnitude in binary digits: 0 of 0, 1 of 1, 2 of 2 and 3 … */
export const lengthOf = (magnitude: number): number =>
  magnitude < 0x1_0000_0000 ? 32 - Math.clz32(magnitude) : 64 - Math.clz32(Math.trunc(magnitude / 0x1_0000_0000))
