import { cellOf } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { judgeCells } from './cell-states.ts'
import { BEQUIA, CANOUAN, hearing, heardAt, places } from './fixtures/receptions.ts'

/** The rest of what a sensor hears: as much as usual, or not. */
const elsewhere = (usual: number, last: number) =>
  places(12)
    .slice(2)
    .map((place) => heardAt(place, usual, last))
const stateAt = (place: typeof BEQUIA, ...judged: Parameters<typeof judgeCells>) =>
  judgeCells(...judged).find(({ cell }) => cell === cellOf(place))?.state

describe('a cell', () => {
  it('is covered by a sensor that hears there', () => {
    expect(judgeCells([hearing('hill', [heardAt(BEQUIA, 5, 4)])])).toEqual([
      { cell: cellOf(BEQUIA), state: 'covered', expectedPerHour: 5, lastHour: 4, sources: ['hill'] },
    ])
  })

  it('is covered though nothing is there, when seldom anything is', () => {
    expect(stateAt(BEQUIA, [hearing('hill', [heardAt(BEQUIA, 1, 0), ...elsewhere(2, 2)])])).toBe('covered')
  })

  it('is not covered now when much is usual, nothing is heard, and the sensor hears elsewhere as ever', () => {
    expect(stateAt(BEQUIA, [hearing('hill', [heardAt(BEQUIA, 12, 0), ...elsewhere(2, 2)])])).toBe('not-now')
  })

  it('is not covered now when few are usual, but none came for half a day of listening', () => {
    const silent = { ...heardAt(BEQUIA, 1, 0), silentHours: 12, expected: 12 }
    expect(stateAt(BEQUIA, [hearing('hill', [silent, ...elsewhere(2, 2)])])).toBe('not-now')
  })

  it('is covered on a quiet night, when the sensor hears little anywhere', () => {
    expect(stateAt(BEQUIA, [hearing('hill', [heardAt(BEQUIA, 12, 0), ...elsewhere(2, 0)])])).toBe('covered')
  })

  it('is not covered even then by one that misses what another hears there', () => {
    const hill = hearing('hill', [heardAt(BEQUIA, 12, 0), ...elsewhere(2, 0)])
    const pier = hearing('pier', [heardAt(BEQUIA, 12, 12)])
    expect(stateAt(BEQUIA, [hill, pier], (id) => id === 'hill')).toBe('not-now')
    expect(stateAt(BEQUIA, [hill, pier])).toBe('covered')
  })

  it('is not covered now by a dead sensor that used to hear there', () => {
    expect(stateAt(BEQUIA, [hearing('hill', [heardAt(BEQUIA, 12, 9)], { isHearing: false })])).toBe('not-now')
  })

  it('is covered while one of two sensors is dead', () => {
    const dead = hearing('hill', [heardAt(BEQUIA, 12, 9)], { isHearing: false })
    const [judged] = judgeCells([dead, hearing('pier', [heardAt(BEQUIA, 3, 3)])])
    expect(judged).toMatchObject({ state: 'covered', sources: ['hill', 'pier'] })
  })

  it('is not covered now when one object is heard of a hundred', () => {
    expect(stateAt(BEQUIA, [hearing('hill', [heardAt(BEQUIA, 100, 1), ...elsewhere(2, 2)])])).toBe('not-now')
  })

  it('is not counted when a freak of the air brought it once in a week', () => {
    expect(stateAt(BEQUIA, [hearing('hill', [heardAt(BEQUIA, 0.006, 0), heardAt(CANOUAN, 3, 3)])])).toBeUndefined()
  })

  it('is covered in the first hour after a restart, in which nothing is missing that could have been heard', () => {
    expect(stateAt(BEQUIA, [hearing('hill', [heardAt(BEQUIA, 12, 0), ...elsewhere(2, 2)], { listened: 0.25 })])).toBe(
      'covered',
    )
  })

  it('is covered in the first hours if only something was heard', () => {
    expect(stateAt(BEQUIA, [hearing('hill', [heardAt(BEQUIA, 0, 2)], { hours: 0 })])).toBe('covered')
    expect(stateAt(BEQUIA, [hearing('hill', [heardAt(BEQUIA, 12, 0)], { hours: 2 })])).toBe('covered')
  })

  it('is judged alike in whichever order sensors come', () => {
    const sensors = [
      hearing('hill', [heardAt(BEQUIA, 12, 0), ...elsewhere(2, 2)]),
      hearing('pier', [heardAt(BEQUIA, 3, 0)], { isHearing: false }),
      hearing('east', [heardAt(BEQUIA, 9, 0), heardAt(CANOUAN, 5, 5)]),
    ]
    expect(stateAt(BEQUIA, sensors)).toBe(stateAt(BEQUIA, sensors.toReversed()))
  })
})
