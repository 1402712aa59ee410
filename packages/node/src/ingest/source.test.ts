import { describe, expect, it } from 'vitest'
import type { Intake } from '../pipeline/intake.ts'
import type { SourceConfig } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import type { TransportEvents, TransportKind } from '../platform/transports/transport.ts'
import { Source } from './source.ts'

const config: SourceConfig = { id: 'a', title: 'A', kind: 'ais', url: 'tcp://192.0.2.1:1', nation: 'VCT', simulated: false }

/** A transport that does what the test says, and a pipeline with room for so many bytes. */
function setting(room = Infinity, clock = () => 5) {
  const opened: TransportEvents[] = []
  const taken: string[] = []
  const calls: string[] = []
  const said: string[] = []
  let waiting: (() => void) | undefined
  const intake: Intake = {
    offer(_id, bytes) {
      if (bytes.length > room) return false
      room -= bytes.length
      taken.push(Buffer.from(bytes).toString())
      return true
    },
    whenRoom: (_id, resume) => void (waiting = resume),
    end: (_id, _receivedAt, stream = 0) => void calls.push(stream === 0 ? 'end' : `end ${stream}`),
  }
  const kind: TransportKind = {
    form: '', options: [], fault: () => undefined,
    open(_url, events) {
      opened.push(events)
      return { resume: () => void calls.push('resume'), close: async () => void calls.push('close') }
    },
  }
  const log: Log = { info() {}, warn: (_facts, text) => void said.push(text), error() {} }
  const source = new Source(config, { intake, clock, random: () => 0, log, transports: new Map([['tcp:', kind]]) })
  source.open()
  const makeRoom = (bytes: number) => {
    room = bytes
    waiting?.()
  }
  return { source, opened, taken, calls, said, makeRoom, transport: opened[0]! }
}

const bytes = (text: string) => Buffer.from(text)

