import { COLOURS, type SightingReading } from '@csii/contract'
import { EMERGENCIES } from '@csii/model'
import { Refusal } from '../api/api.ts'
import { formatAge, formatDirection, formatDistance, formatLatitude, formatLongitude, formatSpeed, formatUtc } from '../text/format.ts'
import type { Text } from '../text/use-text.tsx'

export type Fact = readonly [name: string, value: string]

/** What was understood, with the place first, as it is said over the radio. */
export function readingInWords({ understood, position, ellipse }: SightingReading, now: number, text: Text): Fact[] {
  const { howSeen, vesselKind, colour, engines, peopleOnBoard, name, marking, courseDeg, speed, time, emergency, description } = understood
  const facts: (readonly [name: string, value: string | undefined])[] = [
    [text('claim.emergency'), emergency && listed(EMERGENCIES, emergency, (each) => text(`emergency.${each}`))],
    [text('details.position'), `${formatLatitude(position.lat)} ${formatLongitude(position.lon)}`],
    [text('sighting.uncertain'), ellipseInWords(ellipse, text)],
    [text('sighting.how'), text(`how.${howSeen}`)],
    [text('sighting.kind'), vesselKind && text(`kind.${vesselKind}`)],
    [text('claim.peopleOnBoard'), peopleOnBoard?.toString()],
    [text('details.course'), courseDeg === undefined ? undefined : formatDirection(courseDeg)],
    [text('details.speed'), speed === undefined ? undefined : `${formatSpeed(speed)} kn`],
    [text('sighting.when'), time === undefined ? undefined : `${formatUtc(time)} UTC · ${formatAge(now - time)}`],
    [text('sighting.colour'), colour && listed(COLOURS, colour, (each) => text(`colour.${each}`))],
    [text('sighting.engines'), engines?.toString()],
    [text('claim.name'), name],
    [text('claim.marking'), marking],
    [text('claim.description'), description],
  ]
  return facts.flatMap(([field, value]) => (value === undefined ? [] : [[field, value] as const]))
}

/** What the watch should ask the reporter for. */
export function missingOf({ understood: { vesselKind, peopleOnBoard, courseDeg, speed, time } }: SightingReading, text: Text): string[] {
  const wanted = [
    [vesselKind, 'sighting.kind'], [peopleOnBoard, 'claim.peopleOnBoard'], [courseDeg, 'details.course'], [speed, 'details.speed'],
    [time, 'sighting.when'],
  ] as const
  return wanted.flatMap(([value, field]) => (value === undefined ? [text(field)] : []))
}

/** A long ellipse is told by both its axes. */
function ellipseInWords({ semiMajor, semiMinor, orientationDeg }: SightingReading['ellipse'], text: Text): string {
  if (semiMinor > 0.8 * semiMajor) return text('sighting.within', { distance: formatDistance(semiMajor) })
  return text('sighting.ellipse', {
    long: formatDistance(semiMajor), short: formatDistance(semiMinor), direction: formatDirection(orientationDeg),
  })
}

/** In the reader's language where it is one of a list that we know. */
function listed<Value extends string>(values: readonly Value[], value: string, words: (value: Value) => string): string {
  const known = values.find((each) => each === value)
  return known === undefined ? value : words(known)
}

const PROBLEMS = ['UNCLEAR', 'NO_PLACE', 'UNKNOWN_PLACE', 'IMPOSSIBLE_PLACE', 'TOO_LONG', 'LIMIT'] as const

/** Why a report is not understood or not filed, and what to write: in the reader's language where we have the words. */
export function problemInWords(error: Error, text: Text): string {
  if (!(error instanceof Refusal)) return text('sources.unreachable')
  const known = PROBLEMS.find((problem) => error.code === `SIGHTING_${problem}`)
  return known === undefined ? text('sources.refused', { why: error.message }) : text(`sighting.problem.${known}`)
}
