import { describe, expect, it } from 'vitest'
import { utf8Bytes } from '../utf8.ts'
import { receivedAtOf } from './received-at.ts'
import { writeTagBlock } from './tag-block.ts'

const at = (line: string) => receivedAtOf(utf8Bytes(line))

describe('when a line of a recording was received', () => {
  it('is told by its tag block', () => {
    const time = Date.UTC(2013, 10, 12, 12, 0, 1)
    expect(at(`${writeTagBlock({ time })}!AIVDM,1,1,,A,13@:\`L001N0ded0O6Fp8wW<00<0t,0*61`)).toBe(time)
  })

  it('is told by the stamp that a Gatehouse server writes before it', () => {
    expect(at('$PGHP,1,2014,9,28,16,0,4,684,219,21,992190921,1,14*22')).toBe(Date.UTC(2014, 8, 28, 16, 0, 4, 684))
  })

  it.each([
    ['a sentence alone', '!AIVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*61'],
    ['a tag block without a time', '\\s:IALA*6B\\'],
    ['a tag block that does not end', '\\c:1384257601'],
    ['a stamp whose checksum is wrong', '$PGHP,1,2014,9,28,16,0,4,684,219,21,992190921,1,14*23'],
    ['another sentence', '$GPZDA,120000.00,12,11,2013,00,00*65'],
    ['an empty line', ''],
  ])('is not told by %s', (_what, line) => {
    expect(at(line)).toBeUndefined()
  })
})
