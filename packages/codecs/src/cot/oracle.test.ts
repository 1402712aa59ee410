import { CoTParser } from '@tak-ps/node-cot'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCotXml, encodeCotXml } from './cot-xml.ts'
import type { CotEvent } from './event.ts'
import { anyEvent } from './fixtures/any-event.ts'
import { changed, PHONE } from './fixtures/events.ts'
import { decodeTak, encodeTak } from './tak.ts'
import { element, elementsOf, type XmlElement } from './xml-element.ts'

type Theirs = Awaited<ReturnType<typeof CoTParser.from_proto>>

const theirXml = (event: CotEvent): Theirs => CoTParser.from_xml(new TextDecoder().decode(encodeCotXml(event)))
const theirProto = (event: CotEvent): Promise<Theirs> => CoTParser.from_proto(encodeTak({ cotEvent: event }))

function ours(xml: string): CotEvent {
  const event = decodeCotXml(new TextEncoder().encode(xml))
  if (!event.ok) expect.fail(event.problem)
  return event.value
}

function oursOfTak(bytes: Uint8Array): CotEvent {
  const message = decodeTak(bytes)
  if (!message.ok || !message.value.cotEvent) expect.fail(message.ok ? 'no event' : message.problem)
  return message.value.cotEvent
}

/** The event as the other library holds it: numbers where it checks for numbers, and no "unknown" left out. */
function expectSame({ raw }: Theirs, event: CotEvent, unknown: number): void {
  const { point, detail, time, start, stale, ...words } = event
  const { hae = unknown, ce = unknown, le = unknown } = point
  const attributes = Object.fromEntries(Object.entries(raw.event._attributes).filter(([, value]) => value !== ''))
  const [generated, from, until] = [time, start, stale].map((each) => new Date(each).toISOString())
  expect(attributes).toEqual({ ...words, time: generated, start: from, stale: until })
  const theirPoint = raw.event.point._attributes
  expect([theirPoint.lat, theirPoint.lon, theirPoint.hae, Number(theirPoint.ce), Number(theirPoint.le)]).toEqual(
    [point.lat, point.lon, hae, ce, le].map((each) => each + 0),
  )
  const theirNames = Object.keys(raw.event.detail ?? {}).filter((name) => name !== '_flow-tags_')
  expect(theirNames.sort()).toEqual([...new Set(elementsOf(detail ?? element('none')).map(({ name }) => name))].sort())
}

/** What the other library adds to a detail, or writes in an order of its own. */
const contentOf = (detail: XmlElement | undefined): unknown[] =>
  elementsOf(detail ?? element('none'))
    .filter(({ name }) => name !== '_flow-tags_' && name !== 'metadata')
    .map(({ name, attributes, children }) => [name, [...attributes], children])
    .sort()

describe('another library of Cursor on Target', () => {
  it('accepts a phone of ours as XML, and we what it writes of it', () => {
    const theirs = theirXml(PHONE)
    expectSame(theirs, PHONE, 9_999_999)
    expect(theirs.callsign()).toBe('HAIROUN 1')
    const back = ours(CoTParser.to_xml(theirs))
    expect({ ...back, detail: contentOf(back.detail) }).toEqual({ ...PHONE, detail: contentOf(PHONE.detail) })
  })

  it('accepts every event that we write as XML, and we read the same in what it writes of it', () => {
    fc.assert(
      fc.property(anyEvent(), (event) => {
        const theirs = theirXml(event)
        expectSame(theirs, event, 9_999_999)
        const back = ours(CoTParser.to_xml(theirs))
        expect({ ...back, detail: contentOf(back.detail) }).toEqual({ ...event, detail: contentOf(event.detail) })
      }),
      { numRuns: 500 },
    )
  })

  it('accepts every event that we write as a message of TAK, and we the same of what it writes', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvent(), async (given) => {
        // It knows neither the precise location of a message nor the two last attributes of an event.
        const all = elementsOf(given.detail ?? element('detail'))
        const children = all.filter(({ name }) => name !== 'precisionlocation')
        const { caveat: _, releasableTo: __, ...rest } = given
        const event = { ...rest, version: '2.0', detail: element('detail', {}, children) }
        const theirs = await theirProto(event)
        expectSame(theirs, event, 999_999)
        const back = oursOfTak(await CoTParser.to_proto(theirs))
        expect({ ...back, detail: contentOf(back.detail) }).toEqual({ ...event, detail: contentOf(event.detail) })
      }),
      { numRuns: 500 },
    )
  })

  it('writes chat, files and shapes that we read whole', async () => {
    const feature = {
      id: 'zone-1', type: 'Feature', path: '/',
      properties: { callsign: 'Zone', type: 'u-d-f', how: 'h-e', remarks: 'No fishing', stroke: '#ff0000' },
      geometry: { type: 'Polygon', coordinates: [[[-61.2, 13.1], [-61.1, 13.1], [-61.1, 13.2], [-61.2, 13.1]]] },
    }
    // Its own tests write one so.
    const theirs = await CoTParser.from_geojson(feature as Parameters<typeof CoTParser.from_geojson>[0])
    const event = ours(CoTParser.to_xml(theirs))
    expect(event).toMatchObject({ uid: 'zone-1', type: 'u-d-f' })
    expect(elementsOf(event.detail!).filter(({ name }) => name === 'link')).toHaveLength(4)
    expect(ours(CoTParser.to_xml(theirXml(event)))).toMatchObject({ uid: 'zone-1', point: event.point })
  })

  it('is not asked to take an event that hides another', () => {
    const hiding = changed({ detail: element('detail', {}, [element('remarks', {}, [element('event')])]) })
    expect(() => encodeCotXml(hiding)).toThrow('another within its detail')
    expect(() => encodeTak({ cotEvent: hiding })).toThrow('another within its detail')
  })
})
