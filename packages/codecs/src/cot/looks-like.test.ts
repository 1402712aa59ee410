import { describe, expect, it } from 'vitest'
import { encodeCotXml } from './cot-xml.ts'
import { bytesOf, joined, PHONE, xml } from './fixtures/events.ts'
import { seeds } from './fixtures/seeds.ts'
import { looksLikeCot } from './looks-like.ts'
import { encodeTakMesh, encodeTakStream } from './tak.ts'

describe('bytes', () => {
  it('look like Cursor on Target when they begin with an event or a frame', () => {
    expect(seeds.map(looksLikeCot)).toEqual(seeds.map(() => true))
    expect(looksLikeCot(bytesOf(`\xef\xbb\xbf\n<?xml version="1.0"?><!-- a -->\n${xml('')}`))).toBe(true)
    expect(looksLikeCot(encodeTakStream({ cotEvent: PHONE }))).toBe(true)
    expect(looksLikeCot(encodeTakMesh({ cotEvent: PHONE }))).toBe(true)
  })

  it('look like it from anywhere in a stream that holds a whole message', () => {
    const [event, frame] = [encodeCotXml(PHONE), encodeTakStream({ cotEvent: PHONE })]
    expect(looksLikeCot(joined(event.subarray(200), event))).toBe(true)
    expect(looksLikeCot(joined(event.subarray(200), frame))).toBe(true)
    expect(looksLikeCot(joined(frame.subarray(100), event, frame))).toBe(true)
    expect(looksLikeCot(event.subarray(200))).toBe(false)
    expect(looksLikeCot(frame.subarray(100))).toBe(false)
  })

  it.each([
    '',
    '<',
    '\xbf',
    '\xbf\x05\x77',
    'x<event></event>',
    '!AIVDM,1,1,,A,x,0*00',
    '<?xml version="1.0"?><gpx><wpt/></gpx>',
    '<events><x/></events>',
    '{"a":"<event>"}',
    `<a>${' '.repeat(5000)}<event>`,
  ])('do not in %j', (text) => {
    expect(looksLikeCot(bytesOf(text))).toBe(false)
  })
})
