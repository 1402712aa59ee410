import { afterEach, expect, it } from 'vitest'
import { describeStores, type StoresOfTest } from '../platform/store/fixtures/describe-stores.ts'
import { BatchWriter } from '../pipeline/record/batch-writer.ts'
import { batchOf, plotOf, stateOf, TWO_O_CLOCK, type Sea } from './fixtures/sea.ts'
import { inlinePacker } from './fixtures/inline-packer.ts'
import { HISTORIAN_LIMITS, openHistorian, type Historian, type HistorianLimits } from './historian.ts'
import type { HistoryTables } from './history.tables.ts'
import type { Damage } from './damage.ts'

const SEA: Sea = { vessels: 4, stepMs: 1000, startsAt: TWO_O_CLOCK, run: 1 }
const EVER = [0, 1e15] as const
const TRACK = { run: 1, serial: 2 }

let opened: Historian[] = []
afterEach(async () => {
  for (const historian of opened) await historian.stop()
  opened = []
})

async function open(stores: StoresOfTest, place: string, limits: Partial<HistorianLimits> = {}, clock = () => TWO_O_CLOCK) {
  const damages: Damage[] = []
  const historian = await openHistorian({
    open: () => stores.open(place, 'history'), secure: async () => {}, packer: inlinePacker, clock,
    hold: () => {}, release: () => {}, acknowledged: () => {}, troubled: () => {}, damaged: (damage) => damages.push(damage),
  }, { ...HISTORIAN_LIMITS, ...limits })
  opened.push(historian)
  return { historian, damages }
}

async function stop(historian: Historian) {
  opened = opened.filter((each) => each !== historian)
  await historian.stop()
}

/** So many batches, all durable. */
async function keep(historian: Historian, from: number, to: number, sea = SEA) {
  for (let batch = from; batch < to; batch++) historian.append(batchOf(sea, batch))
  await historian.act(TWO_O_CLOCK, { what: 'the last of these' })
}

/** All that the sea of the fixture was, from one batch to another. */
async function expectSea(historian: Historian, batches: number, sea = SEA) {
  const every = <T>(of: (batch: number) => T) => Array.from({ length: batches }, (_, batch) => of(batch))
  expect(await historian.reader.statesOf(TRACK, ...EVER)).toEqual(every((batch) => stateOf(sea, batch, 1)))
  expect(await historian.reader.plotsOf('hill', ...EVER)).toEqual(every((batch) => [plotOf(sea, batch, 0), plotOf(sea, batch, 2)]).flat())
}

