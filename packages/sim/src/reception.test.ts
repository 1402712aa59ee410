import { describe, expect, it } from 'vitest'
import type { Receiver } from './caribbean/receivers.ts'
import { shifted } from './motion/mercator.ts'
import { isHeard, probabilityHeard, radioHorizon, type Emitter } from './reception.ts'

const receiver: Receiver = {
  id: 'hill', title: 'A hill', nation: 'VCT', position: { lat: 13.2, lon: -61.2 }, antennaHeight: 400, lossPercent: 5,
  delay: 50, wire: 'datagrams',
}
const shipAt = (miles: number, over: Partial<Emitter> = {}): Emitter => ({
  from: shifted(receiver.position, miles * 1852, 0), antennaHeight: 25, isWeak: false, key: 7, ...over,
})
const times = Array.from({ length: 400 }, (_, i) => Date.UTC(2026, 0, 1) + i * 997_000)
const mean = (emitter: Emitter) =>
  times.reduce((sum, t) => sum + probabilityHeard(receiver, emitter, t), 0) / times.length

describe('the radio horizon', () => {
  it('is about 25 nautical miles from a 100 m hill to a ship’s mast of 2 m', () => {
    expect(radioHorizon(100, 2) / 1852).toBeCloseTo(25.4, 0)
  })
})

describe('a receiver', () => {
  it('hears all but the usual losses near by', () => {
    expect(mean(shipAt(2))).toBeCloseTo(0.95, 3)
  })

  it('hears less and less with range', () => {
    const falling = [2, 30, 45, 55, 65, 80, 120].map((miles) => mean(shipAt(miles)))
    falling.slice(1).forEach((probability, i) => expect(probability).toBeLessThanOrEqual(falling[i]!))
    expect(falling.at(-1)).toBeLessThan(0.001)
  })

  it('hears a class B unit less far', () => {
    expect(mean(shipAt(50, { isWeak: true }))).toBeLessThan(mean(shipAt(50)) - 0.3)
  })

  it('hears a tall ship further than a boat', () => {
    expect(mean(shipAt(55, { antennaHeight: 40 }))).toBeGreaterThan(mean(shipAt(55, { antennaHeight: 2 })) + 0.2)
  })

  it('hears in fact as often as is probable', () => {
    const emitter = shipAt(52)
    const seconds = Array.from({ length: 4_000 }, (_, i) => i * 10_000)
    const heard = seconds.filter((t) => isHeard(3, receiver, emitter, t)).length
    const expected = seconds.reduce((sum, t) => sum + probabilityHeard(receiver, emitter, t), 0)
    expect(Math.abs(heard - expected)).toBeLessThan(120)
  })

  it('hears the same again with the same seed, and not with another', () => {
    const heard = (seed: number) => times.map((t) => isHeard(seed, receiver, shipAt(52), t))
    expect(heard(1)).toEqual(heard(1))
    expect(heard(1)).not.toEqual(heard(2))
  })

  it('hears at the edge now better, now worse, for minutes on end', () => {
    const edge = times.map((t) => probabilityHeard(receiver, shipAt(56), t))
    expect(Math.max(...edge) - Math.min(...edge)).toBeGreaterThan(0.5)
    const neighbours = times.map(
      (t) => Math.abs(probabilityHeard(receiver, shipAt(56), t + 2_000) - probabilityHeard(receiver, shipAt(56), t)),
    )
    expect(Math.max(...neighbours)).toBeLessThan(0.1)
  })
})
