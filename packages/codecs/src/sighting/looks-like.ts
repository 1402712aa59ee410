import { utf8Text } from '../utf8.ts'
import { sightingOf } from './form.ts'
import { isRecord, parsed } from './json.ts'
import { isAnnounced, readSighting } from './read-sighting.ts'
import { LONGEST_REPORT, type SightingContext } from './sighting.ts'

const NOWHERE: SightingContext = { receivedAt: 0, places: [] }
const LOOK_AT = 4096
const MOST_LINES = 20

/**
 * Whether among these bytes is a line that reports a sighting: by its first word and a place, or by the fields of the
 * form.
 */
export function looksLikeSighting(bytes: Uint8Array): boolean {
  const text = utf8Text(bytes, 0, Math.min(bytes.length, LOOK_AT)) ?? ''
  return text.split(
    /[\r\n]+/,
    MOST_LINES,
  ).some((line) => line.length <= LONGEST_REPORT && (isForm(line) || isReport(line)))
}

const isReport = (line: string): boolean => isAnnounced(line) && readSighting(line, NOWHERE).ok

function isForm(line: string): boolean {
  const json = line.startsWith('{') ? parsed(line) : undefined
  return isRecord(json) && typeof json.howSeen === 'string' && sightingOf(json, NOWHERE).ok
}
