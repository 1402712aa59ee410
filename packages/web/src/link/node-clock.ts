const REMEMBERED = 20

/** Keeps the node's time on this screen, whatever this computer's own clock says. */
export interface NodeClock {
  /** A frame that said `nodeTime` arrived at `localTime`, both epoch ms. */
  heard(nodeTime: number, localTime: number): void
  at(localTime: number): number
}

/**
 * Frames only ever arrive late, so of the last frames the one that travelled fastest gives the best offset:
 * the largest `nodeTime - localTime`.
 */
export function createNodeClock(): NodeClock {
  const offsets: number[] = []
  return {
    heard(nodeTime, localTime) {
      offsets.push(nodeTime - localTime)
      if (offsets.length > REMEMBERED) offsets.shift()
    },
    at: (localTime) => (offsets.length === 0 ? localTime : localTime + Math.max(...offsets)),
  }
}
