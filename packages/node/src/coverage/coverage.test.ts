import { cellOf, type CellReception } from '@csii/geo'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SavedHearing } from '../pipeline/hearing.ts'
import { createLog } from '../platform/log.ts'
import { createCoverage, type Coverage, type CoveredSensor } from './coverage.ts'
import { BEQUIA, hearing, heardAt, places } from './fixtures/receptions.ts'

const NOON = Date.UTC(2026, 10, 24, 12)
const running: Coverage[] = []
afterEach(async () => {
  for (const coverage of running.splice(0)) await coverage.stop()
})

const saved = (sensorId: string, cells: readonly CellReception[], simulated = false): SavedHearing => {
  const { reception } = hearing(sensorId, cells)
  return {
    sensorId,
    simulated,
    antenna: 'ais',
    messages: { silences: 0, spent: [] },
    plots: { silences: 0, spent: [] },
    reception,
  }
}

function covered(id: string, lastValidAt: number, more: Partial<CoveredSensor> = {}): CoveredSensor {
  const heard = {
    normalIntervalMs: 5000,
    lastValidAt,
    refusedSinceValid: 0,
    normalPlotIntervalMs: undefined,
    lastPlotAt: undefined,
  }
  return { id, title: id, means: 'ais', simulated: false, transport: 'open', hearing: heard, delay: undefined, ...more }
}

function start(sensors: readonly CoveredSensor[], hearings: readonly SavedHearing[] | Error, now = { is: NOON, waiting: 0 }) {
  const kept: SavedHearing[] = []
  const asked = { times: 0 }
  const coverage = createCoverage({
    sensors: () => sensors,
    async hearings() {
      asked.times++
      if (hearings instanceof Error) throw hearings
      return hearings
    },
    store: { load: async () => [], save: async (one) => void kept.push(one), async forgetBefore() {} },
    clock: () => now.is,
    delayMs: () => now.waiting,
    log: createLog('silent'),
    lookEveryMs: 5,
    refreshEveryMs: 5,
  })
  running.push(coverage)
  return { coverage, kept, asked, now }
}

describe('coverage', () => {
  it('is what living sensors hear', async () => {
    const { coverage } = start([covered('hill', NOON)], [saved('hill', [heardAt(BEQUIA, 5, 5)])])
    expect(await coverage.view()).toMatchObject({
      time: NOON,
      cells: [{ cell: cellOf(BEQUIA), state: 'covered', sources: ['hill'] }],
    })
  })

  it('ends with the sensor, within two of its intervals', async () => {
    const { coverage, now } = start([covered('hill', NOON)], [saved('hill', [heardAt(BEQUIA, 5, 5)])])
    await coverage.view()
    now.is = NOON + 10_001
    expect(await coverage.view()).toMatchObject({ cells: [{ state: 'not-now' }] })
    expect(coverage.alerts()).toMatchObject([{ sourceId: 'hill', state: 'dead' }])
    expect(coverage.healthOf('hill')).toMatchObject({ state: 'dead' })
  })

  it('does not take for silence what waits in a late pipeline', async () => {
    const { coverage, now } = start([covered('hill', NOON)], [saved('hill', [heardAt(BEQUIA, 5, 5)])])
    await coverage.view()
    Object.assign(now, { is: NOON + 15_000, waiting: 9000 })
    await coverage.view()
    expect(coverage.alerts()).toEqual([])
    now.waiting = 0
    await coverage.view()
    expect(coverage.alerts()).toMatchObject([{ state: 'dead' }])
  })

  it('is shown of those sensors that are asked for', async () => {
    const sensors = [covered('hill', NOON), covered('pier', NOON, { position: BEQUIA, antennaHeight: 3 })]
    const { coverage } = start(sensors, [saved('hill', [heardAt(BEQUIA, 5, 5)]), saved('pier', [])])
    expect(await coverage.view(['hill'])).toMatchObject({ cells: [{ sources: ['hill'] }], horizons: [] })
    expect((await coverage.view(['pier'])).horizons).toMatchObject([{ sourceId: 'pier' }])
    expect((await coverage.view([])).cells).toEqual([])
  })

  it('makes a deaf sensor known without being asked', async () => {
    const cells = places(4).map((place) => heardAt(place, 10, 0))
    const { coverage } = start([covered('hill', NOON)], [saved('hill', cells)])
    await vi.waitFor(() =>
      expect(coverage.alerts()).toMatchObject([
        { state: 'deaf', reason: 'few-objects', numbers: { heard: 0, usual: 40 } },
      ]),
    )
  })

  it('lets no exercise bear witness for or against a live sensor', async () => {
    const cells = places(4).map((place) => heardAt(place, 10, 0))
    const sensors = [covered('hill', NOON), covered('exercise', NOON, { simulated: true })]
    const { coverage } = start(sensors, [saved('hill', cells), saved('exercise', cells, true)])
    await vi.waitFor(() =>
      expect(
        coverage
          .alerts()
          .map(({ sourceId }) => sourceId)
          .toSorted(),
      ).toEqual(['exercise', 'hill']),
    )
  })

  it('is not made by people who saw something, or by equipment on board', async () => {
    const { coverage } = start(
      [covered('watchers', NOON, { means: 'person' })],
      [saved('watchers', [heardAt(BEQUIA, 5, 5)])],
    )
    expect((await coverage.view()).cells).toEqual([])
  })

  it('asks once for all who want to know at the same moment', async () => {
    const { coverage, asked } = start([covered('hill', NOON)], [])
    await Promise.all([coverage.view(), coverage.view(), coverage.view()])
    expect(asked.times).toBe(1)
  })

  it('is saved when the node stops', async () => {
    const { coverage, kept } = start([covered('hill', NOON)], [saved('hill', [heardAt(BEQUIA, 5, 5)])])
    await coverage.stop()
    expect(kept.map(({ sensorId }) => sensorId)).toEqual(['hill'])
  })

  it('goes on watching when the pipeline no longer answers', async () => {
    const { coverage, now } = start([covered('hill', NOON)], new Error('the worker is gone'))
    await expect(coverage.view()).rejects.toThrow('the worker is gone')
    now.is += 60_000
    await vi.waitFor(() => expect(coverage.alerts()).toHaveLength(1))
    await coverage.stop()
  })
})
