import { describe, expect, it } from 'vitest'
import { during, META, object, track } from './fixtures/world.ts'
import type { TrackLine, TruthLine } from './scenario.ts'
import { score } from './score.ts'

const of = (truth: readonly TruthLine[], tracks: readonly TrackLine[]) => score({ meta: META, truth, tracks })
const FOUR = [0, 10, 20, 30]

describe('GOSPA and OSPA', () => {
  it('are the distance where every object has its track', () => {
    expect(of([object({ id: 'A' })], [track({ id: 1, x: 3, y: 4 })])).toMatchObject({
      GOSPA: 5,
      OSPA: 5,
      loc: 5,
      missed: 0,
      false: 0,
    })
  })

  it('charge half the squared cutoff for each that is missed or false, OSPA all of it for the larger number', () => {
    const found = of(
      [object({ id: 'A' }), object({ id: 'B', x: 9000 })],
      [track({ id: 1, x: 30 }), track({ id: 2, x: 3000 }), track({ id: 3, x: 4000 })],
    )
    expect(found.GOSPA).toBeCloseTo(Math.sqrt(900 + (500 ** 2 / 2) * 3), 9)
    expect(found.OSPA).toBeCloseTo(Math.sqrt((900 + 500 ** 2 * 2) / 3), 9)
    expect(found).toMatchObject({ loc: 30, missed: 0.5, false: 1 })
  })

  it('are the root of the mean square over the epochs', () => {
    expect(
      of(during([0, 10], object({ id: 'A' })), [track({ id: 1, x: 10 }), track({ id: 1, t: 10, x: 70 })]).GOSPA,
    ).toBe(50)
  })

  it('of nothing on either side are nothing, and of tracks alone the cutoff', () => {
    const ghost = object({ id: 'ghost:A', cls: 'ghost', x: 9000 })
    expect(of([ghost], [])).toMatchObject({ GOSPA: 0, OSPA: 0, loc: undefined })
    expect(of([ghost], [track({ id: 1 }), track({ id: 2 })])).toMatchObject({ GOSPA: 500, OSPA: 500, S: 1 })
  })
})

describe('the attributes of the single integrated air picture', () => {
  it('count found objects, tracks per found object and tracks on nothing', () => {
    const truth = [object({ id: 'A' }), object({ id: 'B', x: 9000 })]
    const tracks = [
      track({ id: 1, x: 10, vx: 2 }),
      track({ id: 2, x: 20, vy: 4 }),
      track({ id: 3, x: 4000 }),
      track({ id: 4, x: 5000 }),
    ]
    expect(of(truth, tracks)).toMatchObject({ C: 0.5, A: 2, S: 0.5, PA: 15, VA: 3 })
  })

  it('count changes of number an hour, and the longest time with one', () => {
    const tracks = [...during([0, 10, 20], track({ id: 1 })), track({ id: 2, t: 30 })]
    expect(of(during(FOUR, object({ id: 'A' })), tracks)).toMatchObject({ R: 90, LS: 0.75 })
  })
})

describe('continuity', () => {
  it('counts a switch each time an object has another track than before', () => {
    const truth = [...during(FOUR, object({ id: 'A' })), ...during(FOUR, object({ id: 'B', x: 4000 }))]
    const tracks = FOUR.flatMap((t, index) => [track({ id: index % 2, t }), track({ id: 1 - (index % 2), t, x: 4000 })])
    expect(of(truth, tracks)).toMatchObject({ idsw: 6, frag: 0 })
  })

  it('counts a break when an object is found again, and no switch if by the same track', () => {
    const tracks = during([0, 30], track({ id: 1 }))
    expect(of(during(FOUR, object({ id: 'A' })), tracks)).toMatchObject({ idsw: 0, frag: 1, initDelay: 0 })
  })

  it('measures the delay until first found, over those that were', () => {
    const truth = [
      ...during(FOUR, object({ id: 'A' })),
      ...during([20, 30], object({ id: 'B', x: 4000 })),
      ...during(FOUR, object({ id: 'C', x: 8000 })),
    ]
    const tracks = [track({ id: 1, t: 10 }), track({ id: 2, t: 20, x: 4000 })]
    expect(of(truth, tracks).initDelay).toBe(5)
    expect(of(truth, []).initDelay).toBeUndefined()
  })
})

