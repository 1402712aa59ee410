import { firstLines } from '../columns/first-lines.ts'
import { guessFromHeader } from '../columns/guess.ts'
import { proposeMapping, type Guess } from '../columns/propose.ts'
import { ROW_REQUIRED, SATELLITE_VOCABULARY } from './vocabulary.ts'

/** What only lists of detections have: how sure the detector is, or its ellipse. */
const MARKS = ['quality', 'semiMajor', 'sigma', 'score']

/** Whether it begins as JSON does, whose properties have names that need no header. */
export const isDocument = (first: Uint8Array): boolean => /^\s*[{[]/.test(firstLines(first)[0] ?? '')

/** Features of GeoJSON, or a header of a list of detections among the first lines. */
export function looksLikeSatellite(first: Uint8Array): boolean {
  const lines = firstLines(first)
  if (isDocument(first)) return lines.some((line) => /"Feature(?:Collection)?"/.test(line))
  return lines.some((line) => {
    const { columns } = guessFromHeader(line, SATELLITE_VOCABULARY, ROW_REQUIRED).mapping
    return ROW_REQUIRED.every((key) => columns[key]) && MARKS.some((key) => columns[key])
  })
}

/** Which column of a list holds what, by its first lines, for a technician to see and to mend. */
export const guessSatelliteMapping = (text: string): Guess => proposeMapping(text, SATELLITE_VOCABULARY, ROW_REQUIRED)
