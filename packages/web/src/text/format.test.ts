import { knotsToMps } from '@csii/model'
import { describe, expect, it } from 'vitest'
import {
  ABSENT,
  formatAge,
  formatDirection,
  formatDistance,
  formatLatitude,
  formatLocal,
  formatLongitude,
  formatMiles,
  formatSpeed,
  formatProbability,
  formatUtc,
} from './format.ts'

describe('a position', () => {
  it('reads in degrees and minutes, each side of the equator and of Greenwich', () => {
    expect(formatLatitude(13.1567)).toBe('13°09.402′N')
    expect(formatLatitude(-0.5)).toBe('00°30.000′S')
    expect(formatLongitude(-61.2375)).toBe('061°14.250′W')
    expect(formatLongitude(179.99)).toBe('179°59.400′E')
  })

  it('never shows sixty minutes', () => {
    expect(formatLatitude(12.999_999_9)).toBe('13°00.000′N')
  })
})

describe('a speed', () => {
  it('reads in knots', () => {
    expect(formatSpeed(knotsToMps(13.44))).toBe('13.4')
    expect(formatSpeed(0)).toBe('0.0')
  })

  it('that was not stated is a dash, not zero', () => {
    expect(formatSpeed(undefined)).toBe(ABSENT)
  })
})

describe('a direction', () => {
  it('has three digits', () => {
    expect([7, 90.4, 214.6].map(formatDirection)).toEqual(['007°', '090°', '215°'])
  })

  it('never reads 360', () => {
    expect(formatDirection(359.7)).toBe('000°')
    expect(formatDirection(-10)).toBe('350°')
  })

  it('that was not stated is a dash', () => {
    expect(formatDirection(undefined)).toBe(ABSENT)
  })
})

describe('a distance', () => {
  it('is metres close by and miles farther off', () => {
    expect([15.4, 185, 1852, 18_520 * 2.04].map(formatDistance)).toEqual(['15 m', '185 m', '1.0 nm', '20 nm'])
  })
})

describe('a distance in a column of miles', () => {
  it('names no unit, and a decimal only where it matters', () => {
    expect([0, 926, 18_520 * 2.04].map(formatMiles)).toEqual(['0.0', '0.5', '20'])
  })
})

describe('an age', () => {
  it('is told in the largest unit that says something', () => {
    const seconds = [0, 59, 60, 3599, 3600, 3600 * 47 + 300, 3600 * 49]
    expect(seconds.map((s) => formatAge(s * 1000))).toEqual([
      '0 s',
      '59 s',
      '1 min',
      '59 min',
      '1 h 00',
      '47 h 05',
      '2 d',
    ])
  })

  it('is never negative, whatever the clocks say', () => {
    expect(formatAge(-4000)).toBe('0 s')
  })
})

describe('a time of day', () => {
  it('reads in UTC to the second', () => {
    expect(formatUtc(Date.UTC(2026, 10, 3, 3, 5, 9))).toBe('03:05:09')
  })

  it('reads where the reader sits to the minute', () => {
    const local = new Date(2026, 10, 3, 3, 5, 9)
    expect(formatLocal(local.getTime())).toBe('03:05')
  })
})

describe('a probability', () => {
  it('has two decimals, and is never none or all', () => {
    expect([0.5, 0.9721, 1, 0, undefined].map(formatProbability)).toEqual(['0.50', '0.97', '0.99', '0.01', '–'])
  })
})
