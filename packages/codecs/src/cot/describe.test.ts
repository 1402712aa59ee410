import { describe, expect, it } from 'vitest'
import { describeTak } from './describe.ts'
import { changed, NOON, PHONE } from './fixtures/events.ts'
import { element } from './xml-element.ts'

const detail = element('detail', {}, [
  element('contact', { callsign: 'A' }), '\n',
  element('link', { uid: '1' }), element('link', { uid: '2' }),
  element('remarks', {}, [' words ']), element('remarks', { to: 'B' }, ['more']),
  element('x', { y: '1' }, [element('y')]), element('__proto__', {}, ['z']),
])

describe('an event in JSON', () => {
  it('has the names of CoT', () => {
    const { detail: _, ...bare } = PHONE
    expect(describeTak({ cotEvent: bare })).toEqual({
      event: {
        version: '2.0', uid: PHONE.uid, type: 'a-f-S-X-L', how: 'm-g',
        time: '2026-01-03T12:00:00.000Z', start: '2026-01-03T12:00:00.000Z', stale: '2026-01-03T12:01:15.000Z',
        point: { lat: 13.1325, lon: -61.2418, hae: -38.5, ce: 4.5, le: 9 },
      },
    })
  })

  it('has a detail to be read', () => {
    expect(JSON.stringify(describeTak({ cotEvent: changed({ detail }) }))).toContain(
      '"detail":{"contact":{"callsign":"A"},"link":[{"uid":"1"},{"uid":"2"}],' +
        '"remarks":["words",{"to":"B","text":"more"}],"x":{"y":["1",{}]},"__proto__":"z"}',
    )
  })

  it('has a detail with everything in order when it is raw', () => {
    expect(JSON.stringify(describeTak({ cotEvent: changed({ detail }) }, true))).toContain(
      '"detail":["detail",["contact",{"callsign":"A"}],"\\n",["link",{"uid":"1"}],["link",{"uid":"2"}],' +
        '["remarks"," words "],["remarks",{"to":"B"},"more"],["x",{"y":"1"},["y"]],["__proto__","z"]]',
    )
  })

  it('has what a message of TAK says beside the event', () => {
    expect(describeTak({ takControl: { maxProtoVersion: 1 }, submissionTime: NOON, creationTime: NOON })).toEqual({
      takControl: { maxProtoVersion: 1 },
      submissionTime: '2026-01-03T12:00:00.000Z',
      creationTime: '2026-01-03T12:00:00.000Z',
    })
  })
})
