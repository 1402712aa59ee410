import { DECODE_PROBLEMS } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { Tally } from './tally.ts'

describe('a tally', () => {
  it('starts at nothing, with an entry for every problem', () => {
    const { problems, ...counts } = new Tally().counts()
    expect(counts).toEqual({ received: 0, decoded: 0, duplicates: 0, pending: 0 })
    expect(Object.keys(problems)).toEqual([...DECODE_PROBLEMS])
    expect(Object.values(problems)).toEqual(DECODE_PROBLEMS.map(() => 0))
  })

  it('hands out counts that do not change any more', () => {
    const tally = new Tally()
    tally.problem('checksum')
    const before = tally.counts()
    tally.problem('checksum')
    tally.received++
    expect(before).toMatchObject({ received: 0, problems: { checksum: 1 } })
    expect(tally.counts()).toMatchObject({ received: 1, problems: { checksum: 2 } })
  })
})
