import type { LatLon } from '@csii/model'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTrackSearch } from '../api/api.ts'
import type { Picture } from '../picture/picture-store.ts'
import { freeze, missedSince, type Frozen, type Missed } from './freeze.ts'
import { rowsOf, type Doubt, type Row, type Sort } from './list-rows.ts'

export interface TrackListState {
  readonly rows: readonly Row[]
  readonly words: string
  readonly sort: Sort
  /** Which alone is shown. */
  readonly doubt: Doubt | undefined
  readonly frozen: Frozen | undefined
  readonly missed: Missed | undefined
  setWords(words: string): void
  sortBy(key: Sort['key']): void
  toggleDoubt(doubt: Doubt): void
  toggleFreeze(): void
}

/** What the track list shows of the picture: searched, sorted, and perhaps standing still. */
export function useRows(picture: Picture, now: number, centre: LatLon): TrackListState {
  const [words, setWords] = useState('')
  const [sort, setSort] = useState<Sort>({ key: 'name', descending: false })
  const [doubt, setDoubt] = useState<Doubt>()
  const [frozen, setFrozen] = useState<Frozen>()
  const { data } = useTrackSearch(useDeferredValue(words.trim()))
  // `picture` is new with each frame, while the map inside it stays one and the same.
  const shown = frozen ?? picture
  const rows = useMemo(
    () => rowsOf(shown.contacts.values(), data?.tracks ?? [], words, sort, centre, doubt),
    [shown, data, words, sort, centre, doubt],
  )
  const missed = useMemo(() => frozen && missedSince(frozen, picture.contacts), [frozen, picture])
  return {
    rows, words, sort, doubt, frozen, missed, setWords,
    toggleDoubt: (next) => setDoubt((before) => (before === next ? undefined : next)),
    sortBy: (key) => setSort((before) => ({ key, descending: before.key === key && !before.descending })),
    toggleFreeze: () => setFrozen((before) => (before ? undefined : freeze(picture.contacts, now))),
  }
}
