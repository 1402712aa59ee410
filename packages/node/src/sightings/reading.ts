import {
  confirmSighting, ellipseOfCovariance, LONGEST_LINE, LONGEST_REPORT, sightingOf, utf8Bytes, type Sighting, type SightingContext,
  type SightingForm, type SightingProblem,
} from '@csii/codecs'
import type { SightingReading, SightingReport } from '@csii/contract'
import { bad, type Result } from '@csii/model'
import { refusal } from '../platform/errors.ts'
import type { ProblemCode } from '../platform/problems.ts'

/** What `confirmSighting` promises, too. */
const PROBABILITY = 0.95

/** A report as a line of the sensor that takes it. */
export const lineOf = (report: SightingReport, id: string): string => JSON.stringify({ id, ...formOf(report) })

/** An id longer than any that is given. */
const SOME_ID = 'XXX-REPORT-000000000'

/** What is understood of a report. Thrown as a refusal: what is missing, with how to say it. */
export function understand(report: SightingReport, context: SightingContext, simulated: boolean): SightingReading {
  const isLong = utf8Bytes(lineOf(report, SOME_ID)).length > LONGEST_LINE
  const read: Result<Sighting, SightingProblem> = isLong ? bad('too-long') : sightingOf(formOf(report), context)
  if (!read.ok) throw refusal(...REFUSALS[read.problem])
  const seen = read.value
  const { position, covariance, leftOver, uid: _, ...understood } = seen
  return {
    understood,
    left: [...leftOver],
    answer: confirmSighting(seen, report.language ?? seen.language),
    position,
    ellipse: ellipseOfCovariance(covariance, PROBABILITY),
    trackable: seen.courseDeg !== undefined && seen.speed !== undefined,
    simulated,
  }
}

/** Fields that the form does not have are passed over: whether reports are simulated, the sensor is told when it is installed. */
const formOf = ({ text, ...fields }: SightingReport): SightingForm => (text === undefined ? fields : { text })

const PLACE = 'Write coordinates such as 1305N 06115W, or a distance and direction from a known place such as 5NM NW OF Bequia.'

const REFUSALS: Readonly<Record<SightingProblem, readonly [ProblemCode, string]>> = {
  nothing: ['SIGHTING_UNCLEAR', `Nothing of this is understood as a report. ${PLACE}`],
  'no-position': ['SIGHTING_NO_PLACE', `It does not say where. ${PLACE}`],
  'unknown-place': ['SIGHTING_UNKNOWN_PLACE', 'The place that it names is not on the list of this node. Write coordinates such as 1305N 06115W.'],
  'impossible-position': ['SIGHTING_IMPOSSIBLE_PLACE', 'There is no such place on earth. Write latitude up to 90, longitude up to 180 and minutes below 60.'],
  'too-long': ['SIGHTING_TOO_LONG', `It is too long. Write ${LONGEST_REPORT} characters at most.`],
  form: ['SIGHTING_INVALID', 'A field holds what it cannot. The schema SightingReport in /api/openapi.json says what each holds.'],
}
