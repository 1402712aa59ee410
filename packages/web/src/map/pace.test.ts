import { describe, expect, it } from 'vitest'
import { paced, restBetween } from './pace.ts'

/** A clock that the test sets, and that keeps what is to be done later. */
function clock() {
  let time = 1000
  const waits: { at: number; run: () => void }[] = []
  return {
    now: () => time,
    later: (run: () => void, ms: number) => void waits.push({ at: time + ms, run }),
    goTo(next: number) {
      time = next
      for (const { run } of waits.splice(0).filter(({ at }) => at <= next)) run()
    },
  }
}

describe('the drawing of the map', () => {
  it('follows the first frame at once', () => {
    let drawn = 0
    paced(() => (drawn += 1), () => 500, clock())()
    expect(drawn).toBe(1)
  })

  it('rests after a drawing, and then draws once for all frames that came meanwhile', () => {
    let drawn = 0
    const time = clock()
    const ask = paced(() => (drawn += 1), () => 500, time)
    ask()
    time.goTo(1200)
    ask()
    ask()
    expect(drawn).toBe(1)
    time.goTo(1500)
    expect(drawn).toBe(2)
  })

  it('follows at once again when nothing came for a while', () => {
    let drawn = 0
    const time = clock()
    const ask = paced(() => (drawn += 1), () => 500, time)
    ask()
    time.goTo(5000)
    ask()
    expect(drawn).toBe(2)
  })

  it('rests longer the more tracks there are, within reason', () => {
    expect([400, 2500, 10_000, 50_000].map(restBetween)).toEqual([500, 500, 2000, 3000])
  })
})
