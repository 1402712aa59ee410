import type { SourceHealth } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { HealthLine } from './health-line.tsx'

const NOON = Date.UTC(2026, 10, 24, 12)
const line = (health: SourceHealth) => wordsOf(render(<HealthLine health={health} now={NOON} />))

describe('the health of a sensor', () => {
  it('is told with since when and why', () => {
    expect(line({ state: 'well', since: NOON - 7_200_000, reason: 'on-time', numbers: { normal: 12 } })).toBe(
      'Well 2 h 00 It speaks at least every 12 s, as it usually does.',
    )
    expect(line({ state: 'clock-off', since: NOON, reason: 'clock-ahead', numbers: { offset: 9 } })).toBe(
      'Clock off 0 s Its clock is 9 s ahead.',
    )
  })
})
