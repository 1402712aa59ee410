import { useCallback, type MouseEvent, type RefObject } from 'react'
import type { View } from '../link/picture-link.ts'
import type { Session } from '../link/session.ts'
import type { Chart } from '../map/chart.ts'
import type { Place } from '../map/place.ts'
import { trackIdOf } from '../picture/track-id.ts'
import type { Row } from '../tracks/list-rows.ts'
import { GRID_ID } from '../tracks/track-grid.tsx'
import type { Panel } from './screen-state.ts'
import { useFollowedPlace, type ChangeScreen } from './use-screen.ts'

/** What the parts of the screen do to one another: a row chosen moves the map, a map moved asks for another view. */
export function useWatch(session: Session, change: ChangeScreen, chart: RefObject<Chart | undefined>, shown: Panel) {
  // Who reads why one track is so may want to know of the next.
  const panel = shown === 'explanation' ? shown : 'details'
  const selectSerial = useCallback((serial: number | undefined) => {
    const contact = serial === undefined ? undefined : session.picture.current().contacts.get(serial)
    change(contact ? { track: trackIdOf(contact), panel } : { track: undefined })
  }, [session, change, panel])
  const selectRow = useCallback(({ contact, hasFix }: Row) => {
    change({ track: trackIdOf(contact), panel })
    if (hasFix) chart.current?.centre({ lat: contact.lat, lon: contact.lon })
  }, [change, chart, panel])
  const onMove = useCallback((place: Place, view: View) => {
    change({ place })
    session.link.look(view)
  }, [session, change])
  const skip = useCallback((event: MouseEvent) => {
    event.preventDefault()
    change({ list: true })
    // The list may only come with the next drawing of the page.
    setTimeout(() => document.getElementById(GRID_ID)?.focus())
  }, [change])
  const closePanel = useCallback(() => {
    const hadFocus = document.querySelector('.panel')?.contains(document.activeElement)
    change({ panel: 'none' })
    if (hadFocus) document.getElementById(GRID_ID)?.focus()
  }, [change])
  const centre = useCallback((place: Place) => chart.current?.centre(place), [chart])
  useFollowedPlace(centre)
  return { selectSerial, selectRow, onMove, skip, closePanel }
}
