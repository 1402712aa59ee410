import { describe, expect, it } from 'vitest'
import { merged, type Delivery } from './sensor.ts'

const delivery = (t: number, sensor: string): Delivery => ({ t, sensor, bytes: new Uint8Array() })

describe('several streams as one', () => {
  it('are in the order of time, and all there', () => {
    const streams = [[1, 4, 4], [], [2, 3, 9], [0]].map((times, i) => times.map((t) => delivery(t, `s${i}`)))
    expect([...merged(streams)].map(({ t, sensor }) => `${t}${sensor}`)).toEqual([
      '0s3', '1s0', '2s2', '3s2', '4s0', '4s0', '9s2',
    ])
  })

  it('take from endless ones no more than is asked for', () => {
    function* endless() {
      for (let t = 0; ; t += 2) yield delivery(t, 'even')
    }
    const both = merged([endless(), [delivery(3, 'odd')]])
    expect(Array.from({ length: 4 }, () => both.next().value!.t)).toEqual([0, 2, 3, 4])
  })

  it('are nothing when there are none', () => {
    expect([...merged([])]).toEqual([])
  })
})
