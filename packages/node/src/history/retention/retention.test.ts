import { describe, expect, it } from 'vitest'
import { policyOf, type Hold, type RetentionPolicy, type StoredChunk } from './policy.ts'
import { isCovered, type PurgeProof } from './purge-proof.ts'
import { sweep, type RetentionStore } from './retention.ts'
import type { Room } from './shedding.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
const now = Date.UTC(2026, 10, 24)
const bequia = { west: -61.3, south: 12.9, east: -61.2, north: 13.1 }
const policy: RetentionPolicy = { days: { plots: 31, tracks: 400, exercise: 7 }, labelDays: { fisheries: 2 } }

const chunk = (id: number, daysAgo: number, more: Partial<StoredChunk> = {}): StoredChunk => {
  const to = now - daysAgo * DAY
  return {
    id, kind: 'plots', source: 'radar', simulated: false, label: '', knownFrom: to - HOUR, knownTo: to, from: to - HOUR, to,
    box: bequia, bytes: 1000, sum: id * 7, ...more,
  }
}
const hold = (daysAgo: number, more: Partial<Hold> = {}): Hold =>
  ({ id: 'H-1', reason: 'case 12', by: 'Lt. John', at: now, from: now - (daysAgo + 1) * DAY, to: now - (daysAgo - 1) * DAY, ...more })

const ample: Room = { freeBytes: 5e11, totalBytes: 1e12 }

function storing(chunks: readonly StoredChunk[], { holds = [] as readonly Hold[], room = ample } = {}) {
  let held = [...chunks]
  const proofs: PurgeProof[] = []
  let journalBefore = 0
  const store: RetentionStore = {
    chunksBefore: async (time, after, most) => held.filter(({ id, knownTo }) => id > after && knownTo <= time).slice(0, most),
    async purge(going, proof) {
      held = held.filter((each) => !going.includes(each))
      proofs.push(proof)
    },
    dropSpareJournal: async (before) => {
      journalBefore = before
      return 1
    },
    room: async () => room,
  }
  return { store, proofs, holds, ids: () => held.map(({ id }) => id), journalBefore: () => journalBefore }
}

describe('what has been kept long enough', () => {
  it('goes by its class and by its label', async () => {
    const sea = storing([
      chunk(1, 32), chunk(2, 30), chunk(3, 32, { kind: 'states', track: '1.5' }), chunk(4, 401, { kind: 'states' }),
      chunk(5, 8, { simulated: true }), chunk(6, 6, { simulated: true }), chunk(7, 3, { label: 'fisheries' }),
    ])
    await sweep(sea.store, policy, sea.holds, now)
    expect(sea.ids()).toEqual([2, 3, 6])
  })

  it('leaves a proof of what went, which tells a purge from a loss', async () => {
    const sea = storing([chunk(1, 40), chunk(2, 40), chunk(4, 40), chunk(5, 1)])
    const { purged } = await sweep(sea.store, policy, sea.holds, now)
    expect(purged).toEqual(sea.proofs)
    expect(purged).toMatchObject([{ at: now, because: 'retention', chunks: 3, bytes: 3000, ofClass: { plots: 3 }, ids: ['1-2', '4'] }])
    expect([1, 2, 3, 4, 5].map((id) => isCovered(id, purged))).toEqual([true, true, false, true, false])
  })

  it('has another digest when anything else went', async () => {
    const digest = async (...chunks: StoredChunk[]) => (await sweep(storing(chunks).store, policy, [], now)).purged[0]!.digest
    const [one, same] = [await digest(chunk(1, 40), chunk(2, 40)), await digest(chunk(2, 40), chunk(1, 40))]
    expect(same).toBe(one)
    expect(await digest(chunk(1, 40), chunk(2, 40, { sum: 99 }))).not.toBe(one)
  })

  it.each([
    ['at that time', hold(40), true],
    ['at another time', hold(50), false],
    ['at that time and place', hold(40, { area: { west: -62, south: 12, east: -61, north: 14 } }), true],
    ['at that time in another place', hold(40, { area: { west: -60, south: 12, east: -59, north: 14 } }), false],
    ['at that time across the antimeridian', hold(40, { area: { west: 170, south: 12, east: -61.25, north: 14 } }), true],
    ['of a track, whose plots they are perhaps', hold(40, { track: '1.5' }), true],
  ])('stays where evidence is held %s', async (_what, held, stays) => {
    const sea = storing([chunk(1, 40)], { holds: [held] })
    await sweep(sea.store, policy, sea.holds, now)
    expect(sea.ids()).toEqual(stays ? [1] : [])
  })

  it('does not stay for a hold on another track', async () => {
    const sea = storing([chunk(1, 500, { kind: 'states', track: '1.6' })], { holds: [hold(500, { track: '1.5' })] })
    await sweep(sea.store, policy, sea.holds, now)
    expect(sea.ids()).toEqual([])
  })
})

describe('the retention that is configured', () => {
  it('is as usual where it says nothing', () => {
    expect(policyOf()).toEqual({ days: { plots: 31, tracks: 400, exercise: 7 }, labelDays: {} })
    expect(policyOf({ plots: 5, labels: [{ label: 'fisheries', days: 90 }] })).toEqual({
      days: { plots: 5, tracks: 400, exercise: 7 }, labelDays: { fisheries: 90 },
    })
  })
})

describe('a disk that fills', () => {
  const gigabytes = (free: number): Room => ({ freeBytes: free * 1e9, totalBytes: 1e12 })
  const chunks = [
    chunk(1, 20, { bytes: 2e9 }), chunk(2, 10, { bytes: 2e9 }), chunk(3, 1, { bytes: 2e9 }),
    chunk(4, 1, { simulated: true, bytes: 1e9 }), chunk(5, 20, { kind: 'states', bytes: 1e9 }),
  ]

  it.each([
    ['nothing while there is room', 6, [], [1, 2, 3, 4, 5]],
    ['first the spare journal', 4, ['spare-journal'], [1, 2, 3, 4, 5]],
    ['then the exercise', 2, ['spare-journal', 'exercise'], [1, 2, 3, 5]],
    ['then old plots, oldest first', 1, ['spare-journal', 'exercise', 'old-plots'], [3, 5]],
  ])('gives up %s', async (_what, free, shed, left) => {
    const sea = storing(chunks, { room: gigabytes(free) })
    const swept = await sweep(sea.store, policy, sea.holds, now)
    expect(swept.shed).toEqual(shed)
    expect(sea.ids()).toEqual(left)
    expect(sea.journalBefore()).toBe(shed.length > 0 ? now : now - DAY)
    expect(sea.proofs.every(({ because }) => because === 'disk')).toBe(true)
  })

  it('never gives up what is held as evidence', async () => {
    const sea = storing(chunks, { room: gigabytes(1), holds: [hold(20)] })
    await sweep(sea.store, policy, sea.holds, now)
    expect(sea.ids()).toContain(1)
  })
})
