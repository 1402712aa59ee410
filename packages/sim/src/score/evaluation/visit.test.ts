import { describe, expect, it } from 'vitest'
import { META, object, track } from '../fixtures/world.ts'
import { matchedEpochs } from '../score.ts'
import { gapsOf, visitsOf } from './visit.ts'

/** One object; at each epoch `x` is found, `.` is not, and at a blank it cannot be seen while another can. */
function visits(looks: string) {
  const truth = [...looks].flatMap((look, index) => [
    object({ id: 'A', t: index * 10, vis: look !== ' ' }),
    object({ id: 'B', t: index * 10, x: 9000 }),
  ])
  const tracks = [...looks].flatMap((look, index) => (look === 'x' ? [track({ id: 1, t: index * 10 })] : []))
  return visitsOf(matchedEpochs({ meta: META, truth, tracks }), META.score_dt).filter(({ id }) => id === 'A')
}

const gaps = (looks: string) => visits(looks).flatMap(gapsOf)

describe('a visit', () => {
  it('lasts while an object can be seen, and begins anew when it comes again', () => {
    expect(visits('xx.x').map((visit) => visit.looks.map(({ isFound }) => isFound))).toEqual([
      [true, true, false, true],
    ])
    expect(visits('xx  .x').map((visit) => visit.looks.map(({ t }) => t))).toEqual([
      [0, 10],
      [40, 50],
    ])
  })
})

describe('a gap', () => {
  it('is there where a track is missing between two epochs that have one', () => {
    expect(gaps('x..x.x')).toEqual([
      { duration: 30, missed: 2 },
      { duration: 20, missed: 1 },
    ])
  })

  it('is there from the start until the first track, and from the last one to the end', () => {
    expect(gaps('..xx')).toEqual([{ duration: 20, missed: 2 }])
    expect(gaps('xx..')).toEqual([{ duration: 20, missed: 2 }])
    expect(gaps('....')).toEqual([{ duration: 30, missed: 4 }])
    expect(gaps('.')).toEqual([{ duration: 0, missed: 1 }])
  })

  it('is not there while an object has its track, or cannot be seen', () => {
    expect(gaps('xxxx')).toEqual([])
    expect(gaps('xx  xx')).toEqual([])
  })

  it('ends with the visit', () => {
    expect(gaps('x.  .x')).toEqual([
      { duration: 10, missed: 1 },
      { duration: 10, missed: 1 },
    ])
  })
})
