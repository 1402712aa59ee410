import { describe, expect, it } from 'vitest'
import { intervalOf, momentAt, type Playback } from './playback.ts'

const SPAN = { from: 1_000_000, to: 2_000_000 }
const play = (speed: number): Playback => ({ type: 'play', at: 1_500_000, speed, known: 'then', exercise: false, since: 10_000 })

describe('the moment that a replay shows', () => {
  it('runs at the speed that was asked for', () => {
    expect(momentAt(play(1), 11_000, SPAN)).toBe(1_501_000)
    expect(momentAt(play(60), 11_000, SPAN)).toBe(1_560_000)
  })

  it('runs backward, and stands still', () => {
    expect(momentAt(play(-300), 11_000, SPAN)).toBe(1_200_000)
    expect(momentAt(play(0), 99_000, SPAN)).toBe(1_500_000)
  })

  it('stops at the first and the last moment that is remembered', () => {
    expect(momentAt(play(3600), 1_000_000, SPAN)).toBe(SPAN.to)
    expect(momentAt(play(-3600), 1_000_000, SPAN)).toBe(SPAN.from)
  })

  it('does not run away when the clock is set back', () => {
    expect(momentAt(play(60), 5_000, SPAN)).toBe(1_500_000)
  })

  it('is fetched more often when time runs faster than the world', () => {
    expect(intervalOf(60)).toBeLessThan(intervalOf(1))
    expect(intervalOf(-60)).toBe(intervalOf(60))
  })
})
