import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useHistory } from '../api/history-queries.ts'
import { callNode } from '../link/session.ts'
import type { Switchboard } from '../link/switchboard.ts'
import type { Moment } from '../picture/moment.ts'
import { connectReplay, type ReplayLink } from './replay-link.ts'
import type { Span } from './replay-clock.ts'
import { readSearch, writeSearch, type ReplayState } from './replay-state.ts'

/** What was just reported is not remembered at once, and nobody wants to replay the last second. */
const FIRST_LOOK_BACK_MS = 10 * 60_000
const ADDRESS_FOLLOWS_MS = 2000

export interface Replay {
  /** What was asked for last; undefined while the picture is live. */
  readonly state: ReplayState | undefined
  readonly link: ReplayLink | undefined
  /** What can be shown, once the node has said so. */
  readonly span: Span | undefined
  /** The node keeps no history, or does not answer. */
  readonly isWithoutHistory: boolean
  /** Begins at a moment, or a while ago. */
  enter(changes?: Partial<ReplayState>): void
  leave(): void
  /** Changes what is asked for; what is not said goes on as it is. */
  change(changes: Partial<ReplayState>): void
}

/** The past in place of the live picture, as the address says. */
export function useReplay(board: Switchboard): Replay {
  const [state, setState] = useState(() => readSearch(location.search))
  const [link, setLink] = useState<ReplayLink>()
  const isOn = state !== undefined
  const { data, isError } = useHistory(isOn)
  const latest = useRef({ state, link })
  useEffect(() => {
    latest.current = { state, link }
  })

  useEffect(() => {
    const first = latest.current.state
    if (!isOn || !first) return undefined
    const opened = connectReplay(first, {
      open: () => callNode('replay'), now: Date.now, chance: Math.random, later: (run, ms) => void setTimeout(run, ms),
    })
    setLink(opened)
    board.show(opened)
    return () => {
      board.show(undefined)
      opened.link.close()
      setLink(undefined)
    }
  }, [isOn, board])

  const span = useMemo(
    () => (data?.from === undefined || data.to === undefined ? undefined : { from: data.from, to: data.to }),
    [data?.from, data?.to],
  )
  useEffect(() => {
    if (span) link?.keepWithin(span)
  }, [link, span])
  useAddress(state, link)

  const change = useCallback((changes: Partial<ReplayState>) => {
    const { state: before, link: playing } = latest.current
    if (!before) return
    const next = { ...before, at: playing?.clock.at(Date.now()) ?? before.at, ...changes }
    latest.current = { state: next, link: playing }
    setState(next)
    playing?.play(next)
  }, [])

  const enter = useCallback((changes: Partial<ReplayState> = {}) => {
    if (latest.current.state) return change(changes)
    const at = board.clock.at(Date.now()) - FIRST_LOOK_BACK_MS
    setState({ at, speed: 0, known: 'then', exercise: false, ...changes })
  }, [board, change])
  const leave = useCallback(() => setState(undefined), [])

  return { state, link, span, isWithoutHistory: isError && !data, enter, leave, change }
}

/** The address follows what is done, so that a moment can be sent to somebody. */
function useAddress(state: ReplayState | undefined, link: ReplayLink | undefined): void {
  useEffect(() => {
    const write = (at?: number) => {
      const search = writeSearch(state && at !== undefined ? { ...state, at } : state)
      if (search !== location.search) history.replaceState(null, '', `${location.pathname}${search}${location.hash}`)
    }
    write()
    if (!state?.speed || !link) return undefined
    const timer = setInterval(() => !link.isSeeking() && write(link.clock.at(Date.now())), ADDRESS_FOLLOWS_MS)
    return () => clearInterval(timer)
  }, [state, link])
}

/** The moment shown, for whatever asks the node about it. */
export function useShownMoment(state: ReplayState | undefined, at: number): Moment | undefined {
  return useMemo(
    () => state && { at, known: state.known, exercise: state.exercise, isStill: state.speed === 0, visit: state.at },
    [state, at],
  )
}
