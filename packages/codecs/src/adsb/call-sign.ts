import { bitsAt, putBits } from './bits.ts'

/** The six-bit letters of ICAO Annex 10, volume IV, table 3-9; what it does not define is `#`. */
const LETTERS = '#ABCDEFGHIJKLMNOPQRSTUVWXYZ##### ###############0123456789######'

/** Eight characters from bit 9 of a squitter's message field, without the blanks at their end. */
export function callSignAt(message: Uint8Array): string {
  let letters = ''
  for (let i = 0; i < 8; i++) letters += LETTERS[bitsAt(message, 9 + 6 * i, 6)]
  return letters.trimEnd()
}

export function putCallSign(message: Uint8Array, callSign: string): void {
  Array.from(callSign.padEnd(8).slice(0, 8)).forEach((letter, index) => {
    putBits(message, 9 + 6 * index, 6, Math.max(0, letter === '#' ? 0 : LETTERS.indexOf(letter)))
  })
}

/** A call sign that can be one: letters and digits, no blank within, and not the zeros of a transponder left empty. */
export const isCallSign = (text: string): boolean => /^[A-Z0-9]{2,8}$/.test(text) && !/^0+$/.test(text)
