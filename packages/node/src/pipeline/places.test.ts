import { describe, expect, it } from 'vitest'
import { createPlaces } from './places.ts'
import { MAX_SENSORS } from './track-table.ts'

const sensor = (id: string) => ({ id, kind: 'ais', simulated: false })
const problems = { framing: 0, checksum: 0, length: 0, value: 0, unsupported: 0, incomplete: 0, overflow: 0 }
const reading = (place: number, opening: number, decoded: number) => ({
  place, opening, counts: { received: decoded, decoded, duplicates: 0, pending: 0, problems }, lastHeardAt: 5, delay: undefined,
})

describe('the places of sensors', () => {
  it('are given in order, and one that was left is given again', () => {
    const places = createPlaces([sensor('a'), sensor('b')], () => 0)
    expect([places.placeOf('a'), places.placeOf('b')]).toEqual([0, 1])
    expect(places.remove('a')).toMatchObject({ place: 0, sensor: undefined })
    expect(() => places.placeOf('a')).toThrow('no sensor a')
    expect(places.install(sensor('c'))).toMatchObject({ place: 0, opening: 1 })
  })

  it('stay the same for a sensor that is described anew, whose readings begin again', () => {
    const places = createPlaces([sensor('a')], () => 0)
    places.note([reading(0, 0, 7)])
    expect(places.readings('a').counts.decoded).toBe(7)
    expect(places.install(sensor('a'))).toMatchObject({ place: 0, opening: 1 })
    expect(places.readings('a').counts.decoded).toBe(0)
    places.note([reading(0, 0, 8)])
    expect(places.readings('a').counts.decoded).toBe(0)
    places.note([reading(0, 1, 1)])
    expect(places.readings('a').counts.decoded).toBe(1)
  })

  it('hear without a fuss of a sensor that has just left', () => {
    const places = createPlaces([sensor('a')], () => 0)
    places.remove('a')
    expect(() => places.note([reading(0, 0, 7)])).not.toThrow()
  })

  it('are bounded', () => {
    const places = createPlaces(Array.from({ length: MAX_SENSORS }, (_, n) => sensor(`s${n}`)), () => 0)
    expect(() => places.install(sensor('one-more'))).toThrow('no place for sensor one-more')
  })
})
