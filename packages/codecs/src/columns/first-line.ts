import { decodeText } from './text.ts'

const LONGEST = 4096

/** The first line that is not blank, for a look at what an input is. */
export function firstLine(bytes: Uint8Array): string {
  const [line = ''] = decodeLook(bytes)
    .trimStart()
    .split(/[\r\n]/, 1)
  return line
}

/**
 * So much of the input as a look needs. A character cut at its end makes the whole ISO 8859-1, which does no harm here.
 */
const decodeLook = (bytes: Uint8Array): string =>
  decodeText(bytes, 0, Math.min(bytes.length, LONGEST)).replace(/^\ufeff/, '')