describeStores('the past', (stores) => {
  const edit = async (place: string, work: (db: ReturnType<Awaited<ReturnType<StoresOfTest['open']>>['db']['withTables']>) => Promise<unknown>) => {
    const store = await stores.open(place, 'history')
    await work(store.db.withTables<HistoryTables>() as never)
    await store.close()
  }

  it('is read as it was kept, out of memory and out of chunks', async () => {
    const { historian } = await open(stores, await stores.place())
    await keep(historian, 0, 5)
    await expectSea(historian, 5)
    await historian.flush()
    expect(historian.status()).toMatchObject({ unpacked: { plots: 0, periods: 0 }, packedThrough: 6 })
    await expectSea(historian, 5)
    await keep(historian, 5, 8)
    await expectSea(historian, 8)
  })

  it('is there again when the node starts again, wherever it was', async () => {
    const place = await stores.place()
    const first = await open(stores, place)
    await keep(first.historian, 0, 5)
    await first.historian.flush()
    await keep(first.historian, 5, 8)
    await stop(first.historian)
    const { historian, damages } = await open(stores, place)
    await expectSea(historian, 8)
    expect(damages).toEqual([])
    expect(historian.status().acknowledged.seq).toBe(10)
  })

  it('is asked for by a span of time', async () => {
    const { historian } = await open(stores, await stores.place())
    await keep(historian, 0, 10)
    await historian.flush()
    const [from, to] = [stateOf(SEA, 3, 1).time, stateOf(SEA, 5, 1).time]
    expect(await historian.reader.statesOf(TRACK, from, to)).toEqual([3, 4, 5].map((batch) => stateOf(SEA, batch, 1)))
    expect(await historian.reader.plotsOf('harbour', from, from)).toEqual([plotOf(SEA, 3, 1), plotOf(SEA, 3, 3)])
  })

  it('goes into chunks when there is enough of it and when the hour is over', async () => {
    let now = TWO_O_CLOCK
    const { historian } = await open(stores, await stores.place(), { period: { plots: 12, bytes: 1e9 } }, () => now)
    await keep(historian, 0, 5)
    await expect.poll(() => historian.status().packedThrough).toBe(3)
    now += 3_600_000
    await historian.tick()
    await expect.poll(() => historian.status().packedThrough).toBe(6)
    await expectSea(historian, 5)
  })

  it('tells what a track was called, when it ended, and by what it is found', async () => {
    const { historian } = await open(stores, await stores.place())
    await keep(historian, 0, 2)
    const writer = new BatchWriter(1)
    writer.end({ serial: 2, simulated: false, knownAt: TWO_O_CLOCK + 9000, into: 3 })
    historian.append(writer.take()!)
    await keep(historian, 3, 4)
    for (const work of [async () => {}, () => historian.flush()]) {
      await work()
      expect(await historian.reader.infosOf(TRACK)).toMatchObject([{ run: 1, info: { claim: { name: 'VESSEL 1 0' }, contributors: [{ sensorId: 'harbour' }] } }])
      expect(await historian.reader.endsKnown(...EVER)).toEqual([{ run: 1, end: { serial: 2, simulated: false, knownAt: TWO_O_CLOCK + 9000, into: 3 } }])
      expect(await historian.reader.tracksBy({ mmsi: 377_000_003 })).toMatchObject([{ run: 1, serial: 4, name: 'VESSEL 3 0' }])
      expect(await historian.reader.tracksBy({ name: 'VESSEL 9 0' })).toEqual([])
    }
  })

  it('has the picture at the end of what is in chunks, and tracks of an earlier run end when another begins', async () => {
    const place = await stores.place()
    const first = await open(stores, place)
    await keep(first.historian, 0, 3)
    await first.historian.flush()
    await stop(first.historian)
    const { historian } = await open(stores, place)
    const later: Sea = { ...SEA, run: 2, vessels: 1, startsAt: TWO_O_CLOCK + 60_000 }
    await keep(historian, 0, 1, later)
    await historian.flush()
    const before = await historian.reader.keyframe(TWO_O_CLOCK + 59_000, false)
    expect(before?.tracks.map(({ run, state }) => [run, state])).toEqual([0, 1, 2, 3].map((vessel) => [1, stateOf(SEA, 2, vessel)]))
    expect(before?.tracks[0]?.info?.claim.name).toBe('VESSEL 0 0')
    const after = await historian.reader.keyframe(TWO_O_CLOCK + 61_000, false)
    expect(after?.tracks.map(({ run, serial }) => [run, serial])).toEqual([[2, 1]])
    expect((await historian.reader.endsKnown(...EVER)).map(({ run, end }) => [run, end.serial, end.knownAt])).toEqual(
      [1, 2, 3, 4].map((serial) => [1, serial, TWO_O_CLOCK + 60_000]),
    )
  })

  it('is told track by track for a span and a box', async () => {
    const { historian } = await open(stores, await stores.place())
    await keep(historian, 0, 5)
    await historian.flush()
    await keep(historian, 5, 6)
    const found: number[][] = []
    const query = { knownFrom: TWO_O_CLOCK + 3000, knownTo: TWO_O_CLOCK + 5000, simulated: false }
    for await (const { track, states } of historian.reader.statesKnown(query)) found.push([track.serial, states.length])
    expect(found).toEqual([[1, 2], [2, 2], [3, 2], [4, 2], [1, 1], [2, 1], [3, 1], [4, 1]])
    const boxed: number[] = []
    const box = { west: -60, east: -59, south: 13.0015, north: 13.0025 }
    await historian.flush()
    for await (const { track } of historian.reader.statesKnown({ ...query, box })) boxed.push(track.serial)
    expect(new Set(boxed)).toEqual(new Set([3]))
  })

  it('names a row of the journal that was damaged, and never serves it', async () => {
    const place = await stores.place()
    const first = await open(stores, place)
    await keep(first.historian, 0, 5)
    await stop(first.historian)
    await edit(place, (db) => db.updateTable('journal' as never).set({ plots: 5 } as never).where('seq' as never, '=', 2 as never).execute())
    const { historian, damages } = await open(stores, place)
    expect(damages).toMatchObject([{ table: 'journal', key: 'seq 2', from: TWO_O_CLOCK + 1000, to: TWO_O_CLOCK + 1000, isRepaired: false }])
    expect((await historian.reader.statesOf(TRACK, ...EVER)).map(({ time }) => time)).toEqual([0, 2, 3, 4].map((batch) => stateOf(SEA, batch, 1).time))
  })

  it('names rows of the journal that are gone', async () => {
    const place = await stores.place()
    const first = await open(stores, place)
    await keep(first.historian, 0, 5)
    await stop(first.historian)
    await edit(place, (db) => db.deleteFrom('journal' as never).where('seq' as never, 'in', [2, 3] as never).execute())
    const { damages } = await open(stores, place)
    expect(damages).toMatchObject([{ table: 'journal', key: 'seq 2 to 3', from: TWO_O_CLOCK, to: TWO_O_CLOCK + 3000 }])
  })

  it.each(['body', 'to_time', 'sum', 'packing'])('makes a chunk whose %s was damaged anew from the journal', async (column) => {
    const place = await stores.place()
    const first = await open(stores, place)
    await keep(first.historian, 0, 5)
    await first.historian.flush()
    await stop(first.historian)
    const value = column === 'body' ? new Uint8Array([1, 2, 3]) : column === 'packing' ? 0 : 1e14
    await edit(place, (db) => db.updateTable('chunk' as never).set({ [column]: value } as never).execute())
    const { historian, damages } = await open(stores, place)
    await expectSea(historian, 5)
    expect(damages.every(({ table, isRepaired }) => table === 'chunk' && isRepaired)).toBe(true)
    expect(damages.length).toBe(2)
    await expectSea(historian, 5)
    expect(damages.length).toBe(2)
  })

  it('never serves a damaged chunk of which the journal has nothing any more', async () => {
    const place = await stores.place()
    const first = await open(stores, place, { keepMs: -1e9 })
    await keep(first.historian, 0, 5)
    await first.historian.flush()
    await first.historian.tick()
    await stop(first.historian)
    await edit(place, (db) => db.updateTable('chunk' as never).set({ body: new Uint8Array([1, 2, 3]) } as never).execute())
    const { historian, damages } = await open(stores, place)
    expect(await historian.reader.statesOf(TRACK, ...EVER)).toEqual([])
    expect(damages).toMatchObject([{ table: 'chunk', isRepaired: false, from: TWO_O_CLOCK, to: TWO_O_CLOCK + 3_600_000 }])
  })
})
