import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_EVENT } from './cot-xml.ts'
import type { CotEvent } from './event.ts'
import { anyEvent } from './fixtures/any-event.ts'
import { bytesOf, changed, joined, NOON, PHONE } from './fixtures/events.ts'
import { parseXml } from './parse-xml.ts'
import { decodeTak, encodeTak, encodeTakMesh, encodeTakStream, type TakMessage } from './tak.ts'
import { element, elementsOf } from './xml-element.ts'

function read(bytes: Uint8Array): TakMessage {
  const message = decodeTak(bytes)
  if (!message.ok) expect.fail(message.problem)
  return message.value
}

const problemOf = (bytes: Uint8Array) => {
  const message = decodeTak(bytes)
  return message.ok ? undefined : message.problem
}

/** A field of bytes below number 16. */
const field = (number: number, content: Uint8Array): Uint8Array =>
  joined(Uint8Array.of(number * 8 + 2, content.length), content)

/** Elements with messages of their own come last. */
function sorted(event: CotEvent | undefined) {
  const elements = elementsOf(event?.detail ?? element('detail'))
  return { ...event, detail: elements.sort((a, b) => a.name.localeCompare(b.name)) }
}

describe('a message of TAK', () => {
  it('is read as it was written, whatever it says', () => {
    fc.assert(
      fc.property(anyEvent(), (event) => {
        const { cotEvent, ...rest } = read(encodeTak({ cotEvent: event }))
        expect(rest).toEqual({})
        expect(sorted(cotEvent)).toEqual(sorted(event))
      }),
    )
  })

  it('carries what a client reads, when it was made and when a server took it', () => {
    const message: TakMessage = {
      takControl: { minProtoVersion: 1, maxProtoVersion: 2, contactUid: 'ANDROID-1' },
      submissionTime: NOON + 1,
      creationTime: NOON + 2,
    }
    expect(read(encodeTak(message))).toEqual(message)
    expect(read(encodeTak({ takControl: {} }))).toEqual({ takControl: {} })
    expect(read(new Uint8Array(0))).toEqual({})
  })

  it('has its fields where the definitions of TAK put them', () => {
    const parts = ['<precisionlocation geopointsrc="GPS" altsrc="DTED0"/>', '<status battery="77"/>', '<a/>']
    const detail = parseXml(`<detail>${parts.join('')}</detail>`)
    if (!detail.ok) expect.fail(detail.problem)
    const optional = { how: 'h', access: 'A', qos: 'Q', opex: 'o', caveat: 'C', releasableTo: 'R' }
    const event = changed({ uid: 'U', type: 'T', ...optional, detail: detail.value })
    const hex = Buffer.from(encodeTak({ cotEvent: event })).toString('hex')
    const text = (tag: string, content: string) =>
      tag + Buffer.from([content.length, ...Buffer.from(content)]).toString('hex')
    const noon = '809cea9db833'
    const expected = [
      text('0a', 'T') + text('12', 'A') + text('1a', 'Q') + text('22', 'o') + text('2a', 'U'),
      `30${noon}38${noon}`,
      text('4a', 'h'),
      text('22', String.fromCharCode(10, 3, ...Buffer.from('GPS'), 18, 5, ...Buffer.from('DTED0'))),
      text('2a', String.fromCharCode(8, 77)),
      text('0a', '<a/>'),
      text('8201', 'C') + text('8a01', 'R'),
    ]
    for (const part of expected) expect(hex).toContain(part)
  })

  it('is smaller than the same event in XML', () => {
    expect(encodeTak({ cotEvent: PHONE }).length).toBeLessThan(320)
  })

  it('keeps fields that it does not know, at every depth', () => {
    const strange = Uint8Array.of(0xa0, 0x06, 7, 0xaa, 0x06, 2, 1, 2)
    const paths = ['', 'cotEvent', 'cotEvent.detail', 'cotEvent.detail.contact']
    const unknown = new Map(paths.map((path) => [path, strange]))
    const bytes = encodeTak({ cotEvent: PHONE, unknown })
    expect(read(bytes).unknown).toEqual(unknown)
    expect(encodeTak(read(bytes))).toEqual(encodeTak(read(encodeTak(read(bytes)))))
    expect(read(encodeTak({ unknown })).unknown).toEqual(new Map([['', strange]]))
  })

  it('keeps a field that has another wire type than it should', () => {
    expect(read(Uint8Array.of(0x10, 5)).unknown).toEqual(new Map([['', Uint8Array.of(0x10, 5)]]))
  })

  it('may come in parts, of which the later one wins', () => {
    const first = encodeTak({ cotEvent: PHONE })
    const second = field(2, field(5, bytesOf('OTHER')))
    expect(read(joined(first, second)).cotEvent).toMatchObject({ uid: 'OTHER', type: PHONE.type, point: PHONE.point })
  })

  it('says that sizes are unknown with one digit less than XML', () => {
    const bytes = encodeTak({ cotEvent: changed({ point: { lat: 1, lon: 2 } }) })
    const mark = new Uint8Array(new Float64Array([999_999]).buffer)
    expect(Buffer.from(bytes).indexOf(mark)).toBeGreaterThan(0)
    expect(read(bytes).cotEvent?.point).toEqual({ lat: 1, lon: 2 })
  })

  it('has a place on the equator and the meridian, which it leaves out', () => {
    const point = { lat: 0, lon: 0, hae: 0, ce: 3, le: 0 }
    expect(read(encodeTak({ cotEvent: changed({ point }) })).cotEvent?.point).toEqual(point)
  })

  it.each([
    ['no uid', changed({ uid: '' })],
    ['no type', changed({ type: '' })],
    ['no time', changed({ time: 0 })],
    ['no stale', changed({ stale: 0 })],
    ['a time beyond all', changed({ start: 2 ** 52 })],
    ['a latitude of NaN', changed({ point: { lat: Number.NaN, lon: 0 } })],
    ['a longitude without end', changed({ point: { lat: 0, lon: Infinity } })],
    ['a latitude of no globe', changed({ point: { lat: -91, lon: 0 } })],
  ])('is refused for its values with %s', (_, event) => {
    expect(problemOf(encodeTak({ cotEvent: event }))).toBe('value')
  })

  it.each([
    ['a time of 64 bits', field(2, Uint8Array.of(0x30, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1)), 'value'],
    ['a varint that never ends', Uint8Array.from({ length: 12 }, () => 0xff), 'framing'],
    ['a uid that is no UTF-8', field(2, field(5, Uint8Array.of(0xc3, 0x28))), 'framing'],
    ['a length beyond its end', Uint8Array.of(0x12, 0x7f, 1), 'length'],
    ['a length beyond any', Uint8Array.of(0x12, 0xff, 0xff, 0xff, 0xff, 0x0f), 'length'],
    ['more than any event', new Uint8Array(LONGEST_EVENT + 1), 'overflow'],
  ])('is refused with %s', (_, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem)
  })

  it('is refused, or says less, at every length that cuts it off', () => {
    const bytes = encodeTak({ cotEvent: PHONE })
    for (let length = 1; length < bytes.length; length++) expect(decodeTak(bytes, 0, length)).toEqual(
      { ok: false, problem: 'length' },
    )
  })

  it('does not hide an event within an event', () => {
    const hiding = joined(encodeTak({ cotEvent: PHONE }), field(2, field(15, field(1, bytesOf('<a><event/></a>')))))
    expect(problemOf(hiding)).toBe('unsupported')
  })
})

describe('a frame', () => {
  it('has its length in a stream', () => {
    const payload = encodeTak({ cotEvent: PHONE })
    expect(encodeTakStream({ cotEvent: PHONE })).toEqual(
      joined(Uint8Array.of(0xbf, (payload.length & 0x7f) | 0x80, payload.length >> 7), payload),
    )
  })

  it('has the version of the protocol in a datagram', () => {
    expect(encodeTakMesh({ cotEvent: PHONE })).toEqual(
      joined(Uint8Array.of(0xbf, 1, 0xbf), encodeTak({ cotEvent: PHONE })),
    )
  })
})
