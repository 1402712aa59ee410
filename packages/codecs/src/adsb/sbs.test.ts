import { describe, expect, it } from 'vitest'
import { bytesOf, NOON } from './fixtures/heard.ts'
import { decodeSbs, positionOfLine, timeOfLine, toSbs, type SbsMessage } from './sbs.ts'

const decode = (line: string) => decodeSbs(bytesOf(line))
const HEAD = '4840D6,1,2026/01/03,12:00:00.250,2026/01/03,12:00:00.300'

describe('a line of BaseStation', () => {
  it('says where an aircraft is', () => {
    expect(decode(`MSG,3,1,1,${HEAD},,36000,,,51.53044,5.45601,,,0,0,0,0\r`)).toEqual({
      ok: true,
      value: {
        type: 'MSG', transmission: 3, icao: 0x4840d6, generated: NOON + 250, altitude: 36_000, latitude: 51.53044,
        longitude: 5.45601, emergency: false, on_ground: false,
      },
    })
  })

  it('says how it moves, what it is called, and its code', () => {
    expect(decode(`MSG,4,1,1,${HEAD},,,493,286,,,-640,,,,,0`)).toMatchObject({ value: { groundspeed: 493, track: 286,
      vertical_rate: -640 } })
    expect(decode(`MSG,1,1,1,${HEAD},KLM1023 ,,,,,,,,,,,0`)).toMatchObject({ value: { callsign: 'KLM1023' } })
    expect(decode(`MSG,6,1,1,${HEAD},,5000,,,,,,77,-1,1,0,-1`)).toMatchObject({ value: { squawk: '0077',
      emergency: true, on_ground: true } })
  })

  it('can note what the program did', () => {
    expect(decode(`ID,,1,1,${HEAD},KLM1023`)).toMatchObject({ value: { type: 'ID', callsign: 'KLM1023' } })
    for (const type of ['SEL', 'AIR', 'STA']) expect(decode(`${type},,1,1,${HEAD},RM`)).toMatchObject({ ok: true,
      value: { type, icao: 0x4840d6 } })
    expect(decode(`CLK,,1,-1,,-1,2026/01/03,12:00:00.000,2026/01/03,12:00:00.000`)).toEqual({ ok: true,
      value: { type: 'CLK', generated: NOON } })
  })

  it('marks a number that is no address', () => {
    expect(decode(`MSG,8,1,1,~${HEAD},,,,,,,,,,,,0`)).toMatchObject({ value: { icao: 0x4840d6,
      address_is_other: true } })
  })

  it('leaves out what is not available, and a time that is none', () => {
    expect(decode('MSG,8,1,1,4840D6,1,,,,,,,,,,,,,,,,')).toEqual({ ok: true,
      value: { type: 'MSG', transmission: 8, icao: 0x4840d6 } })
    expect(decode('MSG,8,1,1,4840D6,1,yesterday,noon,,,,,,,,,,,,,,')).not.toHaveProperty('value.generated')
  })

  it.each([
    ['another type', 'HELLO,1', 'framing'],
    ['no type', '', 'framing'],
    ['no address', 'MSG,8,1,1,,1,,,,,,,,,,,,,,,,', 'value'],
    ['an address of other letters', 'MSG,8,1,1,4840G6,1,,,,,,,,,,,,,,,,', 'value'],
    ['a kind of transmission that does not exist', 'MSG,9,1,1,4840D6,1,,,,,,,,,,,,,,,,', 'value'],
    ['a place beyond the globe', `MSG,3,1,1,${HEAD},,,,,91,5,,,,,,`, 'value'],
    ['a number that is none', `MSG,3,1,1,${HEAD},,1e5,,,,,,,,,,`, 'value'],
    ['an endless number', `MSG,3,1,1,${HEAD},,${'9'.repeat(40)},,,,,,,,,,`, 'value'],
    ['a code of other digits', `MSG,6,1,1,${HEAD},,,,,,,,7800,,,,`, 'value'],
  ])('is refused for %s', (_, line, problem) => expect(decode(line)).toEqual({ ok: false, problem }))

  it('is refused when it is cut off between any two fields', () => {
    const fields = `MSG,3,1,1,${HEAD},,36000,,,51.53044,5.45601,,,0,0,0,0`.split(',')
    for (let count = 1; count < fields.length; count++) expect(decode(fields.slice(0,
      count).join(','))).toEqual({ ok: false, problem: 'length' })
  })

  it('is written as it is read', () => {
    const messages: SbsMessage[] = [
      { type: 'MSG', transmission: 3, icao: 0xc8a11, generated: NOON, altitude: 8000, latitude: 13.25,
      longitude: -61.5, on_ground: false },
      { type: 'MSG', transmission: 4, icao: 0xc8a11, generated: NOON, groundspeed: 240, track: 190,
      vertical_rate: -640 },
      { type: 'MSG', transmission: 6, icao: 0xc8a11, generated: NOON + 5, squawk: '7700', emergency: true,
      address_is_other: true },
    ]
    for (const message of messages) {
      expect(toSbs(message).split(',')).toHaveLength(22)
      expect(decode(toSbs(message).trimEnd())).toEqual({ ok: true, value: message })
    }
  })
})

describe('the place of a line', () => {
  it('is none without both parts, and none where both are zero', () => {
    const line = { type: 'MSG', transmission: 3, icao: 1 }
    expect(positionOfLine({ ...line, latitude: 13, longitude: -61 })).toEqual({ lat: 13, lon: -61 })
    expect(positionOfLine({ ...line, latitude: 0, longitude: -61 })).toEqual({ lat: 0, lon: -61 })
    for (const part of [{ latitude: 13 }, { longitude: -61 }, { latitude: 0, longitude: 0 },
      {}]) expect(positionOfLine({ ...line, ...part })).toBeUndefined()
  })
})

describe('the time of a line', () => {
  const minutes = 60_000

  it('is when it was written, a little before its receipt, whatever zone the computer keeps', () => {
    for (const zone of [0, -240, 345, 720, -720]) expect(timeOfLine(NOON - 800 + zone * minutes, NOON)).toBe(NOON - 800)
  })

  it('is that of receipt when the clock of the computer is wrong, or says nothing', () => {
    for (const wrong of [undefined, NOON - 7 * minutes, NOON + 3000, NOON - 40_000, 0]) expect(timeOfLine(wrong,
      NOON)).toBe(NOON)
  })
})
