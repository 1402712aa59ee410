import { describe, expect, it } from 'vitest'
import { looksLikeAis } from './looks-like.ts'

/** A class A position report (the AIVDM sample of the gpsd project). */
const REPORT = '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C'
const text = (words: string): Uint8Array => Uint8Array.from(Buffer.from(words, 'latin1'))

describe('an input', () => {
  it.each([REPORT, `${REPORT}\r\n`, `half a line,0*33\r\n${REPORT}\r\n$GPGGA,`, `\\s:kingstown*75\\${REPORT}`, `UdPbC\0${REPORT}`])(
    'looks like AIS when a sentence of it can be found: %j', (words) => expect(looksLikeAis(text(words))).toBe(true),
  )

  it.each(['', '!', '!AIVDM,', REPORT.replace('5C', '5D'), REPORT.slice(0, -3), REPORT.replace('VDM', 'VDX'), 'a long word '.repeat(500)])(
    'does not when there is none: %j', (words) => expect(looksLikeAis(text(words))).toBe(false),
  )
})
