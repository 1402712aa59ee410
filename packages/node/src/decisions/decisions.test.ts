import type { NewDecision } from '@csii/contract'
import type { Judgement, Track } from '@csii/model'
import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import { ship } from '../pipeline/fixtures/tracks.ts'
import { createLog } from '../platform/log.ts'
import { describeStores, type StoresOfTest } from '../platform/store/fixtures/describe-stores.ts'
import type { Store } from '../platform/store/store.ts'
import { createDecisions, MOST_STANDING } from './decisions.ts'
import { createDecisionStore } from './decisions.store.ts'
import { WAITS_MS } from './pin-keeper.ts'

const AIS_AND_RADAR = { contributors: [{ sensorId: 'kingstown', plots: 9, lastAt: 1 }, { sensorId: 'hill', plots: 4, lastAt: 1 }] }
const FLEET = [ship(1, AIS_AND_RADAR), ship(2), ship(3, { id: 'SIM-3', simulated: true })]

interface Tracker {
  readonly tracks?: readonly Track[]
  readonly refusing?: string | Error
  /** Milliseconds that pass whenever the clock is read. */
  readonly passing?: number
  /** How often it does not answer at first. */
  readonly silent?: number
}

let store: Store
const eachInItsOwn = (stores: StoresOfTest) =>
  beforeEach(async () => {
    store = await stores.open()
  })

/** A desk over a tracker that refuses what the test tells it to. */
async function desk({ tracks = FLEET, refusing, passing = 1, silent = 0 }: Tracker = {}) {
  const carriedOut: Judgement[] = []
  const undone: string[] = []
  let now = 5000 - passing
  let unanswered = silent
  const decisions = createDecisions({
    store: await createDecisionStore(store, createLog('silent')),
    describe: async (id) => tracks.find((track) => track.id === id),
    async liveTracks(heardAfter) {
      if (unanswered-- > 0) throw new Error('The pipeline has stopped')
      return tracks.filter(({ simulated, heardAt }) => !simulated && heardAt > heardAfter)
    },
    async decide(judgement) {
      if (refusing instanceof Error) throw refusing
      if (refusing === undefined) carriedOut.push(judgement)
      return refusing
    },
    undo: async (id) => undone.push(id) > 0,
    clock: () => (now += passing),
    everyMs: 5,
  })
  return { decisions, carriedOut, undone }
}

const SPLIT: NewDecision = { kind: 'split', trackId: 'T-1', sensorId: 'hill', by: ' Sgt. Browne ' }
const MERGE: NewDecision = { kind: 'merge', trackId: 'T-1', otherId: 'T-2' }
const PIN: NewDecision = { kind: 'pin', trackId: 'T-2', identity: '377000002', by: 'JB' }

describeStores('what a person decides', (stores) => {
  eachInItsOwn(stores)

  it('is carried out, and kept with who and when', async () => {
    const { decisions, carriedOut } = await desk()
    const made = await decisions.decide(SPLIT)
    expect(made).toEqual({ ...SPLIT, id: 'D-1', by: 'Sgt. Browne', at: 5000, state: 'standing' })
    expect(carriedOut).toEqual([
      { id: 'D-1', by: 'Sgt. Browne', at: 5000, decision: { kind: 'split', trackId: 'T-1', sensorId: 'hill' } },
    ])
    await decisions.decide(MERGE)
    expect((await decisions.list()).decisions.map(({ id, kind, by }) => [id, kind, by])).toEqual([['D-2', 'merge', 'console'], ['D-1', 'split', 'Sgt. Browne']])
  })

  it('is taken back once, and that is kept too', async () => {
    const { decisions, undone } = await desk()
    await decisions.decide(PIN)
    await decisions.undo('D-1', 'KM')
    expect(undone).toEqual(['D-1'])
    expect((await decisions.list()).decisions).toMatchObject([{ id: 'D-1', state: 'undone', by: 'JB', endedBy: 'KM', endedAt: 5001 }])
    await expect(decisions.undo('D-1')).rejects.toMatchObject({ code: 'DECISION_NOT_FOUND' })
    await expect(decisions.undo('D-7')).rejects.toMatchObject({ code: 'DECISION_NOT_FOUND' })
  })

  it.each<[string, NewDecision, string, string]>([
    ['a split off no sensor', { kind: 'split', trackId: 'T-1' }, 'DECISION_INVALID', 'A split is told by trackId and sensorId'],
    ['a merge with an identity', { ...MERGE, identity: '1' }, 'DECISION_INVALID', 'A merge is told by trackId and otherId'],
    ['a pin of nothing', { kind: 'pin', trackId: 'T-1' }, 'DECISION_INVALID', 'A pin is told by trackId and identity'],
    ['an unknown track', { ...PIN, trackId: 'T-9' }, 'TRACK_NOT_FOUND', 'There is no track T-9'],
    ['a merge with an unknown track', { ...MERGE, otherId: 'T-9' }, 'TRACK_NOT_FOUND', 'There is no track T-9'],
    ['a merge with itself', { ...MERGE, otherId: 'T-1' }, 'DECISION_REFUSED', 'T-1 is one track already'],
    ['a merge with an exercise', { ...MERGE, otherId: 'SIM-3' }, 'DECISION_REFUSED', 'One of T-1 and SIM-3 is simulated'],
    ['a split off a sensor that sees nothing of it', { ...SPLIT, sensorId: 'bequia' }, 'DECISION_REFUSED', 'It is made of kingstown, hill.'],
    ['a split off the only sensor', { kind: 'split', trackId: 'T-2', sensorId: 'kingstown' }, 'DECISION_REFUSED', 'made of kingstown alone'],
  ])('is refused when it is %s, in a sentence', async (_what, decision, code, detail) => {
    const { decisions, carriedOut } = await desk()
    await expect(decisions.decide(decision)).rejects.toMatchObject({ code, message: expect.stringContaining(detail) })
    expect([carriedOut, (await decisions.list()).decisions]).toEqual([[], []])
  })

  it('leaves nothing behind when the tracker cannot do it, or fails', async () => {
    await expect((await desk({ refusing: 'They are a mile apart.' })).decisions.decide(MERGE)).rejects.toMatchObject({ code: 'DECISION_REFUSED', message: 'They are a mile apart.' })
    const { decisions } = await desk({ refusing: new Error('The pipeline has stopped') })
    await expect(decisions.decide(MERGE)).rejects.toThrow('has stopped')
    expect((await decisions.list()).decisions).toEqual([])
  })

  it('is limited to what people can keep in mind', async () => {
    const { decisions } = await desk()
    for (let made = 0; made < MOST_STANDING; made++) await decisions.decide(PIN)
    await expect(decisions.decide(PIN)).rejects.toMatchObject({ code: 'DECISION_LIMIT' })
    await decisions.undo('D-1')
    await decisions.decide(PIN)
  })
})

