import { describe, expect, it } from 'vitest'
import { purity, unknownPlot } from './purity.ts'

/** Plots 0 to 9: AIS of A, four of radar of A, two of B, a return that both share, clutter, AIS of a false position. */
const origin = ['A', 'A', 'A', 'A', 'A', 'B', 'B', 'A+B', null, 'ghost:A'].map((o, p) => ({ p, o }))
const plots = origin.map(({ p }) => ({ p, k: p === 0 || p === 9 ? 'ais' : 'radar' }))
const of = (tracks: Record<string, readonly number[]>) =>
  purity({ lines: Object.entries(tracks).flatMap(([id, taken]) => taken.map((p) => ({ p, id }))), origin, plots })

describe('purity', () => {
  it('is whole where each track has the plots of one object', () => {
    expect(of({ a: [0, 1, 2, 3, 4], b: [5, 6] })).toEqual({ purity: 1, aisRadarPurity: 1, radarUsed: 6 / 7 })
  })

  it('counts a shared return as right for either', () => {
    expect(of({ a: [1, 7], b: [5, 6, 7] })).toMatchObject({ purity: 1 })
  })

  it('counts clutter, and the plots of whoever has fewer, as wrong', () => {
    expect(of({ a: [1, 2, 5, 8] })).toMatchObject({ purity: 0.5, radarUsed: 3 / 7 })
  })

  it('counts every plot of a track of clutter as wrong', () => {
    expect(of({ c: [8] })).toEqual({ purity: 0, aisRadarPurity: undefined, radarUsed: 0 })
  })

  it('of AIS with radar asks whose AIS it is, and finds no radar right on a false position', () => {
    expect(of({ a: [0, 1, 5, 6] })).toMatchObject({ purity: 0.5, aisRadarPurity: 1 / 3 })
    expect(of({ ghost: [9, 1] })).toMatchObject({ aisRadarPurity: 0 })
    // Of two vessels heard equally often it is the one that was heard first.
    expect(of({ both: [0, 9, 1] })).toMatchObject({ aisRadarPurity: 1 })
    expect(of({ both: [9, 0, 1] })).toMatchObject({ aisRadarPurity: 0 })
    expect(of({ radar: [1, 2] })).toMatchObject({ aisRadarPurity: undefined })
  })

  it('of nothing is nothing', () => {
    expect(purity({ lines: [], origin: [], plots: [] })).toEqual({ purity: 0, aisRadarPurity: undefined, radarUsed: 0 })
  })
})

describe('a plot that is not there', () => {
  it('is named, whether its origin is not known or it never arrived', () => {
    expect(unknownPlot({ lines: [{ p: 3, id: 1 }], origin, plots })).toBeUndefined()
    expect(
      unknownPlot({
        lines: [
          { p: 3, id: 1 },
          { p: 10, id: 1 },
        ],
        origin,
        plots,
      }),
    ).toBe(10)
    expect(unknownPlot({ lines: [], origin, plots: plots.slice(1) })).toBe(0)
  })
})
