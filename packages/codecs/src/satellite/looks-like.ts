import { firstLines } from '../columns/first-lines.ts'
import { describeGuess, guessFromHeader, type Guess } from '../columns/guess.ts'
import { ROW_REQUIRED, SATELLITE_VOCABULARY } from './vocabulary.ts'

/** What only lists of detections have: how sure the detector is, or its ellipse. */
const MARKS = ['quality', 'semiMajor', 'score']

/** Features of GeoJSON, or a header of a list of detections among the first lines. */
export function looksLikeSatellite(first: Uint8Array): boolean {
  const lines = firstLines(first)
  if (/^\s*[{[]/.test(lines[0] ?? '')) return lines.some((line) => /"Feature(?:Collection)?"/.test(line))
  return lines.some((line) => {
    const { columns } = guessFromHeader(line, SATELLITE_VOCABULARY, ROW_REQUIRED)
    return ROW_REQUIRED.every((key) => columns[key]) && MARKS.some((key) => columns[key])
  })
}

/** Which column of a file with such a header holds what, for a technician to see and to mend. */
export const guessSatelliteMapping = (header: string): Guess =>
  describeGuess(guessFromHeader(header, SATELLITE_VOCABULARY, ROW_REQUIRED), ROW_REQUIRED)
