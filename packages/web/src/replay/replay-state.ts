import type { Known } from '@csii/contract'

/** What is shown again: from which moment on, how fast, by whose knowledge, and of which world. */
export interface ReplayState {
  /** Epoch ms. */
  readonly at: number
  /** Seconds of the past in a second; 0 stands still, below 0 runs backward. */
  readonly speed: number
  readonly known: Known
  /** What was simulated instead of what was real. */
  readonly exercise: boolean
}

/** From the fastest backward to the fastest forward. */
export const SPEEDS = [1, 10, 60, 300, 1200, 3600] as const
const LADDER = [...SPEEDS.map((speed) => -speed).toReversed(), ...SPEEDS]

/** The next speed up or down the ladder, across standing still: `[` and `]`. */
export function nextSpeed(speed: number, way: 1 | -1): number {
  const further = way > 0 ? LADDER.find((each) => each > speed) : LADDER.findLast((each) => each < speed)
  return further ?? speed
}

const LAST_MOMENT = Date.UTC(9999, 11, 31)

/** Reads the part of an address after `?`. Without a moment that can be read it is the live picture. */
export function readSearch(search: string): ReplayState | undefined {
  const fields = new URLSearchParams(search)
  const at = readMoment(fields.get('replay') ?? '')
  if (at === undefined) return undefined
  const speed = Number(fields.get('speed') ?? 0)
  return {
    at,
    speed: Math.abs(speed) <= 3600 ? speed : 0,
    known: fields.get('known') === 'now' ? 'now' : 'then',
    exercise: fields.get('exercise') === '1',
  }
}

export function writeSearch(state: ReplayState | undefined): string {
  if (!state) return ''
  const { at, speed, known, exercise } = state
  const moment = `${new Date(at).toISOString().slice(0, 19)}Z`
  return `?replay=${moment}&speed=${speed}&known=${known}${exercise ? '&exercise=1' : ''}`
}

/** `2026-11-24T02:10:00Z`, with or without seconds and Z: times without a zone are UTC. */
export function readMoment(text: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?Z?$/.exec(text.trim())
  if (!match) return undefined
  const [, day, minutes, seconds = ':00'] = match
  const moment = Date.parse(`${day}T${minutes}${seconds}Z`)
  return moment >= 0 && moment <= LAST_MOMENT ? moment : undefined
}
