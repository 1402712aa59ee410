import type { PreviewLine } from '@csii/contract'
import type { SensorKind, SensorOptions } from '@csii/model'

/** Of a stream's beginning: a header and some rows. */
const LOOK_AT = 4096

/** Proposes once what a person could set of a source that is tested, by what it sent first. */
export interface Proposer {
  add(bytes: Uint8Array): void
  propose(kind: SensorKind | undefined, set?: SensorOptions): void
}

export function createProposer(tell: (line: PreviewLine) => void): Proposer {
  let first = new Uint8Array(0)
  let hasProposed = false
  return {
    add(bytes) {
      const room = LOOK_AT - first.length
      if (room > 0) first = Uint8Array.from([...first, ...bytes.subarray(0, room)])
    },
    propose(kind, set = {}) {
      if (hasProposed || first.length === 0) return
      const proposal = kind?.propose?.(first)
      if (!proposal || set[proposal.key] !== undefined) return
      hasProposed = true
      tell({ proposal: { ...proposal, missing: [...proposal.missing] } })
    },
  }
}
