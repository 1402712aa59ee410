import { describe, expect, it } from 'vitest'
import { minutes, seaOf } from '../fixtures/made-up.ts'
import type { HistoryReader } from '../history-reader.ts'
import { activityIn } from './activity.ts'

const REQUEST = { from: minutes(0), to: minutes(60), bins: 3, exercise: false }
const plotAt = (minute: number, simulated = false) => ({
  sensorId: 'kingstown', time: minutes(minute), receivedAt: minutes(minute), simulated, position: { lat: 13, lon: -61 }, covariance: { ee: 1, en: 0, nn: 1 },
})

describe('the activity of a window', () => {
  it('counts plots and tracks of each bin, in one world', async () => {
    const sea = seaOf({ serial: 1, way: [[5, 13, -61], [25, 13, -61]] }, { serial: 2, way: [[30, 13, -61]] }, { serial: 3, simulated: true, way: [[5, 13, -61]] })
    sea.add({ run: 1, states: [], infos: [], ends: [], plots: [plotAt(0), plotAt(19), plotAt(60), plotAt(5, true), plotAt(90)] })
    expect((await activityIn(sea, REQUEST)).bins).toEqual([
      { time: minutes(0), plots: 2, tracks: 1 }, { time: minutes(20), plots: 0, tracks: 2 }, { time: minutes(40), plots: 1, tracks: 0 },
    ])
  })

  it('spreads a tally over the time in which it came', async () => {
    const sea: HistoryReader = Object.assign(seaOf(), {
      async *tallies(kind: string) {
        if (kind === 'plots') yield [{ of: 'kingstown', from: minutes(-20), to: minutes(40), count: 600 }]
      },
    })
    expect((await activityIn(sea, REQUEST)).bins.map(({ plots }) => plots)).toEqual([200, 200, 0])
  })

  it('marks what people did and what the node alarmed about, oldest first', async () => {
    const sea = seaOf()
    sea.mark({ time: minutes(30), kind: 'decision', text: 'split', trackId: '1.7' })
    sea.mark({ time: minutes(90), kind: 'decision', text: 'later' })
    const alarm = { time: minutes(10), kind: 'alert', text: 'hill is dead' }
    expect((await activityIn(sea, REQUEST, [alarm])).marks).toEqual([alarm, { time: minutes(30), kind: 'decision', text: 'split', trackId: '1.7' }])
  })

  it('says that there are more marks than it shows', async () => {
    const marks = Array.from({ length: 501 }, (_, n) => ({ time: minutes(n / 100), kind: 'x', text: String(n) }))
    const { marks: shown, isTruncated } = await activityIn(seaOf(), REQUEST, marks)
    expect([shown.length, isTruncated]).toEqual([500, true])
  })
})
