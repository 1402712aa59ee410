import { describe, expect, it } from 'vitest'
import { CONTENTS, contentKey } from './contents.ts'

describe('the list of contents', () => {
  it('names each once', () => {
    const names = [...CONTENTS.keys()].map((key) => `${key >> 16}/${(key >> 6) & 1023}/${key & 63}`)
    expect(names.toSorted()).toEqual([
      '6/1/12', '6/1/14', '6/1/15', '6/1/16', '6/1/18', '6/1/20', '6/1/25', '6/1/28', '6/1/30', '6/1/32', '6/200/21',
      '6/200/22', '6/200/55', '6/235/10', '6/250/10', '8/1/11', '8/1/13', '8/1/15', '8/1/16', '8/1/17', '8/1/19',
      '8/1/27',
      '8/1/29', '8/1/31', '8/200/10', '8/200/23', '8/200/24', '8/200/40',
    ])
  })

  it('tells the largest numbers apart', () => {
    const keys = [contentKey(6, 1023, 63), contentKey(8, 0, 0), contentKey(6, 1023, 62), contentKey(6, 1022, 63)]
    expect(new Set(keys).size).toBe(4)
  })
})
