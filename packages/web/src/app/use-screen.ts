import { useCallback, useEffect, useState } from 'react'
import type { Place } from '../map/place.ts'
import { chooseLocale } from '../text/catalogue.ts'
import { HOME, readHash, writeHash, type ScreenState } from './screen-state.ts'

const isWide = (): boolean => matchMedia('(min-width: 760px)').matches

const usual = (): ScreenState => ({
  place: HOME,
  palette: matchMedia('(prefers-color-scheme: dark)').matches ? 'dusk' : 'day',
  locale: chooseLocale(navigator.languages),
  panel: 'none',
  list: isWide(),
  coverage: false,
})

export type ChangeScreen = (changes: Partial<ScreenState>) => void

/** Brings the map to where an address leads that somebody typed, or that a link held. */
export function useFollowedPlace(centre: (place: Place) => void): void {
  useEffect(() => {
    const follow = () => centre(readHash(location.hash, usual()).place)
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [centre])
}

/** The state of the screen, kept in the address. */
export function useScreen(): readonly [ScreenState, ChangeScreen] {
  const [state, setState] = useState(() => readHash(location.hash, usual()))
  const change = useCallback<ChangeScreen>((changes) => setState((before) => ({ ...before, ...changes })), [])

  useEffect(() => history.replaceState(null, '', writeHash(state)), [state])
  useEffect(() => {
    const follow = () => setState((before) => readHash(location.hash, before))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    document.documentElement.dataset['obcTheme'] = state.palette
  }, [state.palette])
  return [state, change]
}
