import { KNOT, type Plot } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DamagedPack } from './coder.ts'
import { anyPlot } from './fixtures/any-plot.ts'
import { caribbeanPlots, danishPlots, shares } from './fixtures/recordings.ts'
import { packPlots, unpackPlots } from './plots.ts'

const HOUR = Date.UTC(2026, 10, 24, 2)

const ferry: Plot = {
  sensorId: 'ais-castries',
  time: HOUR,
  receivedAt: HOUR + 640,
  simulated: false,
  position: { lat: 7_849_274 / 600_000, lon: -36_720_592 / 600_000 },
  covariance: { ee: 900, en: 0, nn: 900 },
  speed: 12.3 * KNOT,
  courseDeg: 271.4,
  headingDeg: 270,
  claim: { mmsi: 377_123_000, station: 'class-a', navigationStatus: 0 },
}

const later = (plot: Plot, ms: number, rest: Partial<Plot> = {}): Plot =>
  ({ ...plot, time: plot.time + ms, receivedAt: plot.receivedAt + ms, ...rest })

const boat: Plot = later(ferry, 0, { claim: { mmsi: 377_000_001, station: 'class-b' } })

const byReceipt = (plots: readonly Plot[]): readonly Plot[] => plots.toSorted((a, b) => a.receivedAt - b.receivedAt)

describe('a pack of plots', () => {
  it('gives any plots back to the last bit, by time of receipt', () => {
    fc.assert(
      fc.property(fc.array(anyPlot, { maxLength: 40 }), (plots) => {
        expect(unpackPlots(packPlots(plots))).toStrictEqual(byReceipt(plots))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps the order of those that came at one time, few or many', () => {
    for (const count of [2, 3, 30, 500]) {
      const chance = shares(count)
      const together = Array.from({ length: count }, (_, n) =>
        later(ferry, 0, { time: HOUR + Math.floor(chance() * 9) * 1000, claim: { mmsi: 377_000_000 + (n % 7), name: `${n}` } }))
      expect(unpackPlots(packPlots(together))).toStrictEqual(together)
    }
  })

  it('keeps the order of a fleet whose plots come many at a time', () => {
    const chance = shares(5)
    const fleet = Array.from({ length: 600 }, (_, n) => {
      const claim = { mmsi: 377_000_000 + Math.floor(chance() * 40), station: 'class-a' as const }
      return later(ferry, Math.floor(n / 20) * 250, { claim, time: HOUR + Math.floor(n / 80) * 1000 })
    })
    expect(unpackPlots(packPlots(fleet))).toStrictEqual(fleet)
  })

  it('sorts those that came late by their time of receipt', () => {
    const plots = [later(ferry, 5000), ferry, later(boat, 2000)]
    expect(unpackPlots(packPlots(plots))).toStrictEqual([ferry, later(boat, 2000), later(ferry, 5000)])
  })

  it('may be empty', () => {
    expect(unpackPlots(packPlots([]))).toEqual([])
  })

  it('tells what was true in a time, both ends included', () => {
    const plots = Array.from({ length: 20 }, (_, n) => later(ferry, n * 10_000))
    expect(unpackPlots(packPlots(plots), HOUR + 50_000, HOUR + 70_000)).toEqual(plots.slice(5, 8))
  })

  it('is the same bytes for the same plots', () => {
    const plots = [ferry, boat, later(ferry, 10_000)]
    expect(packPlots(plots)).toEqual(packPlots(structuredClone(plots)))
  })

  it('takes a plot of a ship that lies still for next to nothing', () => {
    const anchored = Array.from({ length: 1000 }, (_, n) => later(ferry, n * 10_000))
    expect(packPlots(anchored).length / 1000).toBeLessThan(0.5)
  })
})

const denmark = danishPlots(1)
const caribbean = caribbeanPlots()

describe('recorded AIS', () => {
  it.skipIf(!denmark)('of Denmark takes less than 6 bytes a fix, each read by itself', () => {
    const bytes = packPlots(denmark!)
    expect(unpackPlots(bytes)).toStrictEqual(denmark)
    expect(bytes.length / denmark!.length).toBeLessThan(6)
  })

  it.skipIf(!denmark)('of Denmark takes less than 5 bytes a fix, read twenty times a second', () => {
    const together = danishPlots(50)!
    const bytes = packPlots(together)
    expect(unpackPlots(bytes)).toStrictEqual(together)
    expect(bytes.length / together.length).toBeLessThan(5)
  })

  it.skipIf(!caribbean)('of the Caribbean takes less than 6 bytes a fix', () => {
    const bytes = packPlots(caribbean!)
    expect(unpackPlots(bytes)).toStrictEqual(caribbean)
    expect(bytes.length / caribbean!.length).toBeLessThan(6)
  })
})

describe('a pack of plots that is damaged', () => {
  const fleet = Array.from({ length: 60 }, (_, n) => later(n % 3 === 0 ? boat : ferry, n * 3000, { speed: (n / 10) * KNOT }))
  const bytes = packPlots(fleet)

  it('gives plots, or is refused by name, and nothing else, whatever bytes changed', () => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const damaged = bytes.slice()
        for (const [at, value] of changes) damaged[at] = value
        expect(plotsOrRefusal(damaged)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('is nearly always known by its end, even without a checksum', () => {
    const refused = Array.from(bytes, (byte, at) => {
      const damaged = bytes.slice()
      damaged[at] = byte ^ 0x10
      return isRefused(damaged)
    })
    expect(refused.filter((each) => each).length).toBeGreaterThan(bytes.length * 0.95)
  })

  it('is refused when it is noise, or nothing', () => {
    expect(() => unpackPlots(new Uint8Array(0))).toThrow(DamagedPack)
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
      expect(plotsOrRefusal(noise)).toBe(true)
      expect(plotsOrRefusal(Uint8Array.of(0x11, ...noise))).toBe(true)
    }), { numRuns: 1000 })
  })
})

function plotsOrRefusal(bytes: Uint8Array): boolean {
  try {
    return Array.isArray(unpackPlots(bytes))
  } catch (error) {
    return error instanceof DamagedPack
  }
}

function isRefused(bytes: Uint8Array): boolean {
  try {
    unpackPlots(bytes)
    return false
  } catch {
    return true
  }
}

describe('packs of plots on disk', () => {
  const TINY =
    '11143ffc0440040042820021c202200000000218218252003085431efc1cfade860c88b954a254250a37fc88a89b7afaa0de61e5912c' +
    'c14407812d48f8adb50a09806e7cc5ce9090ba0f685d40989c73d401aeaf37470bcf25121b717570efb6022808362669f1cff435849f' +
    'f3c75b6a37'

  it('are read for years: these bytes of a tiny one stay what they are', () => {
    const plots = [ferry, boat, later(ferry, 10_000, { speed: 12.4 * KNOT })]
    expect(Buffer.from(packPlots(plots)).toString('hex')).toBe(TINY)
    expect(unpackPlots(Buffer.from(TINY, 'hex'))).toStrictEqual(plots)
  })
})
