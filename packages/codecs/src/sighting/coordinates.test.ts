import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takeCoordinates } from './coordinates.ts'
import { Remaining } from './remaining.ts'

const read = (text: string) => takeCoordinates(new Remaining(text))

const MINUTE = 1 / 60

describe('coordinates in a report', () => {
  it.each([
    ['1305N 06115W', 13 + 5 / 60, -61.25, MINUTE],
    ['1305N06115W', 13 + 5 / 60, -61.25, MINUTE],
    ['1305N 6115W', 13 + 5 / 60, -61.25, MINUTE],
    ['1305n/06115w', 13 + 5 / 60, -61.25, MINUTE],
    ['130530N 0611530W', 13 + 5.5 / 60, -61 - 15.5 / 60, 1 / 3600],
    ['1305.25N 06115.75W', 13 + 5.25 / 60, -61 - 15.75 / 60, 0.01 / 60],
    ['13 05N 61 15W', 13 + 5 / 60, -61.25, MINUTE],
    ['13-05.2N, 061-15.0W', 13 + 5.2 / 60, -61.25, 0.1 / 60],
    ['13 05,2 N 61 15,0 O', 13 + 5.2 / 60, -61.25, 0.1 / 60],
    ['13°05.2\'N 61°15.0\'W', 13 + 5.2 / 60, -61.25, 0.1 / 60],
    ['13º05′12″N 61º15′30″W', 13 + 5.2 / 60, -61 - 15.5 / 60, 1 / 3600],
    ['13 05 12 Norte 61 15 30 Oeste', 13 + 5.2 / 60, -61 - 15.5 / 60, 1 / 3600],
    ['N13 05.2 W061 15.0', 13 + 5.2 / 60, -61.25, 0.1 / 60],
    ['N 13°05\'12" W 61°15\'30"', 13 + 5.2 / 60, -61 - 15.5 / 60, 1 / 3600],
    ['13.0867N 61.2500W', 13.0867, -61.25, 1e-4],
    ['13.08,-61.25', 13.08, -61.25, 0.01],
    ['-13.08 / 61.25', -13.08, 61.25, 0.01],
    ['LAT 13.085 LON -61.250', 13.085, -61.25, 0.001],
    ['lat: 13.085, lon: -61.250', 13.085, -61.25, 0.001],
    ['1305S 06115E', -13 - 5 / 60, 61.25, MINUTE],
    ['905N 7930W', 9 + 5 / 60, -79.5, MINUTE],
    ['13N 61W', 13, -61, 1],
  ])('are read from %s', (text, lat, lon, resolution) => {
    const found = read(`SIGHT ${text} GOFAST`)
    expect(found).toMatchObject({ position: { lat: expect.closeTo(lat, 8), lon: expect.closeTo(lon, 8) } })
    expect(found).toMatchObject({ resolution: {
      lat: expect.closeTo(resolution, 9), lon: expect.closeTo(resolution, 9),
    } })
  })

  it.each([
    '95 00N 61 00W', '13 05N 181 00W', '1365N 06115W', '13 05 72N 61 15 00W', '13.5 05N 61 15W', '95.00,-61.00',
  ])(
    'of no place on earth are found impossible: %s',
    (text) => {
      expect(read(text)).toBe('impossible')
    },
  )

  it.each(['', '3 POB GOFAST 270 35KT', '1305N', '13 05 61 15', 'N W', 'AT 1305', '13,61'])('are not in %j', (text) => {
    expect(read(text)).toBeUndefined()
  })

  it('leave the next number of the report alone', () => {
    const remaining = new Remaining('N13 05 W061 15 3 POB')
    expect(takeCoordinates(remaining)).toMatchObject({ position: { lon: -61.25 } })
    expect(remaining.words()).toEqual(['3', 'POB'])
  })

  it('are read back to the digit they were written with', () => {
    const half = (limit: number) => fc.integer({ min: 0, max: limit * 600 })
    fc.assert(
      fc.property(half(90), half(180), fc.boolean(), fc.boolean(), (lat, lon, south, west) => {
        const written = (tenths: number, digits: number) =>
          [
            String(Math.floor(tenths / 600)).padStart(digits, '0'), ((tenths % 600) / 10).toFixed(1).padStart(4, '0'),
          ].join(' ')
        const found = read(`${written(lat, 2)}${south ? 'S' : 'N'} ${written(lon, 3)}${west ? 'W' : 'E'}`)
        const position = {
          lat: expect.closeTo((south ? -lat : lat) / 600, 8), lon: expect.closeTo((west ? -lon : lon) / 600, 8),
        }
        expect(found).toMatchObject({ position })
      }),
    )
  })
})
