import type { HistoryActivity } from '@csii/contract'
import type { HistoryReader, Mark } from '../history-reader.ts'
import { createPauses } from '../pauses.ts'

export interface ActivityRequest {
  readonly from: number
  readonly to: number
  readonly bins: number
  readonly exercise: boolean
}

const MOST_MARKS = 500

/** How much was heard in each of so many equal bins of a window, and what stands out in it. */
export async function activityIn(
  reader: HistoryReader, { from, to, bins, exercise }: ActivityRequest, otherMarks: readonly Mark[] = [],
): Promise<HistoryActivity> {
  const window = { from, until: to }
  const pauses = createPauses()
  const width = (to - from) / bins
  const place = (time: number) => Math.max(0, Math.min(bins - 1, Math.floor((time - from) / width)))
  const plots = new Float64Array(bins)
  for await (const tallies of reader.tallies('plots', window, exercise)) {
    for (const tally of tallies) spread(plots, tally.from, tally.to, tally.count, from, width)
    await pauses()
  }
  const tracks = Array.from({ length: bins }, () => new Set<string>())
  for await (const tallies of reader.tallies('states', window, exercise)) {
    for (const tally of tallies) {
      if (tally.to < from || tally.from > to) continue
      for (let bin = place(tally.from); bin <= place(tally.to); bin++) tracks[bin]!.add(tally.of)
    }
    await pauses()
  }
  const marks = [...(await reader.marks(window)), ...otherMarks.filter(({ time }) => time >= from && time <= to)].sort((a, b) => a.time - b.time)
  return {
    from, to,
    bins: tracks.map((heard, bin) => ({ time: from + bin * width, plots: Math.round(plots[bin]!), tracks: heard.size })),
    marks: marks.slice(0, MOST_MARKS).map(({ time, kind, text, trackId }) => ({ time, kind, text, ...(trackId !== undefined && { trackId }) })),
    isTruncated: marks.length > MOST_MARKS,
  }
}

/** Evenly over the time in which they came: of when each did the tally says no more. */
function spread(bins: Float64Array, first: number, last: number, count: number, from: number, width: number): void {
  const length = last - first
  const end = from + bins.length * width
  if (last < from || first > end) return
  if (length === 0) {
    bins[Math.min(bins.length - 1, Math.floor((first - from) / width))]! += count
    return
  }
  const lastBin = Math.min(bins.length - 1, Math.floor((last - from) / width))
  for (let bin = Math.max(0, Math.floor((first - from) / width)); bin <= lastBin; bin++) {
    const start = from + bin * width
    bins[bin]! += (count * Math.max(0, Math.min(last, start + width) - Math.max(first, start))) / length
  }
}
