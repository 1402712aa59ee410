import { describe, expect, it } from 'vitest'
import { read, readPayload, readWhole, sent } from './fixtures/sentences.ts'
import { encodeMessage, type AisMessage } from './message.ts'

const report: AisMessage = {
  type: 18, repeat: 0, mmsi: 345_070_001, reserved: 0, speed: 55, accuracy: true, lon: -35_770_000, lat: 7_860_000,
  course: 905, heading: 90, second: 12, regional: 0, cs: true, display: false, dsc: true, band: true, msg22: true,
  assigned: false, raim: false, radio: 917_510,
}

describe('an encoded message', () => {
  it('is armoured six bits a character', () => {
    expect(encodeMessage(report)).toEqual({ payload: 'B595Id@0=vsiRp1osj0pTe65kP06', fillBits: 0 })
    expect(readPayload(encodeMessage(report))).toEqual({ ...report, bits: 168 })
  })

  it.each([
    '!BSVDM,1,1,,A,B3P;Uh00Gwl`RM7j=JdIGwU5kP06,0*51', '!ABVDM,1,1,,A,H3ug8d1HN373J1@PE<EE<000000,2*34',
    '!BSVDM,1,1,,B,D02OV408lFfp,0*60', '!BSVDM,1,1,,B,E>jQMD:Q7a2h97QUah@@@@@@@@@?i3KK>r0KP20@@@Uf@0,4*56',
    '!AIVDM,1,1,,A,I6SWo?8P00a3PKpEKEVj0?vNP<65,0*73', '!AIVDM,1,1,,A,>3R1p10E3;;R0USCR0HO>0@gN10kGJp,2*7F',
  ])('has the characters and the padding that it came with: %s', (sentence) => {
    const [, , , , , payload, tail] = sentence.split(',')
    expect(encodeMessage(readWhole(sentence))).toEqual({ payload, fillBits: Number(tail![0]) })
  })

  it('has its spare bits as they came, and zeros where there are none', () => {
    const position: AisMessage = {
      type: 1, repeat: 0, mmsi: 1, status: 0, turn: 0, speed: 0, accuracy: false, lon: 0, lat: 0, course: 0, heading: 0,
      second: 0, maneuver: 0, raim: false, radio: 0,
    }
    expect(sent({ ...position, spare: 5 })).toMatchObject({ spare: 5 })
    expect(sent(position)).toMatchObject({ spare: 0 })
  })

  it('fills a text with @', () => {
    const name: AisMessage = { type: 24, repeat: 0, mmsi: 1, part: 'A', shipname: 'HIBISCUS' }
    expect(sent(name)).toMatchObject({ shipname: 'HIBISCUS@@@@@@@@@@@@' })
  })

  it('cuts a text that is longer than its field', () => {
    const name: AisMessage = { type: 24, repeat: 0, mmsi: 1, part: 'A', shipname: 'THE LONGEST NAME OF THEM ALL' }
    expect(sent(name)).toMatchObject({ shipname: 'THE LONGEST NAME OF ' })
  })

  it('grows with a text that has grown since it came', () => {
    const heard = readWhole('!AIVDM,1,1,,A,>3R1p10E3;;R0USCR0HO>0@gN10kGJp,2*7F')
    if (heard.type !== 14) throw new Error('not a safety-related text')
    expect(sent({ ...heard, text: `${heard.text} AND MORE` })).toMatchObject({
      text: 'EP228 IX48 FG3 DK7 PL56. AND MORE',
    })
  })

  it('keeps the length of a message that was longer than its fields', () => {
    expect(encodeMessage({ ...report, bits: 180 })).toEqual({ payload: 'B595Id@0=vsiRp1osj0pTe65kP0600', fillBits: 0 })
  })
})

describe('a message that cannot be', () => {
  it.each([
    ['mmsi', 2 ** 30], ['speed', 1024], ['speed', -1], ['lon', 2 ** 27], ['lon', -(2 ** 27) - 1], ['course', 90.5],
    ['heading', Number.NaN],
  ])('is a mistake of whoever built it: %s %d', (name, value) => {
    expect(() => encodeMessage({ ...report, [name]: value })).toThrow(`${name} ${value} does not fit`)
  })

  it('is not made by the largest values that fit', () => {
    const largest = { ...report, mmsi: 2 ** 30 - 1, speed: 1023, lon: 2 ** 27 - 1, lat: -(2 ** 26), radio: 2 ** 20 - 1 }
    expect(read(`!AIVDM,1,1,,A,${encodeMessage(largest).payload},0*00`)).toMatchObject(largest)
  })
})
