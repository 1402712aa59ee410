import { firstLines } from '../columns/first-lines.ts'
import { guessFromHeader } from '../columns/guess.ts'
import { decodeLatin1 } from '../columns/text.ts'
import { VMS_REQUIRED, VMS_VOCABULARY } from './list.ts'

/** A message begins within the first bytes; e-mail may stand before it. */
export const looksLikeNaf = (first: Uint8Array): boolean =>
  /\/\/SR\/\/[A-Z]{2}\//.test(decodeLatin1(first, 0, Math.min(first.length, 16_384)))

/** One of the first lines is a header in which all that is needed can be guessed. */
export const looksLikeVmsList = (first: Uint8Array): boolean =>
  firstLines(first).some((line) => {
    const { mapping } = guessFromHeader(line, VMS_VOCABULARY, VMS_REQUIRED)
    return VMS_REQUIRED.every((key) => mapping.columns[key])
  })
