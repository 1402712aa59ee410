import type { LatLon } from '@csii/model'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { trackIdOf } from '../picture/track-id.ts'
import { useText } from '../text/use-text.tsx'
import { SORT_KEYS, type Row, type Sort } from './list-rows.ts'
import { moveTo } from './move-to.ts'
import { rowElementId, TrackRow } from './track-row.tsx'

export const GRID_ID = 'track-grid'
const ROW_PX = 40
/** The head sticks to the top of the grid and covers what scrolls under it. */
const HEAD_PX = 32
const OVERSCAN = 6

export interface TrackGridProps {
  readonly rows: readonly Row[]
  readonly sort: Sort
  readonly onSort: (key: Sort['key']) => void
  readonly now: number
  readonly centre: LatLon
  readonly selected: string | undefined
  readonly onSelect: (row: Row) => void
}

/**
 * A grid of which only the visible rows exist. The grid has the focus and names its active row, so the focus survives
 * rows that scroll away (WAI-ARIA 1.2, grid with aria-activedescendant).
 */
export function TrackGrid({ rows, sort, onSort, now, centre, selected, onSelect }: TrackGridProps) {
  const scroller = useRef<HTMLTableElement>(null)
  const ids = rows.map(({ contact }) => trackIdOf(contact))
  const [active, setActive] = useActive(selected)
  const activeAt = active === undefined ? -1 : ids.indexOf(active)
  const virtual = useVirtualRows(scroller, ids, activeAt)
  useShown(selected, ids, virtual)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target instanceof HTMLButtonElement) return
    const row = rows[activeAt]
    if (event.key === 'Enter' && row) return onSelect(row)
    const page = Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_PX) / ROW_PX)
    const next = moveTo(event.key, activeAt, rows.length, page)
    if (next === undefined) return
    event.preventDefault()
    setActive(ids[next])
    virtual.scrollToIndex(next)
  }

  function onClick({ target }: MouseEvent): void {
    const element = target instanceof Element ? target.closest<HTMLElement>('tr[data-index]') : null
    const row = rows[Number(element?.dataset['index'] ?? -1)]
    if (row) onSelect(row)
  }

  return (
    <table
      ref={scroller}
      // ARIA in HTML allows a table to be a grid.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      className="grid"
      tabIndex={0}
      id={GRID_ID}
      aria-labelledby="tracks-title"
      aria-rowcount={rows.length + 1}
      aria-colcount={SORT_KEYS.length}
      aria-activedescendant={active !== undefined && activeAt >= 0 ? rowElementId(active) : undefined}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={() => setActive((before) => (before !== undefined && ids.includes(before) ? before : ids[0]))}
    >
      <GridHead sort={sort} onSort={onSort} />
      <tbody className="grid-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <TrackRow
            key={key}
            row={rows[index]!}
            index={index}
            top={start - HEAD_PX}
            now={now}
            centre={centre}
            active={index === activeAt}
            selected={ids[index] === selected}
          />
        ))}
      </tbody>
    </table>
  )
}

/** The row that keys act on. A newly selected track takes it over. */
function useActive(selected: string | undefined) {
  const state = useState(selected)
  const [, setActive] = state
  const [before, setBefore] = useState(selected)
  if (selected !== before) {
    setBefore(selected)
    setActive(selected)
  }
  return state
}

/** Scrolls to a selected track, once for each selection: afterwards the reader may scroll away from it. */
function useShown(selected: string | undefined, ids: readonly string[], virtual: { scrollToIndex(at: number): void }) {
  const shown = useRef<string>(undefined)
  const at = selected === undefined ? -1 : ids.indexOf(selected)
  useEffect(() => {
    if (at < 0 || shown.current === selected) return
    shown.current = selected
    virtual.scrollToIndex(at)
  }, [selected, at, virtual])
}

function useVirtualRows(scroller: { readonly current: HTMLElement | null }, ids: readonly string[], activeAt: number) {
  // oxlint-disable-next-line react/incompatible-library -- its functions change with each render, and are not kept here
  return useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    getItemKey: (index) => ids[index] ?? index,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return activeAt < 0 || activeAt >= ids.length || shown.includes(activeAt)
        ? shown
        : [...shown, activeAt].sort((a, b) => a - b)
    },
  })
}

function GridHead({ sort, onSort }: Pick<TrackGridProps, 'sort' | 'onSort'>) {
  const text = useText()
  return (
    <thead className="grid-head">
      <tr className="grid-row" aria-rowindex={1}>
        {SORT_KEYS.map((key, index) => (
          <th
            key={key}
            scope="col"
            aria-colindex={index + 1}
            className={`cell-${key}`}
            aria-sort={sort.key === key ? (sort.descending ? 'descending' : 'ascending') : 'none'}
          >
            <button
              type="button"
              onClick={() => onSort(key)}
              title={key === 'name' ? undefined : text(`tracks.${key}.long`)}
            >
              {text(`tracks.${key}`)}
              <span className="sort-mark" aria-hidden="true">
                {sort.key === key ? (sort.descending ? '▼' : '▲') : ''}
              </span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  )
}
