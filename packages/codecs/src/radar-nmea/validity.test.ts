import { describe, expect, it } from 'vitest'
import { StreamClock, timeOfValidity } from './validity.ts'

const NOON = Date.UTC(2026, 10, 24, 12)
const MIDNIGHT = Date.UTC(2026, 10, 25)

describe('the time of a report', () => {
  it('is the moment near its receipt that has its time of day', () => {
    expect(timeOfValidity(43_198.5, NOON)).toBe(NOON - 1500)
    expect(timeOfValidity(43_202, NOON)).toBe(NOON + 2000)
  })

  it('may lie before a midnight that has passed, or after one that has not', () => {
    expect(timeOfValidity(86_399, MIDNIGHT + 1000)).toBe(MIDNIGHT - 1000)
    expect(timeOfValidity(1, MIDNIGHT - 1000)).toBe(MIDNIGHT + 1000)
  })

  it('is that of its receipt when it has none, or its clock is not set', () => {
    expect(timeOfValidity(undefined, NOON)).toBe(NOON)
    expect(timeOfValidity(0, NOON)).toBe(NOON)
    expect(timeOfValidity(43_200 - 61, NOON)).toBe(NOON)
    expect(timeOfValidity(43_200 + 6, NOON)).toBe(NOON)
    // Four hours off: a radar set to the time of the islands.
    expect(timeOfValidity(43_200 - 4 * 3600, NOON)).toBe(NOON)
  })
})

describe('the clock of a live stream', () => {
  const clock = new StreamClock('plausible')

  it('is ours, or that of the network while that is believable', () => {
    expect(clock.referenceTime({}, NOON)).toBe(NOON)
    expect(clock.referenceTime({ time: NOON - 3000 }, NOON)).toBe(NOON - 3000)
    expect(clock.referenceTime({ time: NOON - 2 * 86_400_000 }, NOON)).toBe(NOON)
    expect(clock.referenceTime({ time: NOON + 61_000 }, NOON)).toBe(NOON)
  })

  it('does not heed the date of instruments', () => {
    clock.take({ sentence: 'ZDA', talker: 'GP', time: 0, day: 6, month: 1, year: 1980 })
    expect(clock.referenceTime({}, NOON)).toBe(NOON)
  })
})

describe('the clock of a recording', () => {
  it('is that of the network, else the last date and time in it', () => {
    const clock = new StreamClock('stated')
    expect(clock.referenceTime({}, NOON)).toBe(NOON)
    clock.take({ sentence: 'RMC', talker: 'GP', time: 49_561, date: '2015-07-27' })
    expect(clock.referenceTime({}, NOON)).toBe(Date.UTC(2015, 6, 27, 13, 46, 1))
    clock.take({ sentence: 'ZDA', talker: 'GP', time: 49_562, day: 27, month: 7, year: 2015 })
    expect(clock.referenceTime({}, NOON)).toBe(Date.UTC(2015, 6, 27, 13, 46, 2))
    expect(clock.referenceTime({ time: 5 }, NOON)).toBe(5)
  })

  it('goes on when a sentence does not know the time', () => {
    const clock = new StreamClock('stated')
    clock.take({ sentence: 'ZDA', talker: 'GP', time: 49_562, day: 27, month: 7, year: 2015 })
    clock.take({ sentence: 'ZDA', talker: 'GP', day: 28, month: 7, year: 2015 })
    clock.take({ sentence: 'RMC', talker: 'GP', time: 1 })
    expect(clock.referenceTime({}, NOON)).toBe(Date.UTC(2015, 6, 27, 13, 46, 2))
  })
})
