import type { Timestamp } from '@csii/model'
import { noEvidence, type VesselEvidence } from './vessel-evidence.ts'

/** A radar learns from so many vessels at once. More would hardly make it surer. */
const MOST_VESSELS = 96

/** Milliseconds after which a vessel makes room for another. */
const LONG_GONE = 600_000

/**
 * The vessels from which a radar learns. Where there are too many a lot decides which are kept, and not who came last:
 * so each that is kept is kept for long.
 */
export class Vessels {
  readonly #kept = new Map<string, VesselEvidence>()

  all(): MapIterator<VesselEvidence> {
    return this.#kept.values()
  }

  /** The evidence of that vessel, begun where there is none; undefined when there is no room for it. */
  take(objectId: string, time: Timestamp): VesselEvidence | undefined {
    const known = this.#kept.get(objectId)
    if (known) return known
    const lot = lotOf(objectId)
    if (this.#kept.size >= MOST_VESSELS) {
      const least = this.#leastWanted(time)
      if (least.time >= time - LONG_GONE && least.lot <= lot) return undefined
      this.#kept.delete(least.objectId)
    }
    const begun = noEvidence(objectId, lot, time)
    this.#kept.set(objectId, begun)
    return begun
  }

  #leastWanted(now: Timestamp): VesselEvidence {
    let [least] = this.#kept.values()
    for (const vessel of this.#kept.values()) if (isLessWanted(vessel, least!, now)) least = vessel
    return least!
  }
}

function isLessWanted(a: VesselEvidence, b: VesselEvidence, now: Timestamp): boolean {
  const [isGone, isOtherGone] = [a.time < now - LONG_GONE, b.time < now - LONG_GONE]
  if (isGone !== isOtherGone) return isGone
  return isGone && a.time !== b.time ? a.time < b.time : a.lot > b.lot
}

/** FNV-1a (draft-eastlake-fnv, § 2), mixed once more: numbers that follow one another differ at their end only. */
function lotOf(objectId: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < objectId.length; i++) hash = Math.imul(hash ^ objectId.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
