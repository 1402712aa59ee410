/**
 * What XML 1.0 does not count as a character (§ 2.2), although clients send it: control characters, halves of
 * surrogate pairs, U+FFFE and U+FFFF.
 */
const NO_CHARACTER = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

export const withoutNoCharacters = (text: string): string => text.replace(NO_CHARACTER, '')

export const isCharacter = (text: string): boolean => withoutNoCharacters(text) === text

/** White space, § 2.3. */
export const isBlank = (text: string): boolean => !/[^ \t\n\r]/.test(text)

const NAME_START =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}' +
  '\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}'

/** A name, § 2.3, at the place where the search begins. */
export const NAME = new RegExp(`[${NAME_START}][-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}${NAME_START}]*`, 'uy')

export function isName(text: string): boolean {
  NAME.lastIndex = 0
  return NAME.exec(text)?.[0] === text
}
