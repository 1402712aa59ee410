import { geodesicBetween, geodesicFrom } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { off, plot, report, site, watch } from '../fixtures/watch.ts'

/** Vessels that report, and a radar that is told to stand so far from where it does. */
function seaWith(wrongBy: number, seen = 8, told = 8) {
  const sea = watch()
  const from = geodesicFrom(site, 45, wrongBy)
  for (let time = 0; time < 300; time += 3) {
    for (let vessel = 0; vessel < 8; vessel++) {
      const place = off(1000 + vessel * 1500 + 4 * time, 60 + vessel * 10)
      const { bearingDeg, distance } = geodesicBetween(site, place)
      if (vessel < seen) {
        sea.hear(plot('radar', time * 1000, geodesicFrom(from, bearingDeg, distance), { polar: { from, range: distance, bearingDeg, rangeSigma: 20, bearingSigmaDeg: 0.3 } }))
      }
      if (vessel < told && time % 6 === 0) sea.hear(report(time * 1000, place, { courseDeg: 60 + vessel * 10, speed: 4, claim: { mmsi: 20 + vessel } }))
    }
  }
  const views = [...sea.shown.values()]
  return { suspect: views.filter(({ suspicion }) => suspicion).length, dark: views.filter(({ darkness }) => (darkness?.probability ?? 0) > 0.5).length }
}

describe('a radar', () => {
  it('that is told to stand five kilometres from where it does accuses nobody', () => {
    expect(seaWith(5000)).toEqual({ suspect: 0, dark: 0 })
  })

  it('that stands where it is told to, finds those dark that say nothing', () => {
    expect(seaWith(0, 8, 5)).toEqual({ suspect: 0, dark: 3 })
  })

  it('that sees nothing at all where a whole fleet claims to be, finds it suspect', () => {
    expect(seaWith(0, 1, 8).suspect).toBe(7)
  })
})
