import { SEXTETS } from './bits.ts'

/** Longer than any table and its longest list. */
const CHARACTERS = 256

const copy = new Uint8Array(CHARACTERS)

/** ASCII of the armour character for six bits. */
export const armour = (sextet: number): number => (sextet < 40 ? sextet + 48 : sextet + 56)

/**
 * The first `bits` bits of a payload with zeros behind them, for a table that is longer than the message.
 * The copy is shared and good until the next call. Undefined when a byte is no armour character.
 */
export function padded(ascii: Uint8Array, from: number, to: number, bits: number): Uint8Array | undefined {
  const given = Math.min(to - from, CHARACTERS)
  let seen = 0
  for (let i = 0; i < given; i++) {
    seen |= SEXTETS[(copy[i] = ascii[from + i]!)]!
  }
  if (seen > 63) return undefined

  const whole = Math.floor(bits / 6)
  if (whole < given) {
    const unused = 6 - (bits - whole * 6)
    copy[whole] = armour((SEXTETS[copy[whole]!]! >> unused) << unused)
  }
  copy.fill(48, Math.min(whole + 1, given))
  return copy
}
