import { describe, expect, it } from 'vitest'
import type { Place } from '../polar.ts'
import { SITE } from './fixtures/heard.ts'
import { moved } from './plane.ts'
import type { Sighting } from './sighting.ts'
import { TargetNumbers } from './target-numbers.ts'

const seen = (number = 7, rank = 3, seconds?: number): Sighting => ({
  number, rank, status: 'tracked', ...(seconds !== undefined && { seconds }),
})

/** So many metres east of the site, known to 30 m. */
const at = (east: number): Place => ({
  position: moved(SITE, { east, north: 0 }),
  covariance: { ee: 900, en: 0, nn: 900 },
})

/** Takes a look at the seconds given. */
const look = (numbers: TargetNumbers, second: number, east = 0, sighting = seen(), source?: string) =>
  numbers.take(sighting, source, at(east), second * 1000, second * 1000)

describe('a target number', () => {
  it('stands for one object while the radar follows it', () => {
    const numbers = new TargetNumbers()
    expect([0, 3, 6, 9].map((second) => look(numbers, second, second * 20))).toEqual(['7.1', '7.1', '7.1', '7.1'])
  })

  it('stands for another after the radar has lost it', () => {
    const numbers = new TargetNumbers()
    look(numbers, 0)
    numbers.lose(7, undefined)
    expect(look(numbers, 3)).toBe('7.2')
    expect(look(numbers, 6)).toBe('7.2')
    numbers.lose(7, undefined)
    numbers.lose(7, undefined)
    expect(look(numbers, 9)).toBe('7.3')
  })

  it('stands for another when it is somewhere that nothing moves to so fast', () => {
    const numbers = new TargetNumbers()
    look(numbers, 0)
    expect(look(numbers, 3, 180)).toBe('7.1')
    expect(look(numbers, 6, 1500)).toBe('7.2')
  })

  it('stands for another after a minute of silence, and not after half of one', () => {
    const numbers = new TargetNumbers()
    look(numbers, 0)
    expect(look(numbers, 30)).toBe('7.1')
    expect(look(numbers, 91)).toBe('7.2')
  })

  it('is told apart by the name of the radar in its network', () => {
    const numbers = new TargetNumbers()
    expect(look(numbers, 0, 0, seen(), 'RA0001')).toBe('RA0001/7.1')
    expect(look(numbers, 0, 5000, seen(), 'RA0002')).toBe('RA0002/7.1')
    numbers.lose(7, 'RA0001')
    expect(look(numbers, 3, 5000, seen(), 'RA0002')).toBe('RA0002/7.1')
    expect(look(numbers, 3, 0, seen(), 'RA0001')).toBe('RA0001/7.2')
  })

  it('that was never seen can be lost', () => {
    const numbers = new TargetNumbers()
    numbers.lose(7, undefined)
    expect(look(numbers, 0)).toBe('7.1')
  })

  it('is forgotten when a stranger invents thousands', () => {
    const numbers = new TargetNumbers()
    look(numbers, 0)
    numbers.lose(7, undefined)
    for (let source = 0; source < 5000; source++) look(numbers, 1, 0, seen(), `S${source}`)
    expect(look(numbers, 2)).toBe('7.1')
  })
})

describe('one look at a target', () => {
  it('is told once, by the better sentence from the second on', () => {
    const numbers = new TargetNumbers()
    expect(look(numbers, 0, 0, seen(7, 1, 0))).toBe('7.1')
    expect(look(numbers, 0.1, 4, seen(7, 3, 0))).toBeUndefined()
    expect(look(numbers, 3, 0, seen(7, 1, 3))).toBeUndefined()
    expect(look(numbers, 3.1, 4, seen(7, 3, 3))).toBe('7.1')
  })

  it('is told once where no time is stated', () => {
    const numbers = new TargetNumbers()
    expect(look(numbers, 0, 0, seen(7, 1))).toBe('7.1')
    expect(look(numbers, 0.1, 0, seen(7, 2))).toBeUndefined()
    expect(look(numbers, 3, 0, seen(7, 1))).toBeUndefined()
    expect(look(numbers, 3.1, 0, seen(7, 2))).toBe('7.1')
  })

  it('is told by the other sentence again when the better one falls silent', () => {
    const numbers = new TargetNumbers()
    look(numbers, 0, 0, seen(7, 3, 0))
    expect(look(numbers, 9, 0, seen(7, 1, 9))).toBeUndefined()
    expect(look(numbers, 12, 0, seen(7, 1, 12))).toBe('7.1')
  })

  it('is not told twice when the radar repeats itself between two turns', () => {
    const numbers = new TargetNumbers()
    expect(look(numbers, 0, 0, seen(7, 3, 0))).toBe('7.1')
    expect(look(numbers, 1, 0, seen(7, 3, 0))).toBeUndefined()
    expect(look(numbers, 2, 5, seen(7, 3, 2))).toBe('7.1')
  })

  it('is told although the clock of the radar stands still', () => {
    const numbers = new TargetNumbers()
    const told = [0, 3, 6, 9].map((second) => look(numbers, second, second, seen(7, 3, 0)))
    expect(told).toEqual(['7.1', '7.1', '7.1', '7.1'])
    const still = [12, 15, 18, 21, 24].map((second) => look(numbers, second, 9, seen(7, 3, 0)))
    expect(still.filter((each) => each !== undefined).length).toBeGreaterThan(0)
  })
})
