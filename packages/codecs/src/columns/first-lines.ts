import { decodeText } from './text.ts'

const LONGEST = 4096
const MOST_LINES = 20

/** The first lines that are not blank, for a look at what an input is: titles may stand before a header. */
export function firstLines(bytes: Uint8Array): readonly string[] {
  // A character cut at the end makes the whole ISO 8859-1, which does no harm to a look.
  const text = decodeText(bytes, 0, Math.min(bytes.length, LONGEST)).replace(/^\ufeff/, '')
  const lines = text.split(/[\r\n]/).filter((line) => line.trim() !== '')
  return lines.slice(0, MOST_LINES)
}