describe('identification', () => {
  it.each([
    ['right', { ident: 'M1' }, { ident: 'M1' }, 1, 0],
    ['wrong', { ident: 'M1' }, { ident: 'M2' }, 0, 1],
    ['missing', { ident: 'M1' }, { ident: null }, 0, 0],
    ['wrong on an object that states none', { ident: null }, { ident: 'M2' }, 0, 1],
    ['not counted on one that states none, with a track that has none', { ident: null }, { ident: null }, 0, 0],
    ['not counted on one that has gone dark', { ident: 'M1', dark: 1 }, { ident: 'M2' }, 0, 0],
  ])('is %s', (_, stated, believed, idOK, idWrong) => {
    expect(of([object({ id: 'A', ...stated })], [track({ id: 1, ...believed })])).toMatchObject({ idOK, idWrong })
  })

  it('is missing where a track says nothing of identity', () => {
    const { ident: _, ...bare } = track({ id: 1 })
    expect(
      of(during([0, 10], object({ id: 'A', ident: 'M1' })), [bare, track({ id: 1, t: 10, ident: 'M1' })]),
    ).toMatchObject({ idOK: 0.5 })
  })
})

describe('the flags dark and suspect', () => {
  const fleet = [object({ id: 'A', dark: 1 }), object({ id: 'B', x: 4000 }), object({ id: 'C', x: 8000, dark: null })]
  const at = (x: number, fields: Partial<TrackLine>) => track({ id: x, x, ...fields })

  it('are believed as far as they are right', () => {
    expect(of(fleet, [at(0, { dark: true }), at(4000, {}), at(8000, { dark: true })])).toMatchObject({
      darkP: 1,
      darkR: 1,
    })
    expect(of(fleet, [at(0, { dark: true }), at(4000, { dark: true })])).toMatchObject({ darkP: 0.5, darkR: 1 })
    expect(of(fleet, [at(0, {}), at(4000, { dark: true })])).toMatchObject({ darkP: 0, darkR: 0 })
  })

  it('count against a dark track on nothing and for a dark vessel not found', () => {
    expect(of(fleet, [at(0, { dark: true }), at(2000, { dark: true })])).toMatchObject({ darkP: 0.5 })
    expect(of(fleet, [])).toMatchObject({ darkP: undefined, darkR: 0 })
  })

  it('give the share of true vessels under suspicion', () => {
    expect(of(fleet, [at(0, { suspect: true }), at(4000, {}), at(6000, { suspect: true })]).suspectOnTrue).toBe(0.5)
    expect(of(fleet, [])).toMatchObject({ suspectOnTrue: undefined, spoofR: undefined })
  })

  it('give the share of false positions under suspicion', () => {
    const ghosts = during(FOUR, object({ id: 'ghost:A', x: 6000, cls: 'ghost', vis: false }))
    expect(of(ghosts, during([0, 10, 20], track({ id: 1, x: 6100, suspect: true }))).spoofR).toBe(0.75)
  })
})

describe('a score', () => {
  const truth = [...during(FOUR, object({ id: 'A' })), ...during(FOUR, object({ id: 'B', x: 400 }))]
  const tracks = FOUR.flatMap((t, index) => [
    track({ id: 1, t, x: 90 * index }),
    track({ id: 2, t, x: 400 - 60 * index }),
  ])

  it('is the same again, and does not depend on the order of the lines', () => {
    const expected = score({ meta: META, truth, tracks })
    expect(score({ meta: META, truth, tracks })).toEqual(expected)
    expect(score({ meta: META, truth: truth.toReversed(), tracks: tracks.toReversed() })).toEqual(expected)
  })

  it('does not depend on where on the plane all happens', () => {
    const moved = <T extends { x: number; y: number }>(line: T): T => ({ ...line, x: line.x + 4096, y: line.y - 8192 })
    expect(score({ meta: META, truth: truth.map(moved), tracks: tracks.map(moved) })).toEqual(
      score({ meta: META, truth, tracks }),
    )
  })

  it('has the names of its scenario, and of what it was not given nothing', () => {
    const found = score({ meta: META, truth, tracks })
    expect(found).toMatchObject({ scenario: 'by hand', seed: 1 })
    expect(found).not.toHaveProperty('purity')
    expect(found).not.toHaveProperty('nees')
  })
})
