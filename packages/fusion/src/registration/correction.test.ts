import { describe, expect, it } from 'vitest'
import { chooseCorrection, isJump, UNCORRECTED } from './correction.ts'
import { NOTHING_LEARNT, type BiasEstimate } from './estimate.ts'

const known: BiasEstimate = {
  range: 0, bearingDeg: 0, time: 0, rangeVariance: 9, bearingVarianceDeg2: 0.0004, timeVariance: 0.01, spread: 64,
  vessels: 8,
}

describe('a bias', () => {
  it('is taken off when it is sure, on both axes, and what is left is its own error', () => {
    expect(chooseCorrection({ ...known, range: 60, bearingDeg: 0.01 }, UNCORRECTED)).toEqual({
      range: 60, bearingDeg: 0.01, time: 0, rangeVariance: 9, bearingVarianceDeg2: 0.0004, isApplied: true,
    })
  })

  it.each<[string, Partial<BiasEstimate>]>([
    ['is too small to matter', { range: 9, bearingDeg: 0.03, rangeVariance: 1, bearingVarianceDeg2: 1e-6 }],
    ['is not sure', { range: 60, rangeVariance: 400 }],
    ['is not learnt', NOTHING_LEARNT],
  ])('is left where it %s', (_, estimate) => {
    const correction = chooseCorrection({ ...known, ...estimate }, UNCORRECTED)
    expect(correction).toMatchObject({ range: 0, bearingDeg: 0, isApplied: false })
    expect(correction.rangeVariance).toBeLessThanOrEqual(225)
  })

  it('stays off while it is likely, so that it does not come and go', () => {
    const doubtful = { ...known, range: 30, rangeVariance: 100 }
    expect(chooseCorrection(doubtful, UNCORRECTED).isApplied).toBe(false)
    const off = chooseCorrection({ ...known, range: 60 }, UNCORRECTED)
    expect(chooseCorrection(doubtful, off).range).toBe(30)
    expect(chooseCorrection({ ...doubtful, range: 10 }, off).isApplied).toBe(false)
  })

  it('of time is taken off by itself', () => {
    const late = chooseCorrection({ ...known, time: 0.9 }, UNCORRECTED)
    expect(late).toMatchObject({ range: 0, time: 0.9, isApplied: true })
    expect(chooseCorrection({ ...known, time: 0.15 }, UNCORRECTED).time).toBe(0)
  })
})

describe('a correction', () => {
  it('jumps by a deviation of the plots, on either axis', () => {
    const noise = { rangeVariance: 900, bearingVarianceDeg2: 0.09 }
    const to = (range: number, bearingDeg: number) => isJump(UNCORRECTED, { ...UNCORRECTED, range, bearingDeg }, noise)
    expect([to(29, 0.29), to(31, 0), to(0, -0.31)]).toEqual([false, true, true])
  })
})