describe('a source', () => {
  it('is connecting, then open, and counts its bytes', () => {
    const { source, transport } = setting()
    expect(source.state).toMatchObject({ state: 'connecting', openings: 0 })
    transport.opened()
    expect(transport.bytes(bytes('hello'), false)).toBe(true)
    expect(source.state).toMatchObject({ state: 'open', bytes: 5, openings: 1, dropped: 0 })
  })

  it('holds back a stream that the pipeline refuses, and loses nothing', () => {
    const { transport, taken, calls, makeRoom } = setting(3)
    transport.opened()
    expect(transport.bytes(bytes('abc'), false)).toBe(true)
    expect(transport.bytes(bytes('def'), false)).toBe(false)
    // Another connection of the same source had more on the way.
    expect(transport.bytes(bytes('gh'), false)).toBe(false)
    makeRoom(4)
    expect(taken).toEqual(['abc', 'def'])
    expect(calls).toEqual([])
    makeRoom(10)
    expect(taken).toEqual(['abc', 'def', 'gh'])
    expect(calls).toEqual(['resume'])
  })

  it('ends one connection of several, after what was held back of it, and goes on with the others', () => {
    const { source, transport, taken, calls, makeRoom } = setting(3)
    transport.opened()
    transport.bytes(bytes('abc'), false, 1)
    transport.bytes(bytes('def'), false, 2)
    transport.ended(1)
    expect(calls).toEqual(['end 1'])
    transport.ended(2)
    expect(calls).toEqual(['end 1'])
    makeRoom(3)
    expect(taken).toEqual(['abc', 'def'])
    expect(calls).toEqual(['end 1', 'end 2', 'resume'])
    expect(source.state).toMatchObject({ state: 'open', dropped: 0 })
  })

  it('holds no more for connections that come and go while the pipeline is behind, and counts what it drops', () => {
    const { source, transport } = setting(0)
    transport.opened()
    for (let stream = 1; stream <= 300; stream++) transport.bytes(bytes('x'), false, stream)
    expect(source.state.dropped).toBe(172)
  })

  it('drops and counts datagrams that the pipeline refuses', () => {
    const { source, transport, taken } = setting(3)
    transport.opened()
    transport.bytes(bytes('abc'), true)
    transport.bytes(bytes('def'), true)
    expect(taken).toEqual(['abc'])
    expect(source.state.dropped).toBe(1)
  })

  it('gives the pipeline memory that is nobody else\'s', () => {
    const { transport } = setting()
    const pool = Buffer.alloc(100, 'x')
    expect(transport.bytes(pool.subarray(10, 20), false)).toBe(true)
    expect(pool.toString()).toBe('x'.repeat(100))
  })

  it('waits and opens again when its connection breaks, and says why', async () => {
    const { source, opened, transport, calls, said } = setting()
    transport.opened()
    transport.bytes(bytes('half a li'), false)
    transport.closed('The other end closed the connection', false)
    expect(said).toEqual(['A source is lost; it is tried again until it is back'])
    expect(source.state).toMatchObject({ state: 'waiting', detail: 'The other end closed the connection' })
    expect(calls).toEqual(['end'])
    await expect.poll(() => opened.length, { timeout: 5_000 }).toBe(2)
    opened[1]!.opened()
    expect(source.state).toMatchObject({ state: 'open', detail: undefined, openings: 2 })
    await source.stop()
  })

  it('is back only when it brings bytes: a server that hangs up on each call is one loss, not many', async () => {
    let now = 0
    const { source, opened, transport, said } = setting(Infinity, () => now)
    transport.opened()
    transport.closed('reset', false)
    await expect.poll(() => opened.length, { timeout: 5_000 }).toBe(2)
    opened[1]!.opened()
    opened[1]!.closed('reset', false)
    expect(said).toHaveLength(1)
    await expect.poll(() => opened.length, { timeout: 5_000 }).toBe(3)
    opened[2]!.opened()
    now += 10_000
    opened[2]!.bytes(bytes('heard'), false)
    opened[2]!.closed('reset', false)
    expect(said).toHaveLength(2)
    await source.stop()
  })

  it('whose line breaks again and again is spoken of once, and again only after it was steady', async () => {
    let now = 0
    const { source, transport, said } = setting(Infinity, () => now)
    const breakAfter = (ms: number) => {
      transport.opened()
      transport.bytes(bytes('x'), false)
      now += ms
      transport.bytes(bytes('y'), false)
      transport.closed('reset', false)
    }
    for (let times = 0; times < 10; times++) breakAfter(9_999)
    expect(said).toHaveLength(1)
    breakAfter(10_000)
    expect(said).toHaveLength(2)
    await source.stop()
  })

  it('that was never open is spoken of only when it fails again and again', async () => {
    const { source, transport, said } = setting()
    transport.closed('ECONNREFUSED', false)
    expect(said).toEqual([])
    transport.closed('ECONNREFUSED', false)
    transport.closed('ECONNREFUSED', false)
    expect(said).toHaveLength(1)
    await source.stop()
  })

  it('ends its stream only after what was held back', () => {
    const { transport, taken, calls, makeRoom, source } = setting(0)
    transport.opened()
    transport.bytes(bytes('abc'), false)
    transport.closed('gone', true)
    expect(calls).toEqual([])
    makeRoom(10)
    expect(taken).toEqual(['abc'])
    expect(calls).toEqual(['end'])
    expect(source.state.state).toBe('ended')
  })

  it('that ended is not opened again; one that never opened has failed', () => {
    const ended = setting()
    ended.transport.opened()
    ended.transport.closed('The recording has ended', true)
    expect(ended.source.state.state).toBe('ended')
    const failed = setting()
    failed.transport.closed('No such file', true)
    expect(failed.source.state).toMatchObject({ state: 'failed', detail: 'No such file' })
  })

  it('closes its transport when stopped, and asks for no more', async () => {
    const { source, calls, transport, opened } = setting()
    transport.opened()
    await source.stop()
    expect(calls).toEqual(['close'])
    expect(opened).toHaveLength(1)
  })
})
