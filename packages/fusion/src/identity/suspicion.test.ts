import { describe, expect, it } from 'vitest'
import { HOUR, off, plot, report, watch, type Watch } from '../fixtures/watch.ts'

/** Vessels that radar and AIS both tell of, so that the radar shows what it sees; and one that only AIS tells of. */
function go(
  sea: Watch, fromTurn: number, toTurn: number,
  liar: ((turn: number) => { metres: number; bearing: number }) | undefined, sensorId = 'radar',
) {
  for (let turn = fromTurn; turn < toTurn; turn++) {
    const time = turn * 3000
    for (const side of [45, 135, 225]) {
      sea.hear(plot(sensorId, time, off(2000, side)))
      if (turn % 3 === 0) {
        sea.hear(report(time + 500 + side, off(2000, side), { speed: 0, courseDeg: 0, claim: { mmsi: side } }))
      }
    }
    const at = liar?.(turn)
    if (at && turn % 3 === 1) {
      sea.hear(report(time + 1000, off(at.metres, at.bearing), { courseDeg: 90, claim: { mmsi: 999 } }))
    }
  }
  sea.settle(toTurn * 3000)
}
const liarOf = (sea: Watch) => [...sea.shown.values()].filter(({ claim }) => claim.mmsi === 999)

describe('a position that a vessel states', () => {
  it('is suspect where a radar looks again and again and sees nothing', () => {
    const sea = watch()
    go(sea, 0, 20, (turn) => ({ metres: 100 + turn * 15, bearing: 90 }))
    const [liar] = liarOf(sea)
    expect(liar!.suspicion).toMatchObject({ reason: 'no-echo' })
    expect(liar!.suspicion!.probability).toBeGreaterThan(0.2)
  })

  it('is not suspect where the radar sees the vessel', () => {
    const sea = watch()
    go(sea, 0, 40, undefined)
    expect([...sea.shown.values()].filter(({ suspicion }) => suspicion)).toEqual([])
    expect(sea.shown.size).toBe(3)
  })

  it('is not suspect beyond what the radar covers', () => {
    const sea = watch()
    go(sea, 0, 40, (turn) => ({ metres: 40_000 + turn * 15, bearing: 90 }))
    expect(liarOf(sea)).toHaveLength(1)
    expect(liarOf(sea)[0]!.suspicion).toBeUndefined()
  })

  it('is not suspect where no radar looks', () => {
    const sea = watch()
    go(sea, 0, 40, (turn) => ({ metres: 100 + turn * 15, bearing: 90 }), 'sentinel')
    expect(liarOf(sea)[0]!.suspicion).toBeUndefined()
  })

  it('is surely suspect where the identity came in a move that no vessel makes, and its echo stayed', () => {
    const sea = watch()
    const along = (turn: number) => ({ metres: 500 + turn * 15, bearing: 90 })
    for (let turn = 0; turn < 40; turn++) {
      go(sea, turn, turn + 1, turn < 20 ? along : () => ({ metres: 6000, bearing: 0 }))
      sea.hear(plot('radar', turn * 3000 + 2000, off(along(turn).metres)))
    }
    sea.settle(120_000)
    const suspect = liarOf(sea).filter(({ suspicion }) => suspicion)
    expect(suspect).toHaveLength(1)
    expect(suspect[0]!.suspicion).toMatchObject({ reason: 'left-its-echo' })
    expect(suspect[0]!.suspicion!.probability).toBeGreaterThan(0.9)
    expect(suspect[0]!.identity!.probability).toBeLessThan(0.1)
  })

  it('keeps since when it is suspect', () => {
    const sea = watch()
    const still = () => ({ metres: 500, bearing: 90 })
    go(sea, 0, 30, still)
    const { since } = liarOf(sea)[0]!.suspicion!
    go(sea, 30, 60, still)
    expect(liarOf(sea)[0]!.suspicion!.since).toBe(since)
    expect(since).toBeLessThan(90_000)
  })

  it('is no reason to suspect it that its identity moved an hour ago', () => {
    const sea = watch()
    sea.hear(report(0, off(80_000), { claim: { mmsi: 999 } }), report(1000, off(90_000, 0), { claim: { mmsi: 999 } }))
    sea.tracker.forget(2 * HOUR)
    const from = (2 * HOUR) / 3000
    go(sea, from, from + 6, () => ({ metres: 500, bearing: 90 }))
    expect(liarOf(sea)[0]!.suspicion?.reason).not.toBe('impossible-move')
  })
})
