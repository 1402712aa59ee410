import type { Means, Timestamp } from '@csii/model'
import type { Judgement, SensorFacts } from './judgement.ts'
import { clockOf } from './sensor-clock.ts'

/** A sensor that is silent for two of its normal intervals is dead. */
const DEAD_AFTER = 2
/** What an interval is taken for before it is learned, when the line is down: that needs no learning. */
const LINE_INTERVAL = 5000
/** What is refused before anything valid was heard, in number, to say that it is the wrong format. */
const MANY_REFUSED = 20
/** A sensor that never spoke may be a slow one: positions of fishing boats come every hour or two. */
const NEVER_HEARD = 2 * 3_600_000

/**
 * People report when there is something to report, and equipment is not of the sea: their silence is no defect, as long
 * as the line to them is open.
 */
const MAY_BE_SILENT: ReadonlySet<Means> = new Set(['person', 'equipment'])

/** Somebody says "ten minutes ago": that is neither a clock nor a slow line. */
const TELLS_TIME: ReadonlySet<Means> = new Set(['person'])

/** How a sensor is, by the gravest of what can be said of it. Reads nothing but its arguments. */
export function judge(facts: SensorFacts, now: Timestamp): Judgement {
  const { transport, delay, scarcity } = facts
  if (transport === 'disabled') return { state: 'disabled', reason: 'switched-off', numbers: {} }
  if (transport === 'ended') return { state: 'ended', reason: 'over', numbers: {} }
  return (
    (transport === 'open' ? judgeSilence(facts, now) : judgeLine(facts, now)) ??
    judgePlots(facts, now) ??
    (scarcity && { state: 'deaf', ...scarcity }) ??
    (TELLS_TIME.has(facts.means) ? undefined : clockOf(delay, facts.hearing?.normalIntervalMs)) ?? {
      state: 'well',
      reason: 'on-time',
      numbers: { normal: seconds(facts.hearing?.normalIntervalMs ?? 0) },
    }
  )
}

function judgeLine({ transport, hearing, watchedSince, downSince }: SensorFacts, now: Timestamp): Judgement {
  const since = Math.max(hearing?.lastValidAt ?? 0, watchedSince)
  const numbers = { silent: seconds(now - since) }
  const normal = hearing?.normalIntervalMs
  // A line that is called anew now and then, as silent ones are, is down for moments only.
  const isDead =
    normal === undefined ? now - (downSince ?? since) > DEAD_AFTER * LINE_INTERVAL : now - since > DEAD_AFTER * normal
  if (isDead) return { state: 'dead', reason: 'no-line', numbers, since }
  return { state: transport === 'failed' ? 'failed' : 'connecting', reason: 'no-line', numbers }
}

function judgeSilence({ means, hearing, watchedSince }: SensorFacts, now: Timestamp): Judgement | undefined {
  const { normalIntervalMs: normal, lastValidAt, refusedSinceValid: refused = 0 } = hearing ?? {}
  const since = Math.max(lastValidAt ?? 0, watchedSince)
  const silence = now - since
  const isTooLong = !MAY_BE_SILENT.has(means) && silence > DEAD_AFTER * (normal ?? NEVER_HEARD / DEAD_AFTER)
  const isRefused = refused >= MANY_REFUSED && silence > (normal ?? LINE_INTERVAL)
  if (isRefused || (isTooLong && refused > 0))
    return { state: 'deaf', reason: 'refused', numbers: { refused, silent: seconds(silence) }, since }
  const numbers = { silent: seconds(silence), ...(normal !== undefined && { normal: seconds(normal) }) }
  if (isTooLong)
    return {
      state: 'dead',
      reason: lastValidAt === undefined && normal === undefined ? 'never-heard' : 'silent',
      numbers,
      since,
    }
  if (normal === undefined)
    return { state: 'learning', reason: lastValidAt === undefined ? 'nothing-yet' : 'few-messages', numbers }
  if (silence > normal) return { state: 'quiet', reason: 'silent', numbers, since }
  return undefined
}

/** Messages come, but none of anything out there: a radar that turns and tells so, with its receiver dead. */
function judgePlots({ means, hearing, watchedSince }: SensorFacts, now: Timestamp): Judgement | undefined {
  const normal = hearing?.normalPlotIntervalMs
  const since = Math.max(hearing?.lastPlotAt ?? 0, watchedSince)
  if (MAY_BE_SILENT.has(means) || normal === undefined || now - since <= DEAD_AFTER * normal) return undefined
  return {
    state: 'deaf',
    reason: 'no-objects',
    numbers: { silent: seconds(now - since), normal: seconds(normal) },
    since,
  }
}

const seconds = (ms: number): number => Math.round(ms / 1000)
