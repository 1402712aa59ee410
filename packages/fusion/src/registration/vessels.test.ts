import { describe, expect, it } from 'vitest'
import { NOON } from './fixtures/water.ts'
import { Vessels } from './vessels.ts'

const names = (count: number) => Array.from({ length: count }, (_, index) => `${327_000_000 + index}`)
const kept = (vessels: Vessels) => [...vessels.all()].map(({ objectId }) => objectId).sort()

describe('the vessels from which a radar learns', () => {
  it('are all of few', () => {
    const vessels = new Vessels()
    for (const name of names(20)) vessels.take(name, NOON)
    expect(kept(vessels)).toEqual(names(20))
  })

  it('are the same of many, whatever their order', () => {
    const [one, other] = [new Vessels(), new Vessels()]
    for (const name of names(1000)) one.take(name, NOON)
    for (const name of names(1000).toReversed()) other.take(name, NOON)
    expect(kept(one)).toHaveLength(96)
    expect(kept(other)).toEqual(kept(one))
  })

  it('are kept while they are seen, so that what they told lasts', () => {
    const vessels = new Vessels()
    for (const name of names(1000)) vessels.take(name, NOON)
    const [before, first] = [kept(vessels), vessels.all().next().value]
    for (const name of names(1000)) vessels.take(name, NOON + 60_000)
    expect(kept(vessels)).toEqual(before)
    expect(vessels.take(first!.objectId, NOON)).toBe(first)
  })

  it('make room when they are long gone', () => {
    const vessels = new Vessels()
    for (const name of names(96)) vessels.take(name, NOON)
    expect(vessels.take('new', NOON + 3_600_000)).toBeDefined()
    expect(kept(vessels)).toHaveLength(96)
  })
})
