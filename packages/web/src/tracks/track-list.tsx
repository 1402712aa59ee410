import type { LatLon } from '@csii/model'
import type { KeyboardEvent, RefObject } from 'react'
import type { Picture } from '../picture/picture-store.ts'
import type { MessageId } from '../text/catalogue.ts'
import { formatUtc } from '../text/format.ts'
import { useText } from '../text/use-text.tsx'
import { Icon } from '../theme/icon.tsx'
import { DOUBTS, isDoubted, type Row } from './list-rows.ts'
import { GRID_ID, TrackGrid } from './track-grid.tsx'
import type { TrackListState } from './use-rows.ts'

export interface TrackListProps {
  readonly list: TrackListState
  readonly picture: Picture
  /** Node time. */
  readonly now: number
  readonly centre: LatLon
  /** Id of the selected track. */
  readonly selected: string | undefined
  readonly onSelect: (row: Row) => void
  readonly searchField: RefObject<HTMLInputElement | null>
}

export function TrackList({ list, picture, now, centre, selected, onSelect, searchField }: TrackListProps) {
  const text = useText()
  const { words, frozen, missed } = list
  /** Enter takes the first find, the down arrow goes on into the list. */
  function onSearchKey(event: KeyboardEvent): void {
    const first = list.rows[0]
    if (event.key === 'Enter' && first) onSelect(first)
    if (event.key === 'ArrowDown' || (event.key === 'Enter' && first)) {
      event.preventDefault()
      document.getElementById(GRID_ID)?.focus()
    }
  }
  return (
    <section className="tracks" aria-labelledby="tracks-title">
      <div className="tracks-head">
        <h2 id="tracks-title">{text('tracks.title')}</h2>
        <p className="counts">{text('tracks.counts', { inView: picture.tracksInView, total: picture.tracksTotal })}</p>
        <button
          type="button"
          className="freeze"
          aria-pressed={frozen !== undefined}
          aria-keyshortcuts="f"
          onClick={list.toggleFreeze}
        >
          <Icon name={frozen ? 'media-play' : 'media-pause'} /> {text(frozen ? 'tracks.unfreeze' : 'tracks.freeze')}
        </button>
      </div>
      <input
        ref={searchField}
        type="search"
        className="search"
        value={words}
        aria-keyshortcuts="/"
        aria-label={text('tracks.search')}
        placeholder={`${text('tracks.search')}  ( / )`}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => list.setWords(target.value)}
        onKeyDown={onSearchKey}
      />
      <DoubtFilter list={list} picture={picture} />
      {frozen && missed && (
        <p className={missed.distress > 0 ? 'frozen frozen-distress' : 'frozen'}>
          <output>{text('tracks.frozen')}</output>{' '}
          {text('tracks.frozen.changes', { time: formatUtc(frozen.at), ...missed })}
        </p>
      )}
      <TrackGrid
        rows={list.rows}
        sort={list.sort}
        onSort={list.sortBy}
        now={frozen?.at ?? now}
        centre={centre}
        selected={selected}
        onSelect={onSelect}
      />
      {list.rows.length === 0 && <p className="empty">{text(emptyBecause(list))}</p>}
    </section>
  )
}

const emptyBecause = ({ words, doubt }: TrackListState): MessageId =>
  words ? 'tracks.none-found' : doubt ? 'tracks.none-doubted' : 'tracks.none'

/** Shows the dark or the suspect alone, and says how many there are. */
function DoubtFilter({ list, picture }: Pick<TrackListProps, 'list' | 'picture'>) {
  const text = useText()
  const shown = [...(list.frozen ?? picture).contacts.values()]
  return (
    <fieldset className="doubts">
      <legend className="hidden">{text('tracks.filter')}</legend>
      {DOUBTS.map((doubt) => (
        <button
          key={doubt}
          type="button"
          aria-pressed={list.doubt === doubt}
          aria-keyshortcuts={doubt === 'dark' ? 'd' : undefined}
          onClick={() => list.toggleDoubt(doubt)}
        >
          <span className={`doubt doubt-${doubt}`} aria-hidden="true" />
          {text(`tracks.filter.${doubt}`, { n: shown.filter((contact) => isDoubted(contact, doubt)).length })}
        </button>
      ))}
    </fieldset>
  )
}
