import type { Timestamp } from '@csii/model'
import type { DamageLog } from './damage.ts'
import { readBatch } from '../pipeline/record/batch-reader.ts'
import { isWhole, type JournalRow } from './journal/journal-row.ts'
import type { StoreKeeper } from './journal/store-keeper.ts'
import type { Packing } from './packing/chunk.store.ts'
import { readKeyframe } from './packing/track-rows.ts'
import { LatestTracks } from './period/latest-tracks.ts'
import type { PeriodLimits } from './period/period.ts'
import { Periods } from './period/periods.ts'
import { readingOf } from './reading/reading.store.ts'

/** What is known of the past once the store is open. */
export interface Opened {
  readonly lastPacking: Packing
  readonly lastSeq: number
  readonly periods: Periods
}

/** Reads and checks what is in the journal and not in chunks yet. What is damaged there is noted and left out. */
export async function openPast(keeper: StoreKeeper, limits: PeriodLimits, damages: DamageLog): Promise<Opened> {
  const lastPacking = await keeper.use((history) => history.lastPacking())
  const periods = new Periods(limits, await tracksAfter(keeper, lastPacking, damages))
  let seq = lastPacking.lastSeq
  let heardAt = -Infinity
  for await (const row of rowsOf(keeper, lastPacking.lastSeq, Infinity)) {
    if (row.seq !== seq + 1) noteMissing(damages, seq + 1, row.seq - 1, heardAt, row.firstAt)
    seq = row.seq
    if (isWhole(row)) {
      heardAt = row.lastAt
      takeIn(periods, row, damages)
    } else {
      damages.note({ table: 'journal', key: `seq ${seq}`, ...plausible(row, heardAt), isRepaired: false })
    }
  }
  return { lastPacking, periods, lastSeq: Math.max(seq, await keeper.use((history) => history.lastSeq())) }
}

/** What cannot be read although it is whole, such as a batch of a version that is not known, is in the journal only. */
export function takeIn(periods: Periods, row: JournalRow, damages: DamageLog): void {
  try {
    periods.add(row)
  } catch {
    damages.note({ table: 'journal', key: `seq ${row.seq}`, from: row.firstAt, to: row.lastAt, isRepaired: false })
  }
}

/** The tracks at the end of the last packing: its keyframes, or older ones and what the journal still tells since. */
async function tracksAfter(keeper: StoreKeeper, last: Packing, damages: DamageLog): Promise<LatestTracks> {
  for (let id = last.id; id > 0; id--) {
    const found = await keeper.use((_, store) => readingOf(store, id).keyframesOf(id))
    const whole = found.rows.flatMap((row) => readKeyframe(row)?.tracks ?? [])
    for (const row of found.rows.filter((each) => !readKeyframe(each))) {
      damages.note({ table: 'keyframe', key: `at ${row.at}`, from: row.at, to: row.at, isRepaired: false })
    }
    if (found.rows.length === 2 && found.rows.every(readKeyframe)) {
      const tracks = new LatestTracks(whole)
      for await (const row of rowsOf(keeper, found.lastSeq, last.lastSeq)) {
        if (row.kind === 'batch' && isWhole(row)) tracks.apply(readBatch(row.body))
      }
      return tracks
    }
  }
  return new LatestTracks()
}

async function* rowsOf(keeper: StoreKeeper, after: number, through: number): AsyncGenerator<JournalRow> {
  for (let seq = after; seq < through; ) {
    const rows = await keeper.use((history) => history.rowsAfter(seq))
    for (const row of rows) if (row.seq <= through) yield row
    const last = rows.at(-1)
    if (!last) return
    seq = last.seq
  }
}

function noteMissing(damages: DamageLog, first: number, last: number, from: Timestamp, to: Timestamp): void {
  damages.note({ table: 'journal', key: first === last ? `seq ${first}` : `seq ${first} to ${last}`, from, to, isRepaired: false })
}

/** The times of a damaged row may be damaged too. */
const plausible = ({ firstAt, lastAt }: JournalRow, after: Timestamp): { from: Timestamp; to: Timestamp } => ({
  from: Math.max(firstAt, after), to: Math.max(lastAt, firstAt, after),
})
