import { describe, expect, it } from 'vitest'
import type { Delivery } from '../sensor.ts'
import { History } from './history.ts'

const heard = (t: number, subject?: string, sensor = 'kingstown'): Delivery => ({
  t, sensor, bytes: Buffer.from(`${subject}@${t}`), ...(subject === undefined ? {} : { subject }),
})
const recent = (history: History, sensor: string, since: number) =>
  history.recent(sensor, since).map((bytes) => Buffer.from(bytes).toString())

describe('what a sensor said lately', () => {
  it('is the last of each subject, oldest first', () => {
    const history = new History()
    for (const delivery of [heard(3, 'a'), heard(1, 'b'), heard(5, 'a')]) history.add(delivery)
    expect(recent(history, 'kingstown', 0)).toEqual(['b@1', 'a@5'])
  })

  it('is not what another said', () => {
    const history = new History()
    history.add(heard(1, 'a', 'castries'))
    history.add(heard(2, 'a', 'kingstown'))
    expect(recent(history, 'castries', 0)).toEqual(['a@1'])
  })

  it('does not go back further than asked', () => {
    const history = new History()
    history.add(heard(1_000, 'old'))
    history.add(heard(1_001, 'recent'))
    expect(recent(history, 'kingstown', 1_000)).toEqual(['recent@1001'])
  })

  it('leaves out what is only of use at its time, such as a sweep of a radar', () => {
    const history = new History()
    history.add(heard(1))
    expect(recent(history, 'kingstown', 0)).toEqual([])
  })

  it('can be forgotten', () => {
    const history = new History()
    history.add(heard(1, 'a'))
    history.clear()
    expect(recent(history, 'kingstown', 0)).toEqual([])
  })
})
