import type { Span } from './replay-clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How much time the bar may show at once, ms. */
export const WIDTHS = [HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY] as const

/** A width as it is offered: `6 h`, `7 d`. */
export const widthInWords = (width: number): string => (width <= DAY ? `${width / HOUR} h` : `${width / DAY} d`)

/** The window of the bar that shows a moment: the one before as long as it does, else one around the moment. */
export function windowWith(moment: number, width: number, before: Span | undefined, latest: number): Span {
  if (before && before.to - before.from === width && moment >= before.from && moment <= before.to) return before
  // Who looks at the last hours wants no empty half.
  const to = Math.min(moment + width / 2, Math.max(latest, moment) + width / 48)
  const whole = Math.round(to / MINUTE) * MINUTE
  return { from: whole - width, to: whole }
}

/** Where a moment lies in a window, 0 to 1. */
export const shareOf = (moment: number, { from, to }: Span): number => Math.max(0, Math.min(1, (moment - from) / (to - from)))

const STEPS = [10_000, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR] as const
const FAR = 6

/** How far an arrow key goes in a window of this width, ms; with shift it goes further. */
export const stepOf = (width: number, isFar: boolean): number =>
  (STEPS.find((step) => step >= width / 360) ?? STEPS.at(-1)!) * (isFar ? FAR : 1)

export interface Tick {
  readonly time: number
  /** A day begins here. */
  readonly isMidnight: boolean
}

const TICKS = [5 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, DAY, 2 * DAY, 7 * DAY] as const

/** Round times inside a window, some `wanted` of them at most. */
export function ticksOf({ from, to }: Span, wanted: number): Tick[] {
  const every = TICKS.find((step) => (to - from) / step <= wanted) ?? TICKS.at(-1)!
  const first = Math.ceil(from / every) * every
  const count = Math.max(0, Math.floor((to - first) / every) + 1)
  return Array.from({ length: count }, (_, n) => first + n * every).map((time) => ({ time, isMidnight: time % DAY === 0 }))
}

/** The bars of a histogram as an SVG path in a box of `bins` by 100. Low counts stay visible beside high ones: heights go by the root. */
export function barsOf(counts: readonly number[]): string {
  const most = Math.max(1, ...counts)
  return counts
    .map((count, n) => (count === 0 ? '' : `M${n} 100V${(100 - 92 * Math.sqrt(count / most)).toFixed(1)}H${n + 1}V100Z`))
    .join('')
}
