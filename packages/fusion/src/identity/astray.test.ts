import { distanceBetween } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { bequia, off, plot, report, SECOND, watch } from '../fixtures/watch.ts'

const neighbour = off(250)

/** Two boats at anchor, both seen by radar; one reported once, from where the other lies. */
function anchorage() {
  const sea = watch()
  for (let turn = 0; turn < 12; turn++) {
    const time = turn * 3 * SECOND
    sea.hear(plot('radar', time, bequia), plot('radar', time + 10, neighbour))
  }
  sea.hear(report(40 * SECOND, bequia, { speed: 0, courseDeg: 0 }))
  return sea
}

describe('an identity whose echo went astray among neighbours', () => {
  it('goes to the echo where the next report is, and leaves the other none', () => {
    const sea = anchorage()
    const [first] = [...sea.shown.values()].filter(({ claim }) => claim.mmsi === 377_000_001)
    expect(distanceBetween(first!.fix!.position, bequia)).toBeLessThan(60)
    for (let turn = 0; turn < 4; turn++) {
      const time = (43 + turn * 3) * SECOND
      sea.hear(plot('radar', time, bequia), plot('radar', time + 10, neighbour))
    }
    sea.hear(report(60 * SECOND, neighbour, { speed: 0, courseDeg: 0 }))
    sea.settle(61 * SECOND)
    const named = [...sea.shown.values()].filter(({ claim }) => claim.mmsi === 377_000_001)
    expect(named).toHaveLength(1)
    expect(distanceBetween(named[0]!.fix!.position, neighbour)).toBeLessThan(60)
    expect(named[0]!.identity!.isConflicting).toBe(false)
    expect(sea.shown.size).toBe(2)
  })
})
