import { expect, it } from 'vitest'
import type { SourceConfig } from '../platform/config.ts'
import { describeStores, type StoresOfTest } from '../platform/store/fixtures/describe-stores.ts'
import { createDesk } from './desk.ts'
import { createSightings, MOST_A_MINUTE, MOST_KEPT } from './sightings.ts'
import { createSightingStore } from './sightings.store.ts'

const NOON = Date.UTC(2026, 10, 24, 12, 0)
const radar = (simulated: boolean): SourceConfig => ({ id: 'hill', title: 'Hill', kind: 'asterix', url: 'udp://0.0.0.0:1', nation: 'VCT', simulated })

interface Asked {
  readonly others?: readonly SourceConfig[]
  readonly place?: string
  readonly room?: boolean
}

async function start(stores: StoresOfTest, { others = [radar(false)], place, room = true }: Asked = {}) {
  const desk = createDesk('VCT', others)
  const heard: string[] = []
  const open = ({ id, url }: SourceConfig) =>
    desk.transports.get(new URL(url).protocol)?.open(new URL(url), {
      opened() {}, ended() {}, closed() {},
      bytes(bytes) {
        if (room) heard.push(`${id} ${Buffer.from(bytes)}`)
        return room
      },
    })
  const list = [...others, ...desk.atStart]
  for (const source of desk.atStart) open(source)
  const store = await stores.open(place)
  const world = { now: NOON }
  const sightings = createSightings({
    desk, store: await createSightingStore(store), nation: 'VCT', clock: () => world.now,
    sources: {
      list: () => list.map((source) => ({ source })),
      add(source) {
        list.push(source)
        open(source)
      },
    },
  })
  return { sightings, heard, world, close: () => store.close() }
}

const GOFAST = { text: 'SIGHT 1305N 06115W 3 POB GOFAST 270 35KT' }

describeStores('a report at the desk', (stores) => {
  it('is only understood when it is read, and heard when it is filed', async () => {
    const { sightings, heard } = await start(stores)
    expect(sightings.read(GOFAST)).not.toHaveProperty('id')
    expect([heard, await sightings.list()]).toEqual([[], { sightings: [] }])
    expect(await sightings.file(GOFAST)).toMatchObject({ id: 'VCT-REPORT-1', filedAt: NOON, simulated: false, understood: { vesselKind: 'go-fast' } })
    expect(heard).toEqual([`desk.reports {"id":"VCT-REPORT-1","text":"${GOFAST.text}"}`])
  })

  it('is kept for a day with the words of the reporter, newest first', async () => {
    const { sightings, world } = await start(stores)
    await sightings.file(GOFAST)
    world.now += 3_600_000
    await sightings.file({ where: '1305N 06115W' })
    expect((await sightings.list()).sightings.map(({ filed, report }) => [filed.id, report])).toEqual([
      ['VCT-REPORT-2', { where: '1305N 06115W' }], ['VCT-REPORT-1', GOFAST],
    ])
    world.now += 23 * 3_600_000 + 1
    expect((await sightings.list()).sightings.map(({ filed }) => filed.id)).toEqual(['VCT-REPORT-2'])
  })

  it('never gets the number of another, not even after a restart', async () => {
    const place = await stores.place()
    const first = await start(stores, { place })
    await first.sightings.file(GOFAST)
    await first.close()
    const { sightings, world } = await start(stores, { place })
    world.now += 48 * 3_600_000
    expect((await sightings.file(GOFAST)).id).toBe('VCT-REPORT-2')
    expect((await sightings.list()).sightings).toHaveLength(1)
  })

  it('is not kept when the pipeline does not take it', async () => {
    const { sightings } = await start(stores, { room: false })
    await expect(sightings.file(GOFAST)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    expect((await sightings.list()).sightings).toEqual([])
  })

  it('is neither kept nor heard when it cannot be understood', async () => {
    const { sightings, heard } = await start(stores)
    await expect(sightings.file({ text: 'SIGHT GOFAST' })).rejects.toMatchObject({ code: 'SIGHTING_NO_PLACE' })
    expect([heard, (await sightings.list()).sightings]).toEqual([[], []])
  })
})

describeStores('a report of an exercise', (stores) => {
  it('goes another way than a live one, which is opened with the first', async () => {
    const { sightings, heard } = await start(stores)
    expect((await sightings.file({ ...GOFAST, exercise: true })).simulated).toBe(true)
    await sightings.file({ ...GOFAST, exercise: true })
    await sightings.file(GOFAST)
    expect(heard.map((line) => line.split(' ', 1)[0])).toEqual(['desk.exercise', 'desk.exercise', 'desk.reports'])
  })

  it('is what a node takes a report for that hears nothing live, unless told', async () => {
    const { sightings: drill } = await start(stores, { others: [radar(true)] })
    expect(drill.read(GOFAST).simulated).toBe(true)
    expect(drill.read({ ...GOFAST, exercise: false }).simulated).toBe(false)
    const live = await start(stores, { others: [radar(true), { ...radar(false), id: 'pier' }] })
    expect(live.sightings.read(GOFAST).simulated).toBe(false)
    const deaf = await start(stores, { others: [] })
    expect(deaf.sightings.read(GOFAST).simulated).toBe(false)
  })
})

describeStores('many reports', (stores) => {
  it('are refused when they come faster than a desk can type', async () => {
    const { sightings, world, heard } = await start(stores)
    for (let n = 0; n < MOST_A_MINUTE; n++) await sightings.file(GOFAST)
    await expect(sightings.file(GOFAST)).rejects.toMatchObject({ code: 'SIGHTING_LIMIT' })
    expect(heard).toHaveLength(MOST_A_MINUTE)
    world.now += 60_000
    expect((await sightings.file(GOFAST)).id).toBe(`VCT-REPORT-${MOST_A_MINUTE + 1}`)
  })

  it('are kept in a number that cannot grow', async () => {
    const store = await createSightingStore(await stores.open())
    const filed = await (await start(stores)).sightings.file(GOFAST)
    for (let n = 0; n < 5; n++) await store.add(n, (number) => ({ filed: { ...filed, id: String(number) }, report: {} }))
    await store.keepNewest(3)
    expect((await store.since(0)).map((entry) => entry.filed.id)).toEqual(['5', '4', '3'])
    expect(MOST_KEPT).toBeGreaterThan(100)
  })

  it('that come at once get numbers of their own, are heard in that order, and no more of them than one after another', async () => {
    const { sightings, heard } = await start(stores)
    const answers = await Promise.allSettled(Array.from({ length: MOST_A_MINUTE + 5 }, () => sightings.file(GOFAST)))
    const filed = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.id] : []))
    expect(filed).toEqual(Array.from({ length: MOST_A_MINUTE }, (_, n) => `VCT-REPORT-${n + 1}`))
    expect(heard.map((line) => /"id":"([^"]*)"/.exec(line)?.[1])).toEqual(filed)
  })
})
