import { DamagedPack, type Coder } from './coder.ts'
import { NumberModel, tree } from './number-model.ts'

/** UTF-16 units. Longer texts than any sensor sends are no texts. */
export const LONGEST_TEXT = 1 << 20

/** Texts, by UTF-16 unit: the upper byte, and the lower one after the kind of character before it. */
export class TextModel {
  readonly #coder: Coder
  readonly #length: NumberModel
  readonly #upper: number
  readonly #lower: number

  constructor(coder: Coder) {
    this.#coder = coder
    this.#length = new NumberModel(coder)
    this.#upper = coder.allocate(256)
    this.#lower = coder.allocate(4 * 256)
  }

  code(text: string): string {
    if (text.length > LONGEST_TEXT) throw new RangeError(`a text of ${text.length} characters is too long for a pack`)
    const length = this.#length.unsigned(text.length)
    if (length > LONGEST_TEXT) throw new DamagedPack('a text is too long')
    let read = ''
    let before = 0
    for (let at = 0; at < length; at++) {
      const unit = this.#coder.isWriting ? text.charCodeAt(at) : 0
      const upper = tree(this.#coder, this.#upper, 8, unit >>> 8)
      before = upper * 256 + tree(this.#coder, this.#lower + kindOf(before) * 256, 8, unit & 0xff)
      read += String.fromCharCode(before)
    }
    return read
  }
}

/** Nothing and marks, digits, capitals, small letters and all else. */
function kindOf(unit: number): number {
  if (unit < 48) return 0
  if (unit < 65) return 1
  return unit < 97 ? 2 : 3
}
