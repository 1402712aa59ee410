import type { DecodeProblem } from '@csii/model'
import { ZERO, NINE } from './ascii.ts'
import type { Sentence } from './sentence.ts'

/** The fields of `!--VDM` and `!--VDO`, IEC 61162-1, § 8.3. Used again for every sentence, like `Sentence`. */
export class VdmFields {
  /** Talker and channel in one number: what has to agree between the parts of one message. */
  stream = 0
  parts = 0
  part = 0
  /** 0 to 9, or -1 when blank. */
  sequence = -1
  payloadFrom = 0
  payloadTo = 0
  fillBits = 0

  /** Undefined when all is well, `unsupported` for every other kind of sentence. Fields beyond the sixth are let be. */
  read(sentence: Sentence): DecodeProblem | undefined {
    const { bytes, from } = sentence
    if (sentence.fieldTo(0) !== from + 6 || !isVdm(bytes, from)) return 'unsupported'
    if (sentence.fieldCount < 7) return 'framing'

    this.parts = digitOf(sentence, 1)
    this.part = digitOf(sentence, 2)
    this.sequence = digitOf(sentence, 3)
    const channel = sentence.fieldTo(4) > sentence.fieldFrom(4) ? bytes[sentence.fieldFrom(4)]! : 0
    this.stream = (bytes[from + 1]! * 256 + bytes[from + 2]!) * 256 + channel
    this.payloadFrom = sentence.fieldFrom(5)
    this.payloadTo = sentence.fieldTo(5)
    this.fillBits = digitOf(sentence, 6)
    return this.#check()
  }

  /** A part that is not the last ends on a whole character, or the next part's bits would not join on. */
  #check(): DecodeProblem | undefined {
    const { part, parts, fillBits } = this
    const mostFill = part === parts ? 5 : 0
    const isAllowed = part >= 1 && part <= parts && this.sequence >= BLANK && fillBits >= BLANK && fillBits <= mostFill
    if (!isAllowed) return 'value'
    if (fillBits === BLANK) this.fillBits = 0
    return undefined
  }
}

const BLANK = -1
const WRONG = -2

/** One digit, `BLANK` for an empty field, `WRONG` for anything else. */
function digitOf(sentence: Sentence, field: number): number {
  const from = sentence.fieldFrom(field)
  const length = sentence.fieldTo(field) - from
  if (length === 0) return BLANK
  const byte = sentence.bytes[from]!
  return length > 1 || byte < ZERO || byte > NINE ? WRONG : byte - ZERO
}

/**
 * `!ccVDM` and `!ccVDO`, whatever the two characters of the talker: IEC 61162-1, table 4 has `AI`, `AB`, `BS` and more, and
 * networks make their own, such as the `B2` of the Norwegian coastal network.
 */
function isVdm(bytes: Uint8Array, from: number): boolean {
  const last = bytes[from + 5]
  const isAddress = bytes[from] === 33 && bytes[from + 3] === 86 && bytes[from + 4] === 68 && (last === 77 || last === 79)
  return isAddress && isTalkerCharacter(bytes[from + 1]!) && isTalkerCharacter(bytes[from + 2]!)
}

const isTalkerCharacter = (byte: number): boolean => (byte >= ZERO && byte <= NINE) || (byte >= 65 && byte <= 90)
