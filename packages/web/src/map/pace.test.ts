import { describe, expect, it } from 'vitest'
import { paced, restBetween } from './pace.ts'

/** A clock that the test sets, and that keeps what is to be done later; a drawing lasts until the test ends it. */
function setting(rest = 200) {
  let time = 1000
  let waits: { at: number; run: () => void }[] = []
  const drawings: (() => void)[] = []
  const ports = {
    now: () => time,
    later: (run: () => void, ms: number) => void waits.push({ at: time + ms, run }),
  }
  const ask = paced((done) => void drawings.push(done), () => rest, ports)
  return {
    ask,
    drawings,
    goTo(next: number) {
      time = next
      const due = waits.filter(({ at }) => at <= next)
      waits = waits.filter(({ at }) => at > next)
      for (const { run } of due) run()
    },
  }
}

describe('the drawing of the map', () => {
  it('follows the first frame at once', () => {
    const { ask, drawings } = setting()
    ask()
    expect(drawings).toHaveLength(1)
  })

  it('rests after a drawing was seen, and then draws once for all frames that came meanwhile', () => {
    const { ask, drawings, goTo } = setting()
    ask()
    drawings[0]!()
    goTo(1100)
    ask()
    ask()
    expect(drawings).toHaveLength(1)
    goTo(1200)
    expect(drawings).toHaveLength(2)
  })

  it('never begins before the last one was seen', () => {
    const { ask, drawings, goTo } = setting()
    ask()
    goTo(2000)
    ask()
    goTo(3000)
    expect(drawings).toHaveLength(1)
    drawings[0]!()
    goTo(3200)
    expect(drawings).toHaveLength(2)
  })

  it('goes on without the last one when that is not seen for long', () => {
    const { ask, drawings, goTo } = setting()
    ask()
    goTo(2000)
    ask()
    goTo(6000)
    expect(drawings).toHaveLength(2)
    drawings[0]!()
    goTo(6300)
    ask()
    expect(drawings).toHaveLength(2)
  })

  it('follows at once again when nothing came for a while', () => {
    const { ask, drawings, goTo } = setting()
    ask()
    drawings[0]!()
    goTo(5000)
    ask()
    expect(drawings).toHaveLength(2)
  })

  it('rests longer the more tracks there are, within reason', () => {
    expect([400, 2500, 10_000, 50_000].map(restBetween)).toEqual([60, 250, 1000, 3000])
  })
})
