import type { Contact } from '@csii/contract'
import type { LatLon } from '@csii/model'
import { identityOf } from '../map/symbol-code.ts'
import { meansOf, stalenessAt, stationOf } from '../picture/staleness.ts'
import { isConflicting, isDark, isDistress, isSimulated, isSuspect, isTest, trackIdOf } from '../picture/track-id.ts'
import { ABSENT, formatAge, formatDirection, formatMiles, formatProbability, formatSpeed } from '../text/format.ts'
import { shipTypeInWords } from '../text/ship-words.ts'
import { useText, type Text } from '../text/use-text.tsx'
import { distanceTo, type Row } from './list-rows.ts'

export const rowElementId = (trackId: string): string => `row-${trackId}`

export interface TrackRowProps {
  readonly row: Row
  readonly index: number
  /** Pixels from the top of the list. */
  readonly top: number
  readonly now: number
  readonly centre: LatLon
  readonly active: boolean
  readonly selected: boolean
}

/** Keys and clicks reach a row through its grid, which holds the focus. */
export function TrackRow({ row, index, top, now, centre, active, selected }: TrackRowProps) {
  const { contact, hasFix } = row
  const staleness = stalenessAt(now, contact)
  const classes = [
    'grid-row',
    'track-row',
    staleness,
    active && 'active',
    isDistress(contact) && !isTest(contact) && 'alarm',
  ]
  return (
    <tr
      id={rowElementId(trackIdOf(contact))}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes.filter(Boolean).join(' ')}
      style={{ transform: `translateY(${top}px)` }}
    >
      <NameCell row={row} stale={staleness === 'stale'} />
      <td aria-colindex={2} className="cell-speed">
        {formatSpeed(contact.speed)}
      </td>
      <td aria-colindex={3} className="cell-course">
        {formatDirection(contact.courseDeg)}
      </td>
      <td aria-colindex={4} className="cell-distance">
        {hasFix ? formatMiles(distanceTo(contact, centre)) : ABSENT}
      </td>
      <td aria-colindex={5} className="cell-age">
        {formatAge(now - contact.time)}
      </td>
    </tr>
  )
}

/** A hint of what stands for it on the map. */
function swatchOf(contact: Contact): string {
  const station = stationOf(contact.station)
  if (isDistress(contact)) return isTest(contact) ? 'test' : 'distress'
  return station === 'aton' || station === 'base' ? station : identityOf(contact)
}

/** What it says it is, or by what means it is seen where it says nothing. */
function whatInWords({ station, means }: Contact, text: Text): string {
  const seenAs = stationOf(station)
  return seenAs === 'unknown' ? text(`means.${meansOf(means)}`) : text(`station.${seenAs}`)
}

function NameCell({ row: { contact, outside, hasFix }, stale }: { readonly row: Row; readonly stale: boolean }) {
  const text = useText()
  const station = stationOf(contact.station)
  const isShip = station === 'class-a' || station === 'class-b'
  return (
    <td aria-colindex={1} className="cell-name">
      <span className="name">
        <span className={`swatch swatch-${swatchOf(contact)}`} aria-hidden="true" />
        <span className="name-text">{contact.name ?? contact.mmsi ?? text('tracks.unnamed')}</span>
        {isSimulated(contact) && <span className="mark mark-sim">{text('mark.simulated')}</span>}
        {isTest(contact) && <span className="mark mark-test">{text('mark.test')}</span>}
        {isDistress(contact) && !isTest(contact) && <span className="mark mark-alarm">{text('mark.distress')}</span>}
        {isConflicting(contact) && (
          <span className="mark mark-caution" title={text('mark.conflict')}>
            !<span className="hidden"> {text('mark.conflict')}</span>
          </span>
        )}
      </span>
      <span className="sub">
        <Doubts contact={contact} />
        {isShip ? shipTypeInWords(contact.shipType, text) : whatInWords(contact, text)}
        {contact.name === undefined && contact.mmsi === undefined && ` · ${trackIdOf(contact)}`}
        {stale && ` · ${text('mark.stale')}`}
        {outside && ` · ${text(hasFix ? 'tracks.outside' : 'tracks.no-fix')}`}
      </span>
    </td>
  )
}

function Doubts({ contact }: { readonly contact: Contact }) {
  const text = useText()
  const { dark, suspect } = contact
  return (
    <>
      {isDark(contact) && (
        <span className="mark mark-dark" title={text('mark.dark.long', { p: formatProbability(dark) })}>
          {text('mark.dark', { p: formatProbability(dark) })}
        </span>
      )}
      {isSuspect(contact) && (
        <span className="mark mark-caution" title={text('mark.suspect.long', { p: formatProbability(suspect) })}>
          {text('mark.suspect', { p: formatProbability(suspect) })}
        </span>
      )}
    </>
  )
}
