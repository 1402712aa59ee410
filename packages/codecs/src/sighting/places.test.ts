import { describe, expect, it } from 'vitest'
import { isOnEarth, readPlaces } from './places.ts'

describe('a list of places', () => {
  it('names each with its latitude and longitude', () => {
    expect(readPlaces('Bequia 13.01 -61.24; Union Island 12.6, -61.43 ;Buoy 3 13 -61')).toEqual([
      { name: 'Bequia', position: { lat: 13.01, lon: -61.24 } },
      { name: 'Union Island', position: { lat: 12.6, lon: -61.43 } },
      { name: 'Buoy 3', position: { lat: 13, lon: -61 } },
    ])
  })

  it('may be empty', () => {
    expect([readPlaces(''), readPlaces(' ; ')]).toEqual([[], []])
  })

  it.each([
    'Bequia', 'Bequia 13', '13 -61', 'Bequia 91 -61', 'Bequia 13 -181', 'Bequia north west', 'A 1 2; B', 'A, B 1 2',
  ])(
    'is none when any of it is wrong: %s',
    (list) => expect(readPlaces(list)).toBeUndefined(),
  )

  it('takes no time to speak of over a hostile text', () => {
    expect(readPlaces(`A ${'1 '.repeat(2000)}`)).toBeDefined()
    expect(readPlaces(`A ${'1.1 '.repeat(1000)}x`)).toBeUndefined()
  })
})

describe('a position', () => {
  it('is on earth up to the poles and the antimeridian', () => {
    expect(isOnEarth({ lat: -90, lon: 180 })).toBe(true)
    expect([isOnEarth({ lat: 90.1, lon: 0 }), isOnEarth({ lat: 0, lon: -180.1 })]).toEqual([false, false])
    expect(isOnEarth({ lat: Number.NaN, lon: 0 })).toBe(false)
  })
})
