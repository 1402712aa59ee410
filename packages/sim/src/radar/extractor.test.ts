import { describe, expect, it } from 'vitest'
import { Extractor } from './extractor.ts'
import type { Echo } from './scan.ts'

const TURN = 4_000
/** A vessel ten kilometres to the north that goes east at ten metres a second. */
const echo = (scan: number, key = 1): Echo => ({
  t: scan * TURN, slantRange: 10_000, azimuthDeg: 0.23 * scan, strength: 20, cause: { key, speed: 10, courseDeg: 90 },
})
const clutter: Echo = { t: 100, slantRange: 700, azimuthDeg: 9, strength: 14 }

/** The last scan's answer when the vessel was seen or not, scan by scan. */
function follow(seen: string, extractor = new Extractor(TURN)) {
  return [...seen].map((letter, scan) => extractor.follow(letter === 'x' ? [echo(scan)] : []))
}

describe('a radar that follows its plots', () => {
  it('numbers a vessel in the third scan that sees her, and keeps the number', () => {
    const numbers = follow('xxxxx').map(([report]) => report?.track?.number)
    expect(numbers).toEqual([undefined, undefined, 1, 1, 1])
  })

  it('states about the speed and course that she has', () => {
    const { speed, courseDeg } = follow('xxx').at(-1)![0]!.track!
    expect(Math.abs(speed - 10)).toBeLessThanOrEqual(1.5)
    expect(Math.abs(courseDeg - 90)).toBeLessThan(10)
  })

  it('goes on without plots, where she should be, and then says that the track has ended', () => {
    const missed = follow('xxx.....').slice(3).map(([report]) => report!)
    expect(missed.map(({ track }) => track!.isCoasted)).toEqual([true, true, true, true, true])
    expect(missed.map(({ track }) => track!.hasEnded)).toEqual([false, false, false, false, true])
    const bearing = (missed[3]!.azimuthDeg * Math.PI) / 180
    expect(Math.abs(missed[3]!.slantRange * Math.sin(bearing) - 240)).toBeLessThan(25)
    expect(missed[3]!.t).toBe(6 * TURN)
  })

  it('that moves itself presumes where she will be seen from there', () => {
    const extractor = new Extractor(TURN)
    for (const scan of [0, 1, 2]) extractor.follow([echo(scan)])
    const [alongside] = extractor.follow([], { speed: 10, courseDeg: 90 })
    expect(Math.abs(alongside!.azimuthDeg - echo(2).azimuthDeg)).toBeLessThan(0.05)
  })

  it('with few numbers uses the lowest that is free, and follows no more vessels than it has numbers', () => {
    const extractor = new Extractor(TURN, { last: 2, isLowestFirst: true })
    const three = [0, 1, 2].map((scan) => extractor.follow([echo(scan, 1), echo(scan, 2), echo(scan, 3)])).at(-1)!
    expect(three.map(({ track }) => track?.number)).toEqual([1, 2, undefined])
    for (let scan = 3; scan < 8; scan++) extractor.follow([echo(scan, 2), echo(scan, 3)])
    expect(extractor.follow([echo(8, 2), echo(8, 3)]).map(({ track }) => track?.number)).toEqual([2, 1])
  })

  it('says nothing more afterwards', () => {
    expect(follow('xxx......').at(-1)).toEqual([])
  })

  it('takes her up again when she is seen before that', () => {
    expect(follow('xxx....x').at(-1)![0]!.track).toMatchObject({ number: 1, isCoasted: false })
  })

  it('forgets what it saw once or twice', () => {
    expect(follow('x.xx.x').map((reports) => reports.some(({ track }) => track))).not.toContain(true)
  })

  it('passes clutter on as it came', () => {
    expect(new Extractor(TURN).follow([clutter])).toEqual([clutter])
  })

  it('gives two vessels two numbers, and a used one again only after all others', () => {
    const extractor = new Extractor(TURN)
    const numbers = [0, 1, 2].map((scan) =>
      extractor.follow([echo(scan, 1), echo(scan, 2)]).map(({ track }) => track?.number))
    expect(numbers[2]).toEqual([1, 2])
    for (let scan = 3; scan < 20; scan++) extractor.follow([])
    for (let scan = 20; scan < 22; scan++) extractor.follow([echo(scan)])
    expect(extractor.follow([echo(22)])[0]!.track!.number).toBe(3)
  })
})
