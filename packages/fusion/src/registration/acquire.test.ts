import { describe, expect, it } from 'vitest'
import { acquire } from './acquire.ts'
import { chanceOf } from './fixtures/chance.ts'
import { pairOf, vesselOf } from './fixtures/seen.ts'
import { NOON } from './fixtures/water.ts'

const NOWHERE_OFF = { range: 0, bearingDeg: 0 }
const LATER = NOON + 10_000

/** Vessels with plots that far off in three turns. */
const fleet = (count: number, range: number, bearingDeg: number) =>
  Array.from({ length: count }, (_, index) =>
    vesselOf(`${index}`, [], [0, 3, 6].map((second) => pairOf(range + index, bearingDeg, second + index / 10))))

/** Vessels of which each has a plot beside it, every one elsewhere. */
const strangers = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    vesselOf(`s${index}`, [], [0, 3, 6].map((second) => pairOf(200 * (index % 5) - 400, 1.3 * index - 5, second))))

const meanRange = (found: ReturnType<typeof acquire>) =>
  found!.reduce((sum, pair) => sum + pair.rangeResidual, 0) / found!.length

describe('plots near vessels', () => {
  it('show a bias when five vessels agree, and which pairs do', () => {
    const found = acquire(fleet(5, 150, 1.5), LATER, NOWHERE_OFF)
    expect(found).toHaveLength(15)
    expect(meanRange(found)).toBeCloseTo(152, 6)
  })

  it('show none when fewer do, when none do, or when they were seen but once', () => {
    expect(acquire(fleet(4, 150, 1.5), LATER, NOWHERE_OFF)).toBeUndefined()
    expect(acquire(strangers(9), LATER, NOWHERE_OFF)).toBeUndefined()
    const once = fleet(8, 150, 1.5).map(({ objectId, near }) => vesselOf(objectId, [], near.slice(0, 1)))
    expect(acquire(once, LATER, NOWHERE_OFF)).toBeUndefined()
    expect(acquire([], LATER, NOWHERE_OFF)).toBeUndefined()
  })

  it('show the bias that is believed already to nobody', () => {
    expect(acquire(fleet(8, 150, 1.5), LATER, { range: 152, bearingDeg: 1.5 })).toBeUndefined()
    expect(acquire(fleet(8, 20, 0.1), LATER, NOWHERE_OFF)).toBeUndefined()
  })

  it('show it among vessels that are somewhere else', () => {
    const found = acquire([...strangers(6), ...fleet(7, 150, 1.5)], LATER, NOWHERE_OFF)
    expect(meanRange(found)).toBeCloseTo(153, -1)
  })

  it('show none where as many vessels are where they say, however many neighbours keep their distance', () => {
    const convoy = fleet(8, 150, 1.5).map(({ objectId, near }) =>
      vesselOf(objectId, [], near.flatMap((pair) => [pair, { ...pair, rangeResidual: 0, bearingResidualDeg: 0 }])))
    expect(acquire(convoy, LATER, NOWHERE_OFF)).toBeUndefined()
  })

  it('show none in a crowd, where something fits anywhere', () => {
    const chance = chanceOf(7)
    const crowd = Array.from({ length: 12 }, (_, vessel) => {
      const plots = Array.from({ length: 16 }, () => [1600 * chance.even() - 800, 9 * chance.even() - 4.5] as const)
      return vesselOf(`${vessel}`, [], [0, 3].flatMap((second) =>
        plots.map(([range, bearing], plot) => pairOf(range, bearing, second + plot / 100))))
    })
    expect(acquire(crowd, LATER, { range: 500, bearingDeg: 5 })).toBeUndefined()
  })

  it('are forgotten after half a minute', () => {
    expect(acquire(fleet(8, 150, 1.5), NOON + 40_000, NOWHERE_OFF)).toBeUndefined()
  })
})
