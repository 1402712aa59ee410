import type { Track } from '@csii/model'
import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import { ship } from '../pipeline/fixtures/tracks.ts'
import { createLog } from '../platform/log.ts'
import { describeStores, type StoresOfTest } from '../platform/store/fixtures/describe-stores.ts'
import type { Store } from '../platform/store/store.ts'
import { KEPT_MS, keepPicture } from './picture-keeper.ts'
import { createPictureStore, type PictureStore } from './picture.store.ts'

let opened: Store
let store: PictureStore
const eachInItsOwn = (stores: StoresOfTest) =>
  beforeEach(async () => {
    opened = await stores.open()
    store = await createPictureStore(opened, createLog('silent'))
  })

const admiral = ship(1, {
  heardAt: 5000,
  claim: { mmsi: 377000001, name: 'ADMIRAL BAY', dimensions: { bow: 30, stern: 10, port: 4, starboard: 4 } },
  claims: [{ field: 'name', value: 'ADMIRAL BAY', sensorId: 'kingstown', time: 900 }],
})

describeStores('the store of the picture', (stores) => {
  eachInItsOwn(stores)

  it('gives back each vessel as it was known last', async () => {
    await store.save([{ ...admiral, heardAt: 1000, speed: 1 }])
    await store.save([admiral, ship(2)])
    expect(await store.load()).toEqual([ship(2), admiral])
  })

  it.each([
    ['is cut off', '{"id":'],
    ['lacks what the tracker needs', '{"claim":{"mmsi":1}}'],
    ['is nothing', 'null'],
  ])('leaves out a row that %s, and gives back the others', async (_how, damaged) => {
    await store.save([admiral, ship(2)])
    await sql`UPDATE identified_track SET track = ${damaged} WHERE identity = '377000001'`.execute(opened.db)
    expect(await store.load()).toEqual([ship(2)])
  })

  it('keeps what fusion believes, and takes up rows of a version that believed nothing', async () => {
    const believed = ship(1, { darkness: { probability: 0.9, since: 1, missedReports: 4 }, identity: { probability: 0.8, isConflicting: true, isPinned: true } })
    await store.save([believed])
    expect(await store.load()).toEqual([believed])
    const { existence: _, revision: __, ...without } = believed
    await sql`UPDATE identified_track SET track = ${JSON.stringify(without)}`.execute(opened.db)
    expect(await store.load()).toMatchObject([{ existence: 1, revision: 0 }])
    await sql`UPDATE identified_track SET track = ${JSON.stringify({ ...believed, darkness: 'much' })}`.execute(opened.db)
    expect(await store.load()).toEqual([])
  })

  it('keeps a vessel that nobody has placed', async () => {
    await store.save([ship(1, { fix: undefined, claim: { mmsi: 1, name: 'UNSEEN' } })])
    expect(await store.load()).toMatchObject([{ claim: { name: 'UNSEEN' } }])
    expect((await store.load())[0]?.fix).toBeUndefined()
  })

  it('remembers of two that state one identity the one that is where it says', async () => {
    const identity = { probability: 0.5, isConflicting: true, isPinned: false }
    const false_ = ship(1, { id: 'T-9', serial: 9, identity, suspicion: { probability: 0.95, reason: 'no-echo', since: 1 } })
    await store.save([ship(1, { identity }), false_])
    expect((await store.load()).map(({ id }) => id)).toEqual(['T-1'])
  })

  it('keeps what states another identity than an MMSI: an aircraft, or what a person reported', async () => {
    await store.save([ship(1, { claim: { uid: 'VCT-REPORT-1' } }), ship(2, { claim: { uid: 'VCT-REPORT-2' } }), ship(3, { claim: { icaoAddress: 1 } })])
    await store.save([ship(9, { claim: { uid: 'VCT-REPORT-2' } })])
    expect((await store.load()).map(({ serial }) => serial).toSorted()).toEqual([1, 3, 9])
  })

  it('never holds a simulated vessel, nor one without an identity', async () => {
    await store.save([ship(1, { simulated: true }), ship(2, { claim: {} })])
    expect(await store.load()).toEqual([])
  })

  it('forgets what was heard long ago', async () => {
    await store.save([ship(1, { heardAt: 1000 }), ship(2, { heardAt: 3000 })])
    await store.forgetBefore(2000)
    expect((await store.load()).map(({ serial }) => serial)).toEqual([2])
  })

  it('keeps those heard last when there are too many', async () => {
    await store.save([1, 2, 3, 4].map((serial) => ship(serial, { heardAt: serial * 1000 })))
    await store.keepNewest(5)
    expect(await store.load()).toHaveLength(4)
    await store.keepNewest(2)
    expect((await store.load()).map(({ serial }) => serial)).toEqual([3, 4])
  })
})

describeStores('the keeper of the picture', (stores) => {
  eachInItsOwn(stores)

  const logged: string[] = []
  const log = { info() {}, warn() {}, error: (_facts: object, text: string) => void logged.push(text) }

  it('saves the picture when the node stops, and drops what the tracker would have forgotten', async () => {
    await store.save([ship(3, { heardAt: 1 })])
    const keeper = keepPicture({ store, liveTracks: async () => [admiral], clock: () => KEPT_MS + 2, log })
    await keeper.stop()
    expect(await store.load()).toEqual([admiral])
  })

  it('saves many tracks in slices', async () => {
    const fleet: Track[] = Array.from({ length: 1201 }, (_, n) => ship(n + 1))
    await keepPicture({ store, liveTracks: async () => fleet, clock: () => 2000, log }).stop()
    expect(await store.load()).toHaveLength(1201)
  })

  it('does not fill the disk when ever new vessels are invented', async () => {
    const fleet: Track[] = Array.from({ length: 30 }, (_, n) => ship(n + 1, { heardAt: n }))
    await keepPicture({ store, liveTracks: async () => fleet, clock: () => 2000, log, mostKept: 10 }).stop()
    expect((await store.load()).map(({ serial }) => serial)).toEqual([21, 22, 23, 24, 25, 26, 27, 28, 29, 30])
  })

  it('asks for all of it again when the clock was set back', async () => {
    const asked: number[] = []
    const times = [900_000, 960_000, 5000]
    const liveTracks = async (heardAfter: number) => {
      asked.push(heardAfter)
      return []
    }
    const keeper = keepPicture({ store, liveTracks, clock: () => times[Math.min(asked.length, 2)]!, log, everyMs: 5 })
    await expect.poll(() => asked.length).toBeGreaterThan(2)
    await keeper.stop()
    expect(asked.slice(0, 3)).toEqual([-Infinity, 899_999, -Infinity])
  })

  it('says what will be missing when it cannot save', async () => {
    const keeper = keepPicture({ store, liveTracks: () => Promise.reject(new Error('no answer')), clock: () => 0, log })
    await keeper.stop()
    expect(logged).toEqual([expect.stringContaining('names and last positions will be missing')])
  })
})
