import type { Contact } from '@csii/contract'
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { SearchHit } from '../api/history-views.ts'
import type { View } from '../link/picture-link.ts'
import type { Chart } from '../map/chart.ts'
import type { Picture } from '../picture/picture-store.ts'
import { isSimulated, serialOf, trackIdOf } from '../picture/track-id.ts'
import { contactOfHit, momentOfHit } from '../replay/hit.ts'
import type { Replay } from '../replay/use-replay.ts'
import { useSearchDesk, type SearchDesk } from '../replay/use-search-desk.ts'
import type { ScreenState } from './screen-state.ts'
import type { ChangeScreen } from './use-screen.ts'

/** What the screen needs to show the past and to search it. */
export interface Past {
  readonly replay: Replay
  readonly search: SearchDesk
  /** What the map shows. */
  readonly view: View | undefined
  readonly onView: (view: View) => void
  /** Whether the past is asked for what was simulated: as the picture is. */
  readonly exercise: boolean
  readonly selected: Contact | undefined
  readonly onHit: (hit: SearchHit) => void
  readonly toggle: () => void
}

export function usePast(
  replay: Replay, picture: Picture, { track, panel }: ScreenState, change: ChangeScreen, chart: RefObject<Chart | undefined>,
): Past {
  const { state, enter, leave } = replay
  const search = useSearchDesk(panel === 'history' || state !== undefined)
  const [view, onView] = useState<View>()
  const exercise = state?.exercise ?? isExercise(picture)
  useRun(state && picture.resume?.epoch, change)
  const seek = useFoundTrack(replay, picture, change)
  const { choose } = search

  const onHit = useCallback((hit: SearchHit) => {
    const { at, place } = momentOfHit(hit)
    choose(hit)
    seek(hit)
    enter({ at, exercise })
    if (place) chart.current?.centre(place)
  }, [choose, seek, enter, chart, exercise])

  const toggle = useCallback(() => {
    if (!state) return enter({ exercise })
    leave()
    change({ track: undefined })
  }, [state, enter, leave, change, exercise])

  const serial = serialOf(track ?? '')
  return { replay, search, view, onView, exercise, selected: serial === undefined ? undefined : picture.contacts.get(serial), onHit, toggle }
}

/** Everything shown is simulated, so whoever looks back means that. */
function isExercise({ contacts }: Picture): boolean {
  for (const contact of contacts.values()) if (!isSimulated(contact)) return false
  return contacts.size > 0
}

/** A serial of another run of the node means another vessel: what was selected is let go. */
function useRun(run: number | undefined, change: ChangeScreen): void {
  const before = useRef(run)
  useEffect(() => {
    if (run === undefined || run === before.current) return
    if (before.current !== undefined) change({ track: undefined })
    before.current = run
  }, [run, change])
}

/** Selects what was found as soon as the picture of its moment shows it. */
function useFoundTrack({ link }: Replay, picture: Picture, change: ChangeScreen): (hit: SearchHit) => void {
  const wanted = useRef<SearchHit>(undefined)
  useEffect(() => {
    if (!wanted.current || !link || link.isSeeking()) return
    const contact = contactOfHit(wanted.current, picture)
    if (!contact) return
    wanted.current = undefined
    change({ track: trackIdOf(contact) })
  }, [link, picture, change])
  return useCallback((hit) => {
    wanted.current = hit
    change({ track: undefined })
  }, [change])
}
