import type { Known } from '@csii/contract'
import { createContext, useContext } from 'react'

/** The moment of the past that the page shows instead of the live picture. */
export interface Moment {
  /** Of the last frame, epoch ms. */
  readonly at: number
  readonly known: Known
  readonly exercise: boolean
  /** It stands still: what is asked of it need not be asked again. */
  readonly isStill: boolean
  /** Another whenever another moment was asked for. */
  readonly visit: number
}

/** Undefined while the picture is live. */
export const MomentContext = createContext<Moment | undefined>(undefined)

export const useMoment = (): Moment | undefined => useContext(MomentContext)
