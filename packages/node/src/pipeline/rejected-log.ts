import type { DecodeProblem } from '@csii/model'
import type { Rejected } from './messages.ts'

const KEPT = 50
const LONGEST = 256

/** The last refused inputs of one sensor. Bounded in number and in bytes, whatever a stranger sends. */
export interface RejectedLog {
  add(problem: DecodeProblem, receivedAt: number, bytes: Uint8Array, from: number, to: number): void
  newestFirst(): Rejected[]
}

export function createRejectedLog(): RejectedLog {
  const kept: Rejected[] = []
  let added = 0
  return {
    add(problem, receivedAt, bytes, from, to) {
      const copy = new Uint8Array(bytes.subarray(from, Math.min(to, from + LONGEST)))
      kept[added % KEPT] = { problem, receivedAt, bytes: copy }
      added++
    },
    newestFirst: () => kept.map((_, age) => kept[(added - 1 - age) % kept.length]!),
  }
}
