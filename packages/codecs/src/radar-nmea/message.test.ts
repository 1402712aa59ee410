import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signed } from '../nmea/fixtures/reading.ts'
import { sentenceOf } from './fixtures/heard.ts'
import { LAYOUTS } from './layouts.ts'
import { decodeRadarSentence, encodeRadarSentence, encodeTtm, targetDataPart } from './message.ts'

const read = (line: string) => decodeRadarSentence(sentenceOf(line))

describe('a sentence of a radar or of own ship', () => {
  it.each([
    [
      '$RARSD,0.00,,2.50,005.0,0.00,,4.50,355.0,,,3.0,N,H*51',
      {
        sentence: 'RSD', talker: 'RA', originRange1: 0, variableRangeMarker1: 2.5, bearingLine1: 5, originRange2: 0,
        variableRangeMarker2: 4.5, bearingLine2: 355, rangeScale: 3, rangeUnits: 'N', displayRotation: 'H',
      },
    ],
    [
      '$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47',
      {
        sentence: 'GGA', talker: 'GP', time: 45_319, latitude: 48 + 7.038 / 60, longitude: 11 + 31 / 60, quality: 1,
        satellites: 8, hdop: 0.9, altitude: 545.4, geoidalSeparation: 46.9,
      },
    ],
    [
      '$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A',
      {
        sentence: 'RMC', talker: 'GP', time: 45_319, status: 'A', latitude: 48 + 7.038 / 60, longitude: 11 + 31 / 60,
        speedKn: 22.4, course: 84.4, date: '1994-03-23', variation: -3.1,
      },
    ],
    [
      '$GPVTG,054.7,T,034.4,M,005.5,N,010.2,K*48',
      { sentence: 'VTG', talker: 'GP', course: 54.7, magneticCourse: 34.4, speedKn: 5.5, speedKmh: 10.2 },
    ],
    ['$HCHDG,98.3,0.0,E,12.6,W*57', { sentence: 'HDG', talker: 'HC', heading: 98.3, deviation: 0, variation: -12.6 }],
    ['$GPHDT,123.456,T*32', { sentence: 'HDT', talker: 'GP', heading: 123.456 }],
    [
      '$GPZDA,172809.456,12,07,1996,00,00*57',
      { sentence: 'ZDA', talker: 'GP', time: 62_889.456, day: 12, month: 7, year: 1996, zoneHours: 0, zoneMinutes: 0 },
    ],
    [signed('$INTHS,123.4,A'), { sentence: 'THS', talker: 'IN', heading: 123.4, mode: 'A' }],
    [signed('$HCHDM,98.3,M'), { sentence: 'HDM', talker: 'HC', heading: 98.3 }],
    [
      signed('$VWVHW,,T,220.3,M,0.0,N,0.0,K'),
      { sentence: 'VHW', talker: 'VW', magneticHeading: 220.3, speedKn: 0, speedKmh: 0 },
    ],
    [
      signed('$GPGLL,3926.7952,N,12000.5947,W,022732,A,A'),
      {
        sentence: 'GLL', talker: 'GP', latitude: 39 + 26.7952 / 60, longitude: -(120 + 0.5947 / 60), time: 8852,
        status: 'A', mode: 'A',
      },
    ],
    [
      signed('$RAOSD,36.5,A,36.0,P,10.2,P,15.3,0.1,N'),
      {
        sentence: 'OSD', talker: 'RA', heading: 36.5, headingStatus: 'A', vesselCourse: 36, courseReference: 'P',
        vesselSpeed: 10.2, speedReference: 'P', vesselSet: 15.3, vesselDrift: 0.1, speedUnits: 'N',
      },
    ],
    [
      signed('$RATTM,04,5.2,034.3,T,10.5,135.7,T,0.5,-15.6,N,TAR01,T,R,095643.67,M'),
      {
        sentence: 'TTM', talker: 'RA', targetNumber: 4, targetDistance: 5.2, bearing: 34.3, bearingReference: 'T',
        targetSpeed: 10.5, targetCourse: 135.7, courseReference: 'T', distanceOfCpa: 0.5, timeToCpa: -15.6, units: 'N',
        targetName: 'TAR01', targetStatus: 'T', referenceTarget: 'R', timeOfData: 35_803.67, typeOfAcquisition: 'M',
      },
    ],
    [
      signed('$RATLL,01,1306.0000,N,06112.0000,W,BOAT,120000,Q,'),
      {
        sentence: 'TLL', talker: 'RA', targetNumber: 1, latitude: 13.1, longitude: -61.2, targetName: 'BOAT',
        timeOfData: 43_200, targetStatus: 'Q',
      },
    ],
  ])('has the fields of the standard: %s', (line, message) => {
    expect(read(line)).toEqual({ ok: true, value: message })
  })

  it('is the same from every talker', () => {
    for (const talker of ['RA', 'II', 'SD', 'YX', 'B2']) {
      expect(read(signed(`$${talker}HDT,5,T`))).toMatchObject({ ok: true, value: { talker, heading: 5 } })
    }
  })

  it('may be padded with blanks, as some radars do', () => {
    const line = signed('$RATTM, 1,0.5,200.0,T,5.0,90.0,T, , ,N,MARPA 1,T, ')
    expect(read(line)).toMatchObject({ value: { targetNumber: 1, targetDistance: 0.5, targetName: 'MARPA 1' } })
  })

  it('may come of an older edition with fewer fields, or of a later one with more', () => {
    expect(read(signed('$RATTM,1,0.5,200.0,T,5.0,90.0,T,,,N,,T'))).toMatchObject({ value: { targetStatus: 'T' } })
    expect(read(signed('$GPHDT,5,T,future,1'))).toMatchObject({ ok: true, value: { heading: 5 } })
  })

  it.each(Object.entries(LAYOUTS))('says nothing where nothing is available: %s', (formatter, { forms }) => {
    const width = Object.values(forms).reduce((sum, form) => sum + form.width, 0)
    expect(read(signed(`$RA${formatter}${','.repeat(width)}`))).toEqual({
      ok: true,
      value: { sentence: formatter, talker: 'RA' },
    })
  })

  it.each(Object.entries(LAYOUTS))('is too short when it lacks what every edition has: %s', (formatter, { least }) => {
    for (let fields = 0; fields < least; fields++) {
      expect(read(signed(`$RA${formatter}${','.repeat(fields)}`))).toEqual({ ok: false, problem: 'length' })
    }
  })

  it.each(['$GPGSV,1,1,00', '$GPHD,5,T', '$PHDT,5,T', '$GPHDTX,5,T', '!RATTM,1', '$GPtoString,1', '$RATTD,01,01,,,0'])(
    'is none of these when it is another: %s',
    (line) => expect(read(signed(line))).toEqual({ ok: false, problem: 'unsupported' }),
  )

  it('is refused for a value that no field may hold', () => {
    expect(read(signed('$RATTM,1,-0.5,200.0,T,5.0,90.0,T,,,N,,T'))).toEqual({ ok: false, problem: 'value' })
    expect(read(signed('$RATTM,1,0.5,200.0,T,5.0,90.0,T,,,N,,X'))).toEqual({ ok: false, problem: 'value' })
    expect(read(signed('$HEHDT,400,T'))).toEqual({ ok: false, problem: 'value' })
  })

  it('is read or refused whatever stands in its fields', () => {
    const usual = fc.constantFrom('', 'T', 'N', 'A', '1', '999', '-1', '4807.038', '123519')
    const field = fc.oneof(usual, fc.string())
    const printable = field.map((characters) => characters.replace(/[^ -~]|[!$*,\\^]/g, ''))
    const any = fc.tuple(fc.constantFrom(...Object.keys(LAYOUTS), 'TLB'), fc.array(printable, { maxLength: 20 }))
    fc.assert(
      fc.property(any, ([formatter, fields]) => {
        const decoded = read(signed(`$RA${[formatter, ...fields].join()}`))
        expect(decoded.ok || decoded.problem === 'value' || decoded.problem === 'length').toBe(true)
      }),
    )
  })
})

