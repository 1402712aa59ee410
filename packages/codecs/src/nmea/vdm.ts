import type { DecodeProblem } from '@csii/model'
import { ZERO, NINE } from './ascii.ts'
import type { Sentence } from './sentence.ts'

/** Who may send an AIS sentence: IEC 61162-1, table 4, and the retired `BS` and `SA` that networks still use. */
const TALKERS = ['AI', 'AB', 'AD', 'AN', 'AR', 'AS', 'AT', 'AX', 'BS', 'SA']

/** One for the two letters of each talker, as a number of two bytes. */
const IS_TALKER = new Uint8Array(65_536)
for (const talker of TALKERS) IS_TALKER[talker.charCodeAt(0) * 256 + talker.charCodeAt(1)] = 1

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

/** `!ccVDM` and `!ccVDO`, where cc is a talker of AIS. */
function isVdm(bytes: Uint8Array, from: number): boolean {
  const last = bytes[from + 5]
  return (
    bytes[from] === 33 && bytes[from + 3] === 86 && bytes[from + 4] === 68 && (last === 77 || last === 79) &&
    IS_TALKER[bytes[from + 1]! * 256 + bytes[from + 2]!] === 1
  )
}
