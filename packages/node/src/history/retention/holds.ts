import type { HoldList, HoldView, NewHold } from '@csii/contract'
import { refusal } from '../../platform/errors.ts'
import type { HoldStore } from './holds.store.ts'
import type { Hold } from './policy.ts'

export interface Holds {
  list(): Promise<HoldList>
  hold(wanted: NewHold): Promise<HoldView>
  release(id: string, by?: string): Promise<void>
  /** Those that stand. */
  standing(): Promise<readonly Hold[]>
}

export interface HoldPorts {
  readonly store: HoldStore
  readonly clock: () => number
}

const CONSOLE = 'console'

/** Evidence that stays whatever the retention says, until somebody releases it. */
export function createHolds({ store, clock }: HoldPorts): Holds {
  const standing = async () => (await store.all()).filter(({ releasedAt }) => releasedAt === undefined)
  return {
    list: async () => ({ holds: [...(await store.all())] }),
    standing,
    async hold({ by = CONSOLE, ...wanted }) {
      if (wanted.to < wanted.from) throw refusal('BAD_REQUEST', 'A hold ends after it begins: write `to` not before `from`.')
      return store.add((id) => ({ id, ...wanted, by, at: clock() }))
    },
    async release(id, by = CONSOLE) {
      const held = (await standing()).find((each) => each.id === id)
      if (!held) throw refusal('HOLD_NOT_FOUND', `No hold ${id} stands. /api/holds lists them.`)
      await store.change({ ...held, releasedAt: clock(), releasedBy: by })
    },
  }
}
