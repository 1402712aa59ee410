import { describe, expect, it } from 'vitest'
import { utf8Bytes } from '../utf8.ts'
import { SEED_DOCUMENTS } from './fixtures/seeds.ts'
import { looksLikeSignalK } from './looks-like.ts'

const looksLike = (text: string) => looksLikeSignalK(utf8Bytes(text))
const DELTA = '{"updates":[{"values":[{"path":"navigation.speedOverGround","value":5}]}]}'

describe('an input', () => {
  it.each([
    DELTA, `:5}]}]}\r\n${DELTA}`, `${DELTA}\r\n{"upd`, '{"version":"1.7.0","roles":["main"],"self":"vessels.x"}',
  ])(
    'looks like Signal K when a document of it can be found: %s',
    (text) => expect(looksLike(text)).toBe(true),
  )

  it('looks like it when it is the beginning of a long model', () => {
    const model = JSON.stringify(SEED_DOCUMENTS[14])
    expect(looksLike(model.slice(0, -40))).toBe(true)
  })

  it.each([
    '', '{', '{}', '{"updates":[]}', '{"mmsi":377123000,"lat":13.1}', '{"position":{"lat":13.08,"lon":-61.25}}',
    '{"aircraft":[],"now":1}',
    '{"type":"FeatureCollection","features":[]}', '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C',
    '{"requestId":"1"}',
  ])('does not when there is none: %s', (text) => expect(looksLike(text)).toBe(false))
})
