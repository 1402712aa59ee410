import type { Timestamp } from '@csii/model'

/** A place of the store that does not hold what was written there. Nothing of it is ever served. */
export interface Damage {
  readonly table: 'journal' | 'chunk' | 'track_info' | 'track_end' | 'keyframe'
  /** What names the row: `seq 17`, `id 4`, `track 3.1042`. */
  readonly key: string
  /** Of receipt, as far as the row or its neighbours tell. */
  readonly from: Timestamp
  readonly to: Timestamp
  /** What was written is there again, made from what holds it a second time; or it is missing. */
  readonly isRepaired: boolean
}

/** The last ones found, one for each place. */
export interface DamageLog {
  note(damage: Damage): void
  all(): readonly Damage[]
}

const MOST = 1000

export function createDamageLog(found: (damage: Damage) => void): DamageLog {
  const damages = new Map<string, Damage>()
  return {
    note(damage) {
      const place = `${damage.table} ${damage.key}`
      if (damages.get(place)?.isRepaired === damage.isRepaired) return
      damages.delete(place)
      damages.set(place, damage)
      const [oldest] = damages.keys()
      if (damages.size > MOST && oldest !== undefined) damages.delete(oldest)
      found(damage)
    },
    all: () => [...damages.values()],
  }
}
