import { describe, expect, it } from 'vitest'
import { checksum } from '../nmea/ascii.ts'
import { looksLikeRadarNmea } from './looks-like.ts'
import { seeds } from './fixtures/seeds.ts'

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const sentence = (body: string): string => `$${body}*${checksum(body)}\r\n`

describe('radar sentences', () => {
  it('are recognised among the sentences of a ship, wherever they begin', () => {
    const stream = `TM,07*00\r\n${sentence('HEHDT,271.1,T')}${sentence('RATTM,07,1.2,45.0,R,10.0,90.0,R,,,N,,T,,,A')}`
    expect(looksLikeRadarNmea(bytesOf(stream))).toBe(true)
    expect(looksLikeRadarNmea(bytesOf(stream).subarray(5))).toBe(true)
  })

  it('are not seen in what other equipment sends, nor in damaged ones', () => {
    expect(looksLikeRadarNmea(bytesOf(sentence('HEHDT,271.1,T')))).toBe(false)
    expect(looksLikeRadarNmea(bytesOf('$RATTM,07,1.2,45.0,R*00\r\n'))).toBe(false)
    expect(looksLikeRadarNmea(new Uint8Array(0))).toBe(false)
  })

  it('are among the sentences of this kind', () => {
    expect(seeds.some(looksLikeRadarNmea)).toBe(true)
  })
})
