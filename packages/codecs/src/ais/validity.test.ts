import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLOCK_SLACK, referenceTime, timeOfValidity } from './validity.ts'

const at = (clock: string): number => Date.parse(`2026-01-03T${clock}Z`)

describe('the time of validity of an AIS report', () => {
  it('is its second of UTC, in the minute in which it was received', () => {
    expect(timeOfValidity(7, at('12:00:09.400'))).toBe(at('12:00:07'))
  })

  it('lies in the minute before when it was received after the turn', () => {
    expect(timeOfValidity(58, at('12:00:01.200'))).toBe(at('11:59:58'))
  })

  it('may lie a little after the receipt, by a receiver whose clock is slow', () => {
    expect(timeOfValidity(3, at('11:59:59.000'))).toBe(at('12:00:03'))
    expect(timeOfValidity(5, at('11:59:59.000'))).toBe(at('11:59:05'))
  })

  it.each([60, 61, 62, 63, undefined])('is the time of receipt when the second is %s', (second) => {
    expect(timeOfValidity(second, at('12:00:09.400'))).toBe(at('12:00:09.400'))
  })

  it('has the second reported, and is less than a minute before the latest it could be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 4e12 }), (second, reference) => {
        const time = timeOfValidity(second, reference)
        expect(new Date(time).getUTCSeconds()).toBe(second)
        expect(time).toBeLessThanOrEqual(reference + CLOCK_SLACK)
        expect(time).toBeGreaterThan(reference + CLOCK_SLACK - 60_000)
      }),
    )
  })
})

describe('the clock a report is dated by', () => {
  const now = at('12:00:00')
  const hours = 3_600_000

  it('is ours when the network stated no time', () => {
    expect(referenceTime({}, now, 'stated')).toBe(now)
  })

  it('is the network’s when that is believable', () => {
    expect(referenceTime({ time: now - 23 * hours }, now, 'plausible')).toBe(now - 23 * hours)
    expect(referenceTime({ time: now + 60_000 }, now, 'plausible')).toBe(now + 60_000)
  })

  it('is ours when the network’s is days behind or ahead of ours', () => {
    expect(referenceTime({ time: now - 25 * hours }, now, 'plausible')).toBe(now)
    expect(referenceTime({ time: now + 60_001 }, now, 'plausible')).toBe(now)
  })

  it('is the network’s whatever it says, in a recording', () => {
    expect(referenceTime({ time: at('12:00:00') - 1e11 }, now, 'stated')).toBe(now - 1e11)
  })

  it('is ours on demand', () => {
    expect(referenceTime({ time: now - 1000 }, now, 'received')).toBe(now)
  })
})