describeStores('after a restart', (stores) => {
  eachInItsOwn(stores)

  it('a pin holds where its identity is, under the name that the track has now, and can still be undone', async () => {
    await (await desk()).decisions.decide(PIN)
    const { decisions, carriedOut, undone } = await desk({ tracks: [ship(7, { claim: { mmsi: 377_000_002 } })] })
    await decisions.resume()
    expect(carriedOut).toEqual([{ id: 'D-1', by: 'JB', at: 5000, decision: { kind: 'pin', trackId: 'T-7', identity: '377000002' } }])
    expect((await decisions.list()).decisions).toMatchObject([{ id: 'D-1', trackId: 'T-7', state: 'standing' }])
    await decisions.undo('D-1')
    expect(undone).toEqual(['D-1'])
    await decisions.stop()
  })

  it('a pin waits for its identity, and holds as soon as it is seen', async () => {
    await (await desk()).decisions.decide(PIN)
    const tracks = [ship(7, { claim: {} })]
    const { decisions, carriedOut } = await desk({ tracks })
    await decisions.resume()
    expect((await decisions.list()).decisions).toMatchObject([{ trackId: 'T-2', state: 'waiting' }])
    tracks.push(ship(8, { claim: { mmsi: 377_000_002 } }))
    await expect.poll(async () => (await decisions.list()).decisions).toMatchObject([{ trackId: 'T-8', state: 'standing' }])
    expect(carriedOut.map(({ id }) => id)).toEqual(['D-1'])
    await decisions.stop()
  })

  it('a pin that waits goes on waiting over another restart, and can be undone', async () => {
    await (await desk()).decisions.decide(PIN)
    for (let restart = 0; restart < 2; restart++) {
      const { decisions } = await desk({ tracks: [] })
      await decisions.resume()
      await decisions.stop()
      expect((await decisions.list()).decisions).toMatchObject([{ state: 'waiting' }])
    }
    const { decisions } = await desk({ tracks: [] })
    await decisions.undo('D-1', 'KM')
    expect((await decisions.list()).decisions).toMatchObject([{ state: 'undone', endedBy: 'KM' }])
  })

  it('a pin lapses when its identity is not seen for a day, or the tracker does not take it', async () => {
    await (await desk()).decisions.decide(PIN)
    const without = await desk({ tracks: [], passing: WAITS_MS })
    await without.decisions.resume()
    await expect.poll(async () => (await without.decisions.list()).decisions).toMatchObject([{ trackId: 'T-2', state: 'lapsed' }])
    await without.decisions.stop()
    await (await desk()).decisions.decide(PIN)
    const unwilling = await desk({ refusing: 'No.' })
    await unwilling.decisions.resume()
    expect((await unwilling.decisions.list()).decisions.map(({ state }) => state)).toEqual(['lapsed', 'lapsed'])
    await unwilling.decisions.stop()
  })

  it('looks again when the tracks cannot be asked for at once', async () => {
    await (await desk()).decisions.decide(PIN)
    const { decisions } = await desk({ silent: 1 })
    await decisions.resume()
    await expect.poll(async () => (await decisions.list()).decisions).toMatchObject([{ trackId: 'T-2', state: 'standing' }])
    await decisions.stop()
  })

  it('splits and merges lapse, for their tracks are no more', async () => {
    const { decisions } = await desk()
    await decisions.decide(SPLIT)
    await decisions.decide(MERGE)
    const again = await desk()
    await again.decisions.resume()
    expect(again.carriedOut).toEqual([])
    expect((await again.decisions.list()).decisions.map(({ state }) => state)).toEqual(['lapsed', 'lapsed'])
    await again.decisions.stop()
  })
})

describeStores('the store of decisions', (stores) => {
  eachInItsOwn(stores)

  it('leaves out a row that is damaged', async () => {
    const { decisions } = await desk()
    await decisions.decide(PIN)
    await decisions.decide(SPLIT)
    await sql`UPDATE decision SET entry = '{"id":' WHERE number = 1`.execute(store.db)
    expect((await decisions.list()).decisions.map(({ id }) => id)).toEqual(['D-2'])
  })

  it('keeps the newest and all that stand', async () => {
    const decisions = await createDecisionStore(store, createLog('silent'))
    for (const state of ['standing', 'undone', 'lapsed', 'undone'] as const) {
      await decisions.add((id) => ({ id, kind: 'pin', trackId: 'T-1', identity: '1', by: 'JB', at: 1, state }))
    }
    await decisions.keepNewest(1)
    expect((await decisions.all()).map(({ id }) => id)).toEqual(['D-4', 'D-1'])
  })
})
