import type { SourceView } from '@csii/contract'
import { ABSENT, formatAge, formatLatitude, formatLongitude } from '../text/format.ts'
import type { Text } from '../text/use-text.tsx'

type Facts = readonly (readonly [name: string, value: string])[]

/** Whether a source is well, in a few words. */
export const vitalFacts = ({ lastHeardAt, delay }: SourceView, now: number, text: Text): Facts => [
  [text('sources.heard'), lastHeardAt === undefined ? text('sources.never') : formatAge(now - lastHeardAt)],
  [text('sources.delay'), delayInWords(delay)],
  [text('sources.clock'), clockInWords(delay, text)],
]

/** Everything it has sent by what became of it, and how it is set up. */
export function otherFacts(source: SourceView, text: Text): Facts {
  const { position, antennaHeight, options = {} } = source
  return [
    [text('sources.received'), whole(source.received)],
    [text('sources.decoded'), whole(source.decoded)],
    [text('sources.duplicates'), whole(source.duplicates)],
    [text('sources.rejected'), whole(rejectedOf(source))],
    [text('sources.dropped'), whole(source.dropped)],
    [text('sources.pending'), whole(source.pending)],
    [text('sources.owner'), source.nation],
    [text('sources.kind'), source.kind],
    ...Object.entries(options).map(([key, value]) => [key, String(value)] as const),
    ...(position ? [[text('sources.position'), placeInWords(position)] as const] : []),
    ...(antennaHeight === undefined ? [] : [[text('sources.antenna'), `${antennaHeight} m`] as const]),
  ]
}

const placeInWords = ({ lat, lon }: NonNullable<SourceView['position']>): string =>
  `${formatLatitude(lat)} ${formatLongitude(lon)}`

export const rejectedOf = ({ problems }: Pick<SourceView, 'problems'>): number =>
  Object.values(problems).reduce((sum, count) => sum + count, 0)

/** Median and 95th percentile. */
const delayInWords = (delay: SourceView['delay']): string =>
  delay ? `${formatDelay(delay.medianMs)} (95 %: ${formatDelay(delay.p95Ms)})` : ABSENT

/** Less ahead than this may be rounding, or our own clock. */
const AHEAD_MS = 500
/** Everything of a source so late: its clock is slow, or something holds it up. */
const LATE_MS = 10_000

function clockInWords(delay: SourceView['delay'], text: Text): string {
  if (!delay) return ABSENT
  if (delay.leastMs <= -AHEAD_MS) return text('sources.clock.ahead', { time: formatDelay(-delay.leastMs) })
  if (delay.leastMs >= LATE_MS) return text('sources.clock.late', { time: formatDelay(delay.leastMs) })
  return text('sources.clock.right')
}

/** Below ten seconds with one decimal. */
export const formatDelay = (ms: number): string =>
  Math.abs(ms) < 9_950 ? `${(ms / 1000).toFixed(1)} s` : formatAge(ms)

/** Groups of three apart by a thin space, which reads alike in every language. */
export const whole = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, '\u202f')
