import { firstLine } from '../columns/first-line.ts'
import { describeGuess, guessFromHeader, type Guess } from '../columns/guess.ts'
import { decodeText } from '../columns/text.ts'
import { ROW_REQUIRED, SATELLITE_VOCABULARY } from './vocabulary.ts'

/** What only lists of detections have: how sure the detector is, or its ellipse. */
const MARKS = ['quality', 'semiMajor', 'score']

/** Features of GeoJSON, or a header of a list of detections. */
export function looksLikeSatellite(first: Uint8Array): boolean {
  const line = firstLine(first)
  if (/^[{[]/.test(line)) return /"Feature(?:Collection)?"/.test(decodeText(first, 0, Math.min(first.length, 4096)))
  const { columns } = guessFromHeader(line, SATELLITE_VOCABULARY, ROW_REQUIRED)
  return ROW_REQUIRED.every((key) => columns[key]) && MARKS.some((key) => columns[key])
}

/** Which column of a file with such a header holds what, for a technician to see and to mend. */
export const guessSatelliteMapping = (header: string): Guess =>
  describeGuess(guessFromHeader(header, SATELLITE_VOCABULARY, ROW_REQUIRED), ROW_REQUIRED)
