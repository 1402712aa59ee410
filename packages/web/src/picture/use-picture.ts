import { useSyncExternalStore } from 'react'
import type { Picture, PictureStore } from './picture-store.ts'

/** The picture as of the last frame. */
export const usePicture = (store: PictureStore): Picture => useSyncExternalStore(store.subscribe, store.current)
