import type { Timestamp } from '@csii/model'
import type { StateRecord } from '../../pipeline/record/records.ts'
import type { StatePack, Window } from '../history-reader.ts'
import type { Pauses } from '../pauses.ts'
import { FILLED_GAP, isNewer } from '../picture-at/between.ts'

/** Where a track was, in the order of time; of each time what is known of it last. */
export type Path = readonly StateRecord[]

/** The states of packs that are valid in a window, and those next to it that lie near enough to be joined to them. */
export async function pathOf(packs: readonly StatePack[], { from, until }: Window, pauses: Pauses): Promise<Path> {
  const states: StateRecord[] = []
  for (const pack of packs) {
    for (const state of pack.states({ from: from - FILLED_GAP, until: until + FILLED_GAP })) states.push(state)
    await pauses()
  }
  return inOrder(states)
}

export function inOrder(states: StateRecord[]): Path {
  if (!isInOrder(states)) states.sort((a, b) => a.time - b.time || a.knownAt - b.knownAt)
  const path: StateRecord[] = []
  for (const state of states) {
    const last = path.at(-1)
    if (last?.time !== state.time) path.push(state)
    else if (isNewer(state, last)) path[path.length - 1] = state
  }
  return path
}

const isInOrder = (states: readonly StateRecord[]): boolean => states.every(({ time }, at) => at === 0 || states[at - 1]!.time <= time)

/** Whether anything can be said of the time between two states. */
export const areLinked = (a: StateRecord, b: StateRecord): boolean => b.time - a.time <= FILLED_GAP

/** The first state of a path that is not before a time. */
export function firstFrom(path: Path, time: Timestamp): number {
  let [low, high] = [0, path.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (path[middle]!.time < time) low = middle + 1
    else high = middle
  }
  return low
}
