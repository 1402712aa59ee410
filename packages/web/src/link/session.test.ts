import { encodeFrame, SNAPSHOT } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { ferry } from '../picture/contact-fixture.ts'
import type { Socket } from './picture-link.ts'
import { openSession } from './session.ts'

function openWire() {
  const sent: string[] = []
  const socket: Socket & { readyState: number } = {
    binaryType: 'blob',
    onopen: null,
    onmessage: null,
    onclose: null,
    readyState: 1,
    send: (text) => void sent.push(text),
    close: () => undefined,
  }
  const session = openSession(() => socket)
  const hear = (nodeTime: number) => {
    const frame = encodeFrame({
      kind: SNAPSHOT,
      epoch: 3,
      revision: 8,
      nodeTime,
      tracksTotal: 5,
      tracksInView: 1,
      contacts: [ferry()],
      removed: [],
    })
    socket.onmessage?.(new MessageEvent('message', { data: frame.buffer }))
  }
  return { session, socket, sent, hear }
}

describe('a session', () => {
  it('begins with an empty picture and no word from the node', () => {
    const { session } = openWire()
    expect(session.picture.current().contacts.size).toBe(0)
    expect(session.facts()).toMatchObject({ open: false })
    expect(session.facts().lastFrameAt).toBeUndefined()
  })

  it('fills its picture and sets its clock from the frames', () => {
    const { session, hear } = openWire()
    const anHourAhead = Date.now() + 3_600_000
    hear(anHourAhead)
    expect(session.picture.current().contacts.get(1)?.name).toBe('BEQUIA TRADER')
    const lastFrameAt = session.facts().lastFrameAt!
    expect(session.clock.at(lastFrameAt)).toBe(anHourAhead)
  })

  it('knows whether its connection stands', () => {
    const { session, socket } = openWire()
    socket.onopen?.(new Event('open'))
    expect(session.facts().open).toBe(true)
    session.link.close()
    // Node knows no CloseEvent, and the link does not read it.
    socket.onclose?.(new Event('close') as CloseEvent)
    expect(session.facts().open).toBe(false)
  })

  it('asks the node for what the map shows', () => {
    const { session, sent } = openWire()
    session.link.look({ west: -62, south: 12, east: -60, north: 14 })
    expect(sent.map((text): unknown => JSON.parse(text))).toMatchObject([{ type: 'view', west: -62, north: 14 }])
  })
})
