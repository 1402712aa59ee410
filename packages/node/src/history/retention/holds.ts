import type { HoldList, HoldView, NewHold } from '@csii/contract'
import { refusal } from '../../platform/errors.ts'
import type { HoldStore } from './holds.store.ts'
import type { Hold } from './policy.ts'

/** What a person did, to be kept in the journal before it is answered. */
export type HoldAction = { readonly what: 'hold' | 'release'; readonly at: number; readonly by: string; readonly hold: HoldView }

export interface Holds {
  list(): Promise<HoldList>
  hold(wanted: NewHold): Promise<HoldView>
  release(id: string, by?: string): Promise<void>
  /** Those that stand. */
  standing(): Promise<readonly Hold[]>
}

export interface HoldPorts {
  readonly store: HoldStore
  readonly act: (action: HoldAction) => Promise<void>
  readonly clock: () => number
}

const CONSOLE = 'console'

/** Evidence that stays whatever the retention says, until somebody releases it. */
export function createHolds({ store, act, clock }: HoldPorts): Holds {
  const standing = async () => (await store.all()).filter(({ releasedAt }) => releasedAt === undefined)
  return {
    list: async () => ({ holds: [...(await store.all())] }),
    standing,
    async hold({ by = CONSOLE, ...wanted }) {
      if (wanted.to < wanted.from) throw refusal('BAD_REQUEST', 'A hold ends after it begins: write `to` not before `from`.')
      const hold = await store.add((id) => ({ id, ...wanted, by, at: clock() }))
      await act({ what: 'hold', at: hold.at, by, hold })
      return hold
    },
    async release(id, by = CONSOLE) {
      const held = (await standing()).find((each) => each.id === id)
      if (!held) throw refusal('HOLD_NOT_FOUND', `No hold ${id} stands. /api/holds lists them.`)
      const released = { ...held, releasedAt: clock(), releasedBy: by }
      await store.change(released)
      await act({ what: 'release', at: released.releasedAt, by, hold: released })
    },
  }
}
