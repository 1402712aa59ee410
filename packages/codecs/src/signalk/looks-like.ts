import { text } from '../nmea/ascii.ts'
import { utf8Text } from '../utf8.ts'
import { JsonDocuments } from './json-documents.ts'
import { parseJson } from './json.ts'
import { documentOf } from './leaves.ts'

/** Whether among these bytes is a whole delta, greeting or model of Signal K, or the beginning of a long model. */
export function looksLikeSignalK(bytes: Uint8Array): boolean {
  let isFound = false
  const documents = new JsonDocuments({
    document(found, from, to) {
      const words = isFound ? undefined : utf8Text(found, from, to)
      const document = documentOf(words === undefined ? undefined : parseJson(words))
      isFound ||= document?.kind === 'hello' || (document?.kind === 'leaves' && document.leaves.length > 0)
    },
    refused() {},
  })
  documents.read(bytes.subarray(0, LOOK_AT))
  return isFound || isLongModel(text(bytes, 0, Math.min(bytes.length, LOOK_AT)))
}

/**
 * The beginning of a model that is longer than what there is to look at: it names a vessel, and where a value comes
 * from.
 */
const isLongModel = (words: string): boolean =>
  words.trimStart().startsWith('{') &&
  /"urn:mrn:(?:signalk:uuid|imo:mmsi):/.test(words) &&
  /"\$source"\s{0,4}:/.test(words)

const LOOK_AT = 64 * 1024
