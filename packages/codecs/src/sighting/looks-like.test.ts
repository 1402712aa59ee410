import { describe, expect, it } from 'vitest'
import { utf8Bytes } from '../utf8.ts'
import { looksLikeSighting } from './looks-like.ts'

const looksLike = (text: string) => looksLikeSighting(utf8Bytes(text))

describe('an input', () => {
  it.each([
    'SIGHT 1305N 06115W GOFAST', 'y 3 POB\r\nSIGHT 1305N 06115W GOFAST\r\n',
    'avistado 13 05N 61 15W lancha r\u00e1pida',
    '{"position":{"lat":13.08,"lon":-61.25},"howSeen":"radar"}',
  ])('looks like sightings when one can be found: %s', (text) => expect(looksLike(text)).toBe(true))

  it.each([
    '', 'SIGHT', 'SIGHT GOFAST', '13.08,-61.25', 'ship,13.08,-61.25', '1305N 06115W',
    '{"position":{"lat":13.08,"lon":-61.25}}', '{"howSeen":"radar"}',
    '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C', '//SR//AD/XEU//LA/N1305//LO/W06115//ER//',
  ])('does not when there is none: %s', (text) => expect(looksLike(text)).toBe(false))

  it('that is no text is none', () => {
    expect(looksLikeSighting(Uint8Array.of(0x30, 0, 7, 1, 0xff, 0xf0, 5))).toBe(false)
  })
})
