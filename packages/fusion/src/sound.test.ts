import type { Plot } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { bequia, off, plot, report, watch } from './fixtures/watch.ts'
import { soundCovariance, soundPlot } from './sound.ts'

const polar = { from: off(8000), range: 8000, bearingDeg: 270, rangeSigma: 10, bearingSigmaDeg: 0.2 }

describe('a plot', () => {
  it('is taken as it is where all its numbers can be', () => {
    const usual = plot('radar', 0, bequia, { polar, speed: 5, courseDeg: 90, headingDeg: 91, altitude: 3 })
    expect(soundPlot(usual)).toBe(usual)
  })

  it.each([
    ['nowhere', { position: { lat: NaN, lon: 0 } }], ['infinitely far', { position: { lat: 0, lon: Infinity } }],
    ['beyond the pole', { position: { lat: 90.1, lon: 0 } }], ['round the earth again', { position: { lat: 0, lon: 181 } }],
    ['of no time', { time: NaN }], ['of the end of time', { time: Infinity }], ['of last year', { time: -365 * 86_400_000 }],
    ['known to no metre', { covariance: { ee: Infinity, en: 0, nn: 1 } }], ['less than sure', { covariance: { ee: -1, en: 0, nn: 1 } }],
    ['of an error that is no number', { covariance: { ee: 1, en: NaN, nn: 1 } }],
  ] satisfies [string, Partial<Plot>][])('is refused when it is %s', (_, wrong) => {
    expect(soundPlot({ ...plot('radar', 0, bequia), ...wrong })).toBeUndefined()
  })

  it.each(['speed', 'courseDeg', 'headingDeg', 'altitude'] as const)('is taken without its %s where that cannot be', (field) => {
    const { [field]: _, ...rest } = report(0, bequia, { courseDeg: 90, headingDeg: 90, altitude: 3 })
    expect(soundPlot({ ...rest, [field]: NaN })).toEqual(rest)
    expect(soundPlot({ ...rest, [field]: -Infinity })).toEqual(rest)
  })

  it.each(['range', 'bearingDeg', 'rangeSigma', 'bearingSigmaDeg'] as const)('is taken as a place alone where its %s cannot be', (field) => {
    expect(soundPlot(plot('radar', 0, bequia, { polar: { ...polar, [field]: Infinity } }))).toEqual(plot('radar', 0, bequia))
    expect(soundPlot(plot('radar', 0, bequia, { polar: { ...polar, [field]: NaN } }))).toEqual(plot('radar', 0, bequia))
  })
})

describe('a covariance', () => {
  it('that is no surer in any direction than a sensor can be stays', () => {
    const far = { ee: 1_000_100, en: 999_900, nn: 1_000_100 }
    expect(soundCovariance(far)).toBe(far)
  })

  it.each([
    { ee: 0, en: 0, nn: 0 }, { ee: 100, en: 500, nn: 100 }, { ee: 100, en: -100, nn: 100 }, { ee: 1e-300, en: 0, nn: 1e12 },
  ])('of $ee, $en, $nn becomes positive definite', (wrong) => {
    const { ee, en, nn } = soundCovariance(wrong)!
    expect(ee * nn - en * en).toBeGreaterThan(0.03 * Math.max(ee, nn))
    expect(Math.sign(en) * Math.sign(wrong.en)).not.toBe(-1)
  })
})

describe('the tracker', () => {
  it('comes back from a plot that is infinitely far away', () => {
    const sea = watch()
    for (let turn = 0; turn < 5; turn++) sea.hear(plot('radar', turn * 3000, off(turn * 15)), plot('radar', turn * 3000, { lat: Infinity, lon: 0 }))
    sea.settle(15_000)
    expect(sea.shown.size).toBe(1)
  })

  it('follows a vessel whose every report claims to be without error, at one time', () => {
    const sea = watch()
    for (let n = 0; n < 20; n++) sea.hear(report(3000, off(n), { receivedAt: 3000 + n, covariance: { ee: 0, en: 0, nn: 0 } }))
    for (const { fix } of sea.shown.values()) expect(fix!.covariance.ee * fix!.covariance.nn).toBeGreaterThan(0)
  })

  it('shows what is at a pole on earth', () => {
    const sea = watch()
    for (let n = 0; n < 20; n++) sea.hear(report(3000 * n, { lat: 90 - n * 1e-5, lon: 180 - n }))
    const { lat, lon } = sea.only().fix!.position
    expect(Math.abs(lat)).toBeLessThanOrEqual(90)
    expect(Math.abs(lon)).toBeLessThanOrEqual(180)
  })
})

describe('a plot that is in no track', () => {
  it('is counted, where its numbers cannot be and where one sensor told more than can be heard', () => {
    const { tracker } = watch()
    tracker.plot(plot('radar', 0, { lat: 200, lon: 0 }))
    expect(tracker.refused('radar')).toBe(1)
    for (let second = 0; second < 3; second++) {
      for (let each = 0; each < 12_000; each++) tracker.plot(plot('radar', second * 1000, off(100 + (each % 50))))
    }
    tracker.advance(3000)
    expect(tracker.refused('radar')).toBeGreaterThan(10_000)
    expect(tracker.refused('other-radar')).toBe(0)
  })
})
