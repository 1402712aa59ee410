import type { Colour, HowSeen, SightingLanguage, SightingReport, VesselKind } from '@csii/contract'
import { KNOT, type Emergency, type LatLon } from '@csii/model'

/** What stands in the form, as a person typed or chose it. Empty is not said. */
export interface SightingDraft {
  readonly form: 'words' | 'fields'
  readonly text: string
  readonly where: string
  readonly howSeen: HowSeen | ''
  readonly vesselKind: VesselKind | ''
  readonly colour: Colour | ''
  readonly people: string
  readonly engines: string
  readonly name: string
  readonly marking: string
  readonly courseDeg: string
  readonly speedKn: string
  readonly minutesAgo: string
  readonly emergency: Emergency | ''
  readonly description: string
  readonly language: SightingLanguage | ''
  /** Undefined while nobody chose. */
  readonly exercise: boolean | undefined
}

export const EMPTY_DRAFT: SightingDraft = {
  form: 'words', text: '', where: '', howSeen: '', vesselKind: '', colour: '', people: '', engines: '', name: '', marking: '',
  courseDeg: '', speedKn: '', minutesAgo: '', emergency: '', description: '', language: '', exercise: undefined,
}

/** The next report begins empty, but in the same form, for the same reader. */
export const nextDraft = ({ form, language, exercise }: SightingDraft): SightingDraft => ({ ...EMPTY_DRAFT, form, language, exercise })

/** What the node is told at `now`, or nothing while nothing is said. */
export function reportOf(draft: SightingDraft, now: number): SightingReport | undefined {
  const said = draft.form === 'words' ? { text: draft.text.trim() } : fieldsOf(draft, now)
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '' && value !== undefined))
  if (Object.keys(told).length === 0) return undefined
  return {
    ...told,
    ...(draft.language !== '' && { language: draft.language }),
    ...(draft.exercise !== undefined && { exercise: draft.exercise }),
  }
}

function fieldsOf(draft: SightingDraft, now: number) {
  const { howSeen, vesselKind, colour, emergency } = draft
  const minutes = numberIn(draft.minutesAgo)
  const knots = numberIn(draft.speedKn)
  return {
    where: draft.where.trim(), howSeen, vesselKind, colour, emergency,
    peopleOnBoard: numberIn(draft.people),
    engines: numberIn(draft.engines),
    name: draft.name.trim(),
    marking: draft.marking.trim(),
    courseDeg: numberIn(draft.courseDeg),
    speed: knots === undefined ? undefined : knots * KNOT,
    time: minutes === undefined ? undefined : Math.round(now - minutes * 60_000),
    description: draft.description.trim(),
  }
}

function numberIn(text: string): number | undefined {
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value
}

/** A place of the map in words that the node reads: degrees and minutes, to a thousandth. */
export function whereOf({ lat, lon }: LatLon): string {
  return `${halfOf(lat, 2)}${lat < 0 ? 'S' : 'N'} ${halfOf(lon, 3)}${lon < 0 ? 'W' : 'E'}`
}

function halfOf(degrees: number, digits: number): string {
  const thousandths = Math.round(Math.abs(degrees) * 60_000)
  const minutes = ((thousandths % 60_000) / 1000).toFixed(3).padStart(6, '0')
  return `${String(Math.floor(thousandths / 60_000)).padStart(digits, '0')} ${minutes}`
}
