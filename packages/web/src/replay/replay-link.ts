import type { PlayRequest } from '@csii/contract'
import type { LinkFacts } from '../link/link-state.ts'
import { connectPicture, type Socket } from '../link/picture-link.ts'
import type { Session } from '../link/session.ts'
import { createPictureStore } from '../picture/picture-store.ts'
import { createReplayClock, type Span } from './replay-clock.ts'
import type { ReplayState } from './replay-state.ts'

/** A session whose picture is of the past. It lives as long as the past is shown. */
export interface ReplayLink extends Session {
  play(state: ReplayState): void
  keepWithin(span: Span): void
  isSeeking(): boolean
  /** Why the moment cannot be shown, as the node says it. */
  problem(): string | undefined
}

export interface ReplayLinkPorts {
  open(): Socket
  now(): number
  chance(): number
  later(run: () => void, ms: number): void
}

const OPEN = 1

export function connectReplay(first: ReplayState, { open, now, chance, later }: ReplayLinkPorts): ReplayLink {
  const picture = createPictureStore()
  const clock = createReplayClock()
  let state = first
  let socket: Socket | undefined
  let problem: string | undefined
  let facts: LinkFacts = { open: false, startedAt: now() }
  clock.play(first.at, first.speed)

  function request(): void {
    if (socket?.readyState !== OPEN) return
    const message: PlayRequest = { type: 'play', ...state }
    socket.send(JSON.stringify(message))
  }

  const link = connectPicture({
    open: () => (socket = open()),
    later,
    chance,
    onOpen(isOpen) {
      facts = { ...facts, open: isOpen }
      // Called again, it goes on where it was.
      if (isOpen && facts.lastFrameAt !== undefined && !clock.isSeeking()) state = { ...state, at: clock.at(now()) }
      if (isOpen) request()
    },
    onFrame(frame) {
      const lastFrameAt = now()
      facts = { ...facts, lastFrameAt }
      problem = undefined
      clock.heard(frame.nodeTime, lastFrameAt)
      picture.take(frame)
    },
    onText: (text) => (problem = readProblem(text)),
    // What a session sent means nothing to the next.
    resume: () => undefined,
  })

  return {
    picture, clock, link,
    facts: () => facts,
    keepWithin: clock.keepWithin,
    isSeeking: clock.isSeeking,
    problem: () => problem,
    play(next) {
      state = next
      clock.play(next.at, next.speed)
      request()
    },
  }
}

function readProblem(text: string): string | undefined {
  try {
    const { detail }: { detail?: unknown } = JSON.parse(text)
    return typeof detail === 'string' ? detail : undefined
  } catch {
    return undefined
  }
}
