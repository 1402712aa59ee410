import { expect, it } from 'vitest'
import { describeStores } from '../../platform/store/fixtures/describe-stores.ts'
import { openStoreKeeper } from '../journal/store-keeper.ts'
import { addSlice, beginPacking } from '../packing/chunk.store.ts'
import type { Chunk } from '../packing/chunk.ts'
import type { RetentionPolicy } from './policy.ts'
import { createSweeper } from './sweeper.ts'

const DAY = 86_400_000
const now = Date.UTC(2026, 10, 24, 12)
const policy: RetentionPolicy = { days: { plots: 31, tracks: 400, exercise: 7 } }

const chunk = (daysAgo: number, more: Partial<Chunk> = {}): Chunk => {
  const at = now - daysAgo * DAY
  return {
    kind: 'plots', source: 'radar', run: 0, serial: 0, hour: Math.floor(at / 3_600_000), part: 0, fromTime: at, toTime: at, knownFrom: at,
    knownTo: at, box: { west: -61.3, south: 12.9, east: -61.2, north: 13.1 }, count: 1, simulated: false, label: '',
    body: new Uint8Array(1000), cells: ['a'], ...more,
  }
}

describeStores('the sweeping of history', (stores) => {
  async function open(chunks: readonly Chunk[]) {
    const place = await stores.place()
    const keeper = await openStoreKeeper({ open: () => stores.open(place, 'history'), secure: async () => {} })
    await keeper.use(async (_history, store) => {
      const packing = { id: 1, firstSeq: 1, lastSeq: 1 }
      const first = await beginPacking(store, packing)
      await addSlice(store, packing, { chunks: chunks.map((each, index) => ({ ...each, id: first + index })), isLast: true })
    })
    const actions: unknown[] = []
    const sweeper = createSweeper({
      keeper, clock: () => now, room: async () => ({ freeBytes: 5e11, totalBytes: 1e12 }), dropSpareJournal: async () => 3,
      act: async (_at, action) => actions.push(action),
    })
    return { sweeper, actions }
  }

  it('takes away what was kept long enough, and keeps for ever that it went', async () => {
    const { sweeper, actions } = await open([
      chunk(40), chunk(5), chunk(40, { kind: 'states', source: '', run: 1, serial: 2 }), chunk(8, { simulated: true }),
    ])
    const swept = await sweeper.sweep(policy, [])
    expect(swept).toMatchObject({ shed: [], journalRows: 3, purged: [{ chunks: 2, bytes: 2000, ids: ['1', '4'], ofClass: { plots: 1, exercise: 1 } }] })
    expect(actions).toEqual([{ what: 'purge', proof: swept.purged[0] }])
    const { heldBytes, purges } = await sweeper.budget(31)
    expect(heldBytes).toBe(2000)
    expect(purges).toEqual(swept.purged)
    expect((await sweeper.sweep(policy, [])).purged).toEqual([])
  })

  it('leaves what is held as evidence', async () => {
    const { sweeper } = await open([chunk(40)])
    const hold = { id: 'H-1', reason: 'case 12', by: 'JB', at: now, from: now - 41 * DAY, to: now - 39 * DAY }
    expect((await sweeper.sweep(policy, [hold])).purged).toEqual([])
    expect((await sweeper.sweep(policy, [])).purged).toHaveLength(1)
  })

  it('forecasts from whole days only: neither the first nor this one', async () => {
    const { sweeper } = await open([chunk(3), chunk(2), chunk(2), chunk(1, { body: new Uint8Array(5000) }), chunk(0.1)])
    expect((await sweeper.budget(31)).forecast).toMatchObject({ basisDays: 2, bytesPerDay: { low: 2000, high: 5000 }, isEnough: true })
  })
})
