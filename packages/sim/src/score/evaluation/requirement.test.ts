import { describe, expect, it } from 'vitest'
import { judged, mean, percentile95, rootMeanSquare, share, type Figure } from './requirement.ts'

const figure: Figure = { group: 'detection', name: 'a share', unit: 'share', samples: 1000, value: 0.97 }
const verdict = (fields: Partial<Figure>) => judged({ ...figure, ...fields }).judgements[0]

describe('a figure', () => {
  it('passes at its limit and fails beyond, on either side', () => {
    const atLeast = [{ standard: 'ED-142 TMA', bound: 'at least', limit: 0.97 }] as const
    const atMost = [{ standard: 'COMPASS', bound: 'at most', limit: 0.03 }] as const
    expect(verdict({ thresholds: atLeast })).toEqual({ ...atLeast[0], verdict: 'pass' })
    expect(verdict({ thresholds: atLeast, value: 0.9699 })).toEqual({ ...atLeast[0], verdict: 'fail' })
    expect(verdict({ thresholds: atMost, value: 0.03 })).toMatchObject({ verdict: 'pass' })
    expect(verdict({ thresholds: atMost, value: 0.0301 })).toMatchObject({ verdict: 'fail' })
  })

  it('is judged by each standard', () => {
    const thresholds = [
      { standard: 'ED-142 TMA', bound: 'at least', limit: 0.99 },
      { standard: 'COMPASS', bound: 'at least', limit: 0.9 },
    ] as const
    expect(judged({ ...figure, thresholds }).judgements.map((each) => each.verdict)).toEqual(['fail', 'pass'])
    expect(judged(figure)).toEqual({ ...figure, judgements: [] })
  })

  it('is not judged where the standard cannot be asked, or nothing was measured', () => {
    const threshold = { standard: 'ED-87E', bound: 'at most', limit: 0.001 } as const
    expect(verdict({ thresholds: [{ ...threshold, notHere: 'too coarse' }] })).toMatchObject({
      verdict: 'not applicable',
      because: 'too coarse',
    })
    expect(judged({ ...figure, value: undefined, thresholds: [threshold] }).judgements[0]).toMatchObject({
      because: 'nothing to measure',
    })
  })

  it('passes with a word of caution where so few samples could not have failed', () => {
    const thresholds = [{ standard: 'ED-87E', bound: 'at most', limit: 1e-4 }] as const
    expect(verdict({ thresholds, value: 0 })).toMatchObject({
      verdict: 'pass',
      because: '1000 samples are too few to show it',
    })
    expect(verdict({ thresholds, value: 0, samples: 30_000 })).not.toHaveProperty('because')
    expect(
      verdict({ thresholds: [{ ...thresholds[0], limit: 150 }], unit: 'm', value: 20, samples: 5 }),
    ).not.toHaveProperty('because')
    expect(verdict({ thresholds, value: 0.01 })).toEqual({ ...thresholds[0], verdict: 'fail' })
  })
})

describe('a summary of errors', () => {
  it('is their mean, root mean square and the value that 95 of 100 do not exceed', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(mean(values)).toBe(50.5)
    expect(rootMeanSquare([3, -4, 5, 0])).toBeCloseTo(Math.sqrt(12.5), 12)
    expect(percentile95(values)).toBe(95)
    expect(percentile95([7])).toBe(7)
  })

  it('is nothing where there are none', () => {
    expect([mean([]), rootMeanSquare([]), percentile95([]), share(0, 0)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
