import { describe, expect, it } from 'vitest'
import { markCoverage, markDrawn, watchDrawing } from './drawn-mark.ts'

function drawing() {
  const frames: (() => void)[] = []
  const map = { isLoaded: false, on: (_event: 'render', listener: () => void) => void frames.push(listener), isSourceLoaded: () => map.isLoaded }
  return { map, frame: () => frames.forEach((listener) => listener()) }
}

describe('a revision of the picture', () => {
  it('is visible at the first frame after the map has taken it in', () => {
    const { map, frame } = drawing()
    const seen: number[] = []
    watchDrawing(map)(() => seen.push(7))
    frame()
    expect(seen).toEqual([])
    map.isLoaded = true
    frame()
    frame()
    expect(seen).toEqual([7])
  })

  it('that another overtakes is seen with it', () => {
    const { map, frame } = drawing()
    const seen: number[] = []
    const awaitDrawing = watchDrawing(map)
    awaitDrawing(() => seen.push(7))
    awaitDrawing(() => seen.push(9))
    map.isLoaded = true
    frame()
    expect(seen).toEqual([9])
  })

  it('leaves one mark in the profile, the latest', () => {
    markDrawn(1)
    markDrawn(2)
    expect(performance.getEntriesByName('csii:drawn').map((mark) => 'detail' in mark && mark.detail)).toEqual([{ revision: 2 }])
  })
})

describe('coverage', () => {
  it('leaves one mark in the profile, of what can be seen of it', () => {
    markCoverage(['covered'])
    markCoverage(['covered', 'not-now'])
    expect(performance.getEntriesByName('csii:coverage').map((mark) => 'detail' in mark && mark.detail)).toEqual([
      { states: ['covered', 'not-now'] },
    ])
  })
})