describe('an encoded sentence', () => {
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
  const tenths = (most: number) => fc.integer({ min: 0, max: most * 10 }).map((value) => value / 10)
  const anyTtm = fc.record({
    targetNumber: optional(fc.integer({ min: 0, max: 1023 })),
    targetDistance: optional(fc.integer({ min: 0, max: 99_999 }).map((value) => value / 1000)),
    bearing: optional(tenths(360)),
    bearingReference: optional(fc.constantFrom('T', 'R')),
    targetSpeed: optional(tenths(100)),
    targetCourse: optional(tenths(360)),
    courseReference: optional(fc.constantFrom('T', 'R')),
    timeToCpa: optional(fc.integer({ min: -999, max: 999 }).map((value) => value / 10)),
    units: optional(fc.constantFrom('K', 'N', 'S')),
    targetName: optional(fc.constantFrom('A', 'BOAT, OLD', '^')),
    targetStatus: optional(fc.constantFrom('L', 'Q', 'T')),
    timeOfData: optional(fc.integer({ min: 0, max: 86_399 })),
  })

  it('comes back as it was written, absent values too', () => {
    fc.assert(
      fc.property(anyTtm, (fields) => {
        const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
        expect(read(encodeTtm(present))).toEqual({ ok: true, value: { sentence: 'TTM', talker: 'RA', ...present } })
      }),
    )
  })

  it('is of the talker that it says', () => {
    expect(encodeRadarSentence('HDT', { heading: 84.5 }, 'HE')).toBe('$HEHDT,084.5,T*26')
    expect(encodeRadarSentence('HDG', {}, 'HC')).toBe(signed('$HCHDG,,,,,'))
  })
})

describe('the envelope of tracked target data', () => {
  const part = (line: string) => targetDataPart(sentenceOf(signed(line)))

  it('tells which part of which message it is, whichever character it begins with', () => {
    expect(part('!RATTD,1A,01,1,0PP10Eg@wwP74@0,0')).toMatchObject({ parts: 26, part: 1, sequence: 1, fillBits: 0 })
    expect(part('$RATTD,1,1,,0PP10Eg@wwP74@0,')).toMatchObject({ parts: 1, part: 1, sequence: -1, fillBits: 0 })
    expect(part('!AIVDM,1,1,,A,0,0')).toBeUndefined()
  })

  it.each([
    ['!RATTD,00,00,,,0', 'value'],
    ['!RATTD,01,02,,,0', 'value'],
    ['!RATTD,100,01,,,0', 'value'],
    ['!RATTD,0G,01,,,0', 'value'],
    ['!RATTD,01,01,10,,0', 'value'],
    ['!RATTD,01,01,,,6', 'value'],
    ['!RATTD,02,01,,,2', 'value'],
    ['!RATTD,01,01,,', 'length'],
  ])('is refused when it cannot be: %s', (line, problem) => expect(part(line)).toBe(problem))
})
