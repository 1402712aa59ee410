import { DamagedPack, type Coder } from './coder.ts'
import { NumberModel } from './number-model.ts'

/** Values of which few are different: each is written once, and after that called by its number. */
export class Dictionary<Value> {
  readonly #coder: Coder
  readonly #keyOf: (value: Value) => string
  readonly #code: (value: Value) => Value
  readonly #numbers = new Map<string, number>()
  readonly #values: Value[] = []
  readonly #isNew: number
  readonly #number: NumberModel

  /** `keyOf` differs where values do; `code` writes or reads one. */
  constructor(coder: Coder, keyOf: (value: Value) => string, code: (value: Value) => Value, contexts = 1) {
    this.#coder = coder
    this.#keyOf = keyOf
    this.#code = code
    this.#isNew = coder.allocate(contexts)
    this.#number = new NumberModel(coder, contexts)
  }

  code(value: Value, context = 0): Value {
    const known = this.#coder.isWriting ? this.#numbers.get(this.#keyOf(value)) : undefined
    if (this.#coder.bit(this.#isNew + context, known === undefined ? 1 : 0) === 1) return this.#add(value)
    const number = this.#number.unsigned(known ?? 0, context)
    if (number >= this.#values.length) throw new DamagedPack('a value is called that was never written')
    // Below the length, so it is there; it may be undefined itself.
    return this.#values[number] as Value
  }

  #add(value: Value): Value {
    const written = this.#code(value)
    if (this.#coder.isWriting) this.#numbers.set(this.#keyOf(value), this.#values.length)
    this.#values.push(written)
    return written
  }
}
