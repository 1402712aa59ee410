/** How fast a recording is played: as often as its own pace, at a fixed rate, or as fast as it is taken. */
export interface Pace {
  /** 1 is the recorded pace, 10 ten times as fast, 0 as fast as the pipeline takes it. */
  readonly speed: number
  /** Instead of the recorded times. */
  readonly linesPerSecond?: number | undefined
}

/** `$PGHP,1,year,month,day,hour,minute,second,millisecond,…`: what a Gatehouse server writes before a sentence. */
const GATEHOUSE = /^\$PGHP,1,(\d{4}),(\d+),(\d+),(\d+),(\d+),(\d+),(\d+),/
/** `\…c:seconds or milliseconds…\`, IEC 61162-450, § 7.2.3. */
const TAG_BLOCK = /^\\(?:[^\\]*,)?c:(\d{9,13})[,*]/
const IN_MILLISECONDS = 1e11

/** When a recorded line was received, epoch ms: as its tag block or a Gatehouse line says. */
export function recordedAt(line: string): number | undefined {
  const stamp = GATEHOUSE.exec(line)
  if (stamp) {
    const [year, month, day, hour, minute, second, ms] = stamp.slice(1).map(Number)
    return Date.UTC(year!, month! - 1, day, hour, minute, second, ms)
  }
  const time = Number(TAG_BLOCK.exec(line)?.[1] ?? Number.NaN)
  if (Number.isNaN(time)) return undefined
  return time < IN_MILLISECONDS ? time * 1000 : time
}

/**
 * How long after the start each line is due, in ms. A line without a time of its own is due with the one before it; a
 * recording without any time at all plays at `FALLBACK_LINES_PER_SECOND`. A time more than a day away from those before
 * is that of a damaged line or of a clock that was set: nobody waits for it.
 */
export function createSchedule({ speed, linesPerSecond }: Pace): (line: string) => number {
  let latest: number | undefined
  let due = 0
  let lines = 0
  return (line) => {
    lines++
    if (linesPerSecond !== undefined) return ((lines - 1) / linesPerSecond) * 1000
    if (speed === 0) return 0
    const at = recordedAt(line)
    if (at === undefined && latest === undefined) return ((lines - 1) / (FALLBACK_LINES_PER_SECOND * speed)) * 1000
    const gap = at === undefined || latest === undefined ? 0 : at - latest
    if (gap > 0 && gap <= LONGEST_GAP_MS) due += gap / speed
    if (latest === undefined || gap > 0 || gap < -LONGEST_GAP_MS) latest = at
    return due
  }
}

const FALLBACK_LINES_PER_SECOND = 100
const LONGEST_GAP_MS = 24 * 3_600_000
