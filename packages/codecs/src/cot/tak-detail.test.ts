import { describe, expect, it } from 'vitest'
import { parseXml } from './parse-xml.ts'
import { readDetail, writeDetail } from './tak-detail.ts'
import type { XmlElement } from './xml-element.ts'
import { writeNodes } from './write-xml.ts'

function detailOf(content: string): XmlElement {
  const detail = parseXml(`<detail>${content}</detail>`)
  if (!detail.ok) expect.fail(detail.problem)
  return detail.value
}

/** What a detail becomes as a message. */
const written = (content: string) => writeDetail(detailOf(content)).values

function read(values: Parameters<typeof readDetail>[0]['values']): string {
  const detail = readDetail({ values })
  if (!detail.ok) expect.fail(detail.problem)
  return writeNodes(detail.value.children)
}

describe('a detail as a message', () => {
  it('has messages for the six elements that TAK knows, and XML for all others', () => {
    expect(
      written(
        '<contact endpoint="*:-1:stcp" callsign="A"/><a/><__group name="Cyan" role="HQ"/>' +
          '<precisionlocation geopointsrc="GPS" altsrc="DTED0"/><status battery="77"/> ' +
          '<takv device="d" platform="p" os="o" version="v"/><track speed="1.5" course="90"/><b>x</b>',
      ),
    ).toEqual({
      xmlDetail: '<a/> <b>x</b>',
      contact: { values: { endpoint: '*:-1:stcp', callsign: 'A' } },
      group: { values: { name: 'Cyan', role: 'HQ' } },
      precisionLocation: { values: { geopointsrc: 'GPS', altsrc: 'DTED0' } },
      status: { values: { battery: 77 } },
      takv: { values: { device: 'd', platform: 'p', os: 'o', version: 'v' } },
      track: { values: { speed: 1.5, course: 90 } },
    })
  })

  it('needs no endpoint in a contact', () => {
    expect(written('<contact callsign="A"/>')).toEqual({ contact: { values: { callsign: 'A' } } })
  })

  it.each([
    ['an attribute too many', '<contact callsign="A" phone="1"/>'],
    ['an attribute too few', '<takv os="1"/>'],
    ['content', '<track speed="1" course="2">x</track>'],
    ['a zero at its end', '<track speed="1.50" course="7"/>'],
    ['less than nothing', '<status battery="-1"/>'],
    ['more than 32 bits', '<status battery="4294967296"/>'],
    ['half a percent', '<status battery="7.5"/>'],
    ['no number', '<track speed="fast" course="7"/>'],
    ['an empty endpoint', '<contact endpoint="" callsign="A"/>'],
    ['another of its name', '<__group name="A" role="B"/><__group name="C" role="D"/>'],
  ])('keeps an element as XML that has %s', (_, content) => {
    expect(written(content)).toEqual({ xmlDetail: content })
  })

  it('comes back with everything', () => {
    const takv = '<takv device="" platform="p" os="o" version="v"/>'
    expect(read(written(`<a/><contact callsign="A"/><track speed="NaN" course="7"/>${takv}`))).toBe(
      '<a/><contact callsign="A"/><takv device="" platform="p" os="o" version="v"/><track speed="NaN" course="7"/>',
    )
    expect(written('')).toEqual({})
    expect(read({})).toBe('')
  })

  it('believes the XML of an element that is there twice', () => {
    const xmlDetail = '<contact callsign="X" phone="1"/>'
    const values = { xmlDetail, contact: { values: { callsign: 'Y' } }, status: { values: {} } }
    expect(read(values)).toBe(`${xmlDetail}<status battery="0"/>`)
  })

  it.each([
    '<a>', '</detail><detail>', '</detail><!--', 'x</detail><?y', '<!DOCTYPE a>', '&lol;', '<a></b>',
  ])('is refused with %j in it', (xmlDetail) => {
    expect(readDetail({ values: { xmlDetail } }).ok).toBe(false)
  })
})
