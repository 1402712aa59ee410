import { describe, expect, it } from 'vitest'
import type { HeardLine } from '../simulate.ts'
import { HISTORY, History } from './history.ts'

const heard = (t: number, subject: string, receiver = 'kingstown'): HeardLine => ({
  t, subject, receiver, line: `${subject}@${t}`,
})

describe('what a receiver heard lately', () => {
  it('is the last line of each subject, oldest first', () => {
    const history = new History()
    for (const line of [heard(3, 'a'), heard(1, 'b'), heard(5, 'a')]) history.add(line)
    expect(history.recent('kingstown', 10)).toEqual(['b@1', 'a@5'])
  })

  it('is not what another heard', () => {
    const history = new History()
    history.add(heard(1, 'a', 'castries'))
    history.add(heard(2, 'a', 'kingstown'))
    expect(history.recent('castries', 10)).toEqual(['a@1'])
  })

  it('does not go back further than ten minutes', () => {
    const history = new History()
    history.add(heard(1_000, 'old'))
    history.add(heard(1_001, 'recent'))
    expect(history.recent('kingstown', 1_000 + HISTORY)).toEqual(['recent@1001'])
  })

  it('can be forgotten', () => {
    const history = new History()
    history.add(heard(1, 'a'))
    history.clear()
    expect(history.recent('kingstown', 2)).toEqual([])
  })
})
