/** What a transmitted text says: it ends at the first `@`, and blanks before that are filling. M.1371-5, table 47. */
export function readable(transmitted: string): string {
  const end = transmitted.indexOf('@')
  return (end < 0 ? transmitted : transmitted.slice(0, end)).trimEnd()
}

/** The ASCII code of a six-bit character: 0 to 31 are `@` to `_`, 32 to 63 are the blank to `?`. */
export const asciiOf = (sextet: number): number => (sextet < 32 ? sextet + 64 : sextet)

/** The six bits of a character. Letters become capitals; what the alphabet lacks becomes `?`. */
export function sextetOf(character: string): number {
  const code = character.toUpperCase().charCodeAt(0)
  if (code < 32 || code > 95) return sextetOf('?')
  return code < 64 ? code : code - 64
}

/** The text in the lowest bits of a number, six a character. */
export function textOf(bits: number, characters: number): string {
  let text = ''
  for (let i = characters - 1; i >= 0; i--) text += String.fromCharCode(asciiOf(Math.floor(bits / 64 ** i) % 64))
  return text
}
