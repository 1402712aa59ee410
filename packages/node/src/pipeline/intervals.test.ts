import { describe, expect, it } from 'vitest'
import { createIntervals, SHORTEST_NORMAL } from './intervals.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** What is learned of messages with these silences between them. */
function heard(silences: readonly number[], intervals = createIntervals(), from = 0) {
  let now = from
  intervals.note(now)
  for (const silence of silences) intervals.note((now += silence))
  return intervals
}
const times = (count: number, silence: number) => Array<number>(count).fill(silence)

describe('the normal interval of a sensor', () => {
  it('is not known at once', () => {
    expect(createIntervals().normal).toBeUndefined()
    expect(heard(times(9, MINUTE / 2)).normal).toBeUndefined()
    expect(heard(times(50, SECOND / 2)).normal).toBeUndefined()
  })

  it.each([
    ['ten a second', 1000, SECOND / 10, SHORTEST_NORMAL],
    ['every twelve seconds', 40, 12 * SECOND, 12 * SECOND],
    ['every six minutes', 6, 6 * MINUTE, 6 * MINUTE],
    ['every hour', 3, HOUR, HOUR],
    ['every day', 3, 24 * HOUR, 24 * HOUR],
  ])('of messages that come %s is that, to a tenth', (_how, count, silence, normal) => {
    const learned = heard(times(count, silence)).normal!
    expect(learned).toBeGreaterThanOrEqual(normal)
    expect(learned).toBeLessThan(normal * 1.1)
  })

  it('of fifty messages sent together every hour is an hour', () => {
    const bursts = Array.from({ length: 24 }, () => [...times(49, 20), HOUR - 980]).flat()
    const learned = heard(bursts).normal!
    expect(learned).toBeGreaterThan(0.99 * HOUR)
    expect(learned).toBeLessThan(1.1 * HOUR)
  })

  it('of messages that come by chance is between six and eight times their mean silence', () => {
    // The quantiles of the exponential distribution, in an order that mixes them: 7919 is prime.
    const silences = Array.from(
      { length: 20_000 },
      (_, n) => -10 * SECOND * Math.log(1 - (((n * 7919) % 20_000) + 0.5) / 20_000),
    )
    const learned = heard(silences).normal!
    expect(learned).toBeGreaterThan(60 * SECOND)
    expect(learned).toBeLessThan(80 * SECOND)
  })

  it('does not grow by an outage of hours', () => {
    expect(heard([...times(5000, 4 * SECOND), 2 * HOUR, ...times(10, 4 * SECOND)]).normal).toBe(
      heard(times(5000, 4 * SECOND)).normal,
    )
  })

  it('grows when long silences become the habit, as at night', () => {
    const night = heard([...times(5000, 4 * SECOND), ...times(60, MINUTE)])
    expect(night.normal!).toBeGreaterThanOrEqual(MINUTE)
  })

  it('is not taken from the burst with which a slow sensor begins', () => {
    expect(heard([...times(11, 100), 6 * MINUTE, ...times(11, 100), 6 * MINUTE]).normal!).toBeGreaterThanOrEqual(
      6 * MINUTE,
    )
  })

  it('survives a restart', () => {
    const before = heard(times(40, 12 * SECOND))
    const after = createIntervals(JSON.parse(JSON.stringify(before.save())))
    expect(after.normal).toBe(before.normal)
    expect(heard(times(5, 12 * SECOND), after, 9 * HOUR).normal).toBe(before.normal)
  })

  it('forgets: after two months of one a minute, ten minutes are no longer normal', () => {
    const slow = heard(times(144, 10 * MINUTE))
    expect(slow.normal!).toBeGreaterThan(9 * MINUTE)
    expect(heard(times(60 * 24 * 60, MINUTE), slow, 24 * HOUR).normal!).toBeLessThan(2 * MINUTE)
  })

  it('is not upset by a clock that is set back', () => {
    const intervals = heard(times(40, 12 * SECOND), createIntervals(), 100 * HOUR)
    const { normal } = intervals
    heard(times(3, 12 * SECOND), intervals, 0)
    expect(intervals.normal).toBe(normal)
  })
})
