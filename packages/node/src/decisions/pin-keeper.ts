import type { DecisionView } from '@csii/contract'
import { identityKey } from '@csii/fusion'
import type { Judgement, Timestamp, Track } from '@csii/model'
import type { InTurn } from '../platform/in-turn.ts'
import type { DecisionStore } from './decisions.store.ts'
import { judgementOf } from './judgement.ts'

export interface PinPorts {
  readonly store: DecisionStore
  readonly liveTracks: (heardAfter: Timestamp) => Promise<readonly Track[]>
  /** Has the tracker carry it out; a sentence that says why when it cannot. */
  readonly decide: (judgement: Judgement) => Promise<string | undefined>
  readonly clock: () => Timestamp
  /** One thing after another is done with decisions. */
  readonly inTurn: InTurn
  /** Between looks for identities that pins wait for. */
  readonly everyMs?: number
}

export interface PinKeeper {
  /**
   * After a restart: pins hold on where their identity is, under the name that the track has now, or wait until it is seen. All
   * else lapses, for the tracks that it was about are no more.
   */
  resume(): Promise<void>
  stop(): Promise<void>
}

const EVERY_MS = 10_000
/** As long as a track of it may be remembered. */
export const WAITS_MS = 24 * 3_600_000
/** So many looks are at all tracks, for those that are restored may take a moment to be there; later ones at what is heard. */
const WHOLE_LOOKS = 3

/** What can still come to be in force. */
export const isOpen = ({ state }: DecisionView): boolean => state === 'standing' || state === 'waiting'

export function createPinKeeper({ store, liveTracks, decide, clock, inTurn, everyMs = EVERY_MS }: PinPorts): PinKeeper {
  let timer: NodeJS.Timeout | undefined
  let looks = 0
  let lookedAt: Timestamp = -Infinity
  let waitsUntil = Infinity

  const waiting = async () => (await store.all()).filter(({ state }) => state === 'waiting')
  const end = (entry: DecisionView) => store.change({ ...entry, state: 'lapsed', endedAt: clock() })

  async function takeUp(): Promise<void> {
    for (const entry of (await store.all()).filter(isOpen)) {
      if (entry.kind === 'pin') await store.change({ ...entry, state: 'waiting' })
      else await end(entry)
    }
  }

  async function look(): Promise<void> {
    const entries = await waiting()
    if (entries.length === 0) return clearInterval(timer)
    const since = looks++ < WHOLE_LOOKS ? -Infinity : lookedAt
    lookedAt = clock()
    const holders = new Map((await liveTracks(since)).map(({ id, claim }) => [identityKey(claim)?.toString(), id]))
    // Oldest first, as they were decided.
    for (const entry of entries.toReversed()) await hold(entry, holders.get(entry.identity))
  }

  async function hold(entry: DecisionView, trackId: string | undefined): Promise<void> {
    if (trackId === undefined) return lookedAt > waitsUntil ? end(entry) : undefined
    const moved: DecisionView = { ...entry, trackId, state: 'standing' }
    if ((await decide(judgementOf(moved))) === undefined) await store.change(moved)
    else await end(entry)
  }

  // Whoever cannot be asked now is asked again later; meanwhile the list of decisions says that they wait.
  const lookNext = () => inTurn(look).catch(() => undefined)

  return {
    async resume() {
      await inTurn(takeUp)
      waitsUntil = clock() + WAITS_MS
      timer = setInterval(lookNext, everyMs)
      await lookNext()
    },
    async stop() {
      clearInterval(timer)
      await inTurn(async () => {})
    },
  }
}
