import { useMemo, useSyncExternalStore } from 'react'
import { slowly } from './slowly.ts'
import type { Picture, PictureStore } from './picture-store.ts'

/** Nobody reads a list faster; the map, which the eye follows, has every frame. */
const BETWEEN_READINGS_MS = 400

/** The picture as lists and panels show it. */
export function usePicture(store: PictureStore): Picture {
  const subscribe = useMemo(
    () => slowly(store.subscribe, BETWEEN_READINGS_MS, (run, ms) => void setTimeout(run, ms)),
    [store],
  )
  return useSyncExternalStore(subscribe, store.current)
}
