import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { SourceConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import { createDesk } from './desk.ts'
import { createSightings, MOST_A_MINUTE, MOST_KEPT } from './sightings.ts'
import { createSightingStore } from './sightings.store.ts'

const closers: (() => unknown)[] = []
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close()
})

const directory = () => {
  const path = mkdtempSync(join(tmpdir(), 'csii-sightings-'))
  closers.push(() => rmSync(path, { recursive: true }))
  return path
}
const NOON = Date.UTC(2026, 10, 24, 12, 0)
const radar = (simulated: boolean): SourceConfig => ({ id: 'hill', title: 'Hill', kind: 'asterix', url: 'udp://0.0.0.0:1', nation: 'VCT', simulated })

function start({ others = [radar(false)], dataDir = directory(), room = true }: { others?: SourceConfig[]; dataDir?: string; room?: boolean } = {}) {
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
  const database = openDatabase(dataDir)
  const close = () => database.close()
  closers.push(close)
  const world = { now: NOON }
  const sightings = createSightings({
    desk, store: createSightingStore(database), nation: 'VCT', clock: () => world.now,
    sources: {
      list: () => list.map((source) => ({ source })),
      add(source) {
        list.push(source)
        open(source)
      },
    },
  })
  return { sightings, heard, world, close }
}

const GOFAST = { text: 'SIGHT 1305N 06115W 3 POB GOFAST 270 35KT' }

describe('a report at the desk', () => {
  it('is only understood when it is read, and heard when it is filed', () => {
    const { sightings, heard } = start()
    expect(sightings.read(GOFAST)).not.toHaveProperty('id')
    expect([heard, sightings.list()]).toEqual([[], { sightings: [] }])
    expect(sightings.file(GOFAST)).toMatchObject({ id: 'VCT-REPORT-1', filedAt: NOON, simulated: false, understood: { vesselKind: 'go-fast' } })
    expect(heard).toEqual([`desk.reports {"id":"VCT-REPORT-1","text":"${GOFAST.text}"}`])
  })

  it('is kept for a day with the words of the reporter, newest first', () => {
    const { sightings, world } = start()
    sightings.file(GOFAST)
    world.now += 3_600_000
    sightings.file({ where: '1305N 06115W' })
    expect(sightings.list().sightings.map(({ filed, report }) => [filed.id, report])).toEqual([
      ['VCT-REPORT-2', { where: '1305N 06115W' }], ['VCT-REPORT-1', GOFAST],
    ])
    world.now += 23 * 3_600_000 + 1
    expect(sightings.list().sightings.map(({ filed }) => filed.id)).toEqual(['VCT-REPORT-2'])
  })

  it('never gets the number of another, not even after a restart', () => {
    const dataDir = directory()
    const first = start({ dataDir })
    first.sightings.file(GOFAST)
    closers.pop()
    first.close()
    const { sightings, world } = start({ dataDir })
    world.now += 48 * 3_600_000
    expect(sightings.file(GOFAST).id).toBe('VCT-REPORT-2')
    expect(sightings.list().sightings).toHaveLength(1)
  })

  it('is not kept when the pipeline does not take it', () => {
    const { sightings } = start({ room: false })
    expect(() => sightings.file(GOFAST)).toThrow(expect.objectContaining({ code: 'UNAVAILABLE' }))
    expect(sightings.list().sightings).toEqual([])
  })

  it('is neither kept nor heard when it cannot be understood', () => {
    const { sightings, heard } = start()
    expect(() => sightings.file({ text: 'SIGHT GOFAST' })).toThrow(expect.objectContaining({ code: 'SIGHTING_NO_PLACE' }))
    expect([heard, sightings.list().sightings]).toEqual([[], []])
  })
})

describe('a report of an exercise', () => {
  it('goes another way than a live one, which is opened with the first', () => {
    const { sightings, heard } = start()
    expect(sightings.file({ ...GOFAST, exercise: true }).simulated).toBe(true)
    sightings.file({ ...GOFAST, exercise: true })
    sightings.file(GOFAST)
    expect(heard.map((line) => line.split(' ', 1)[0])).toEqual(['desk.exercise', 'desk.exercise', 'desk.reports'])
  })

  it('is what a node takes a report for that hears nothing live, unless told', () => {
    const drill = start({ others: [radar(true)] }).sightings
    expect(drill.read(GOFAST).simulated).toBe(true)
    expect(drill.read({ ...GOFAST, exercise: false }).simulated).toBe(false)
    expect(start({ others: [radar(true), { ...radar(false), id: 'pier' }] }).sightings.read(GOFAST).simulated).toBe(false)
    expect(start({ others: [] }).sightings.read(GOFAST).simulated).toBe(false)
  })
})

describe('many reports', () => {
  it('are refused when they come faster than a desk can type', () => {
    const { sightings, world, heard } = start()
    for (let n = 0; n < MOST_A_MINUTE; n++) sightings.file(GOFAST)
    expect(() => sightings.file(GOFAST)).toThrow(expect.objectContaining({ code: 'SIGHTING_LIMIT' }))
    expect(heard).toHaveLength(MOST_A_MINUTE)
    world.now += 60_000
    expect(sightings.file(GOFAST).id).toBe(`VCT-REPORT-${MOST_A_MINUTE + 1}`)
  })

  it('are kept in a number that cannot grow', () => {
    const database = openDatabase(directory())
    closers.push(() => database.close())
    const store = createSightingStore(database)
    const { filed } = { filed: start().sightings.file(GOFAST) }
    for (let n = 0; n < 5; n++) store.add(n, (number) => ({ filed: { ...filed, id: String(number) }, report: {} }))
    store.keepNewest(3)
    expect(store.since(0).map((entry) => entry.filed.id)).toEqual(['5', '4', '3'])
    expect(MOST_KEPT).toBeGreaterThan(100)
  })
})
