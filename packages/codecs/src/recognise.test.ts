import { describe, expect, it } from 'vitest'
import { encodeAsterix } from './asterix/encode.ts'
import { recogniseFormat } from './recognise.ts'

describe('a format', () => {
  it('is recognised by its bytes', () => {
    expect(recogniseFormat(Buffer.from('!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C\r\n'))).toBe('ais')
    expect(recogniseFormat(encodeAsterix([{ cat: 48, items: { 'I048/010': { SAC: 1, SIC: 2 } } }]))).toBe('asterix')
  })

  it('is unknown when no kind of sensor speaks so', () => {
    for (const bytes of ['', 'GET / HTTP/1.1\r\n', '\0\0\0\0']) expect(recogniseFormat(Buffer.from(bytes))).toBeUndefined()
  })
})
