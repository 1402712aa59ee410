import type { Plot, Timestamp } from '@csii/model'

/** The order of arrival must not matter. */
export function inOrder(a: Plot, b: Plot): number {
  return a.time - b.time || a.position.lat - b.position.lat || a.position.lon - b.position.lon
    || compare(a.sensorTrack ?? '', b.sensorTrack ?? '')
}

/** For plots of any sensors that came together. */
export const inOrderOfArrival = (a: Plot, b: Plot): number =>
  a.receivedAt - b.receivedAt || inOrder(a, b) || compare(a.sensorId, b.sensorId) || compare(statedBy(a), statedBy(b))

const statedBy = ({ claim }: Plot): string => `${claim?.mmsi ?? ''} ${claim?.icaoAddress ?? ''} ${claim?.uid ?? ''}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Where the batch that begins at `from` ends: at the first wide gap, so that plots side by side are weighed together;
 * in a crowd at the widest gap of a twentieth of a turn. `from` itself while the batch may still grow.
 */
export function batchEnd(pending: readonly Plot[], from: number, limit: Timestamp, period: number): number {
  let widest = 0
  let end = from
  for (let at = from; at < pending.length; at++) {
    if (pending[at]!.time > limit) return from
    const gap = (pending[at + 1]?.time ?? Infinity) - pending[at]!.time
    if (gap > period / 100) return at + 1
    if (gap >= widest) [widest, end] = [gap, at + 1]
    if (pending[at]!.time - pending[from]!.time > period / 20) return end
  }
  return pending.length
}
