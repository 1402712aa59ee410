import { describe, expect, it } from 'vitest'
import type { WorkerSensor } from '../pipeline/messages.ts'
import type { SourceConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { scriptedTransport } from './fixtures/scripted-transport.ts'
import { createIngest } from './ingest.ts'

const source = (id: string, more: Partial<SourceConfig> = {}): SourceConfig =>
  ({ id, title: id, kind: 'ais', url: `tcp://${id}:1`, nation: 'VCT', simulated: false, ...more })

function run(...sources: SourceConfig[]) {
  const wire = scriptedTransport()
  const done: string[] = []
  const ingest = createIngest({
    sources, clock: () => 0, random: () => 0, log: createLog('silent'), transports: wire.transports,
    intake: { offer: () => true, whenRoom() {}, end: (id) => void done.push(`end ${id}`) },
    sensors: {
      install: ({ id, kind }: WorkerSensor) => void done.push(`install ${id} ${kind}`),
      remove: (id) => void done.push(`remove ${id}`),
    },
  })
  ingest.start()
  const states = () => ingest.list().map(({ source: { id }, state }) => `${id} ${state}`)
  return { ingest, wire, done, states }
}

describe('the sources that run', () => {
  it('are opened at the start, except those that are disabled', () => {
    const { wire, states } = run(source('a'), source('b', { enabled: false }))
    expect(wire.opened.map(({ url }) => url)).toEqual(['tcp://a:1'])
    expect(states()).toEqual(['a connecting', 'b disabled'])
  })

  it('may become more while the node runs', () => {
    const { ingest, wire, done, states } = run(source('a'))
    ingest.add(source('b'))
    expect(done).toEqual(['install b ais'])
    expect(wire.opened).toHaveLength(2)
    expect(states()).toEqual(['a connecting', 'b connecting'])
  })

  it('are closed, given their new place, and opened as they were described anew', async () => {
    const { ingest, wire, done, states } = run(source('a'), source('b'))
    wire.opened[0]!.events.opened()
    wire.opened[0]!.events.bytes(Buffer.from('half'), false)
    await ingest.replace(source('a', { kind: 'asterix', url: 'tcp://elsewhere:1' }))
    expect(wire.closed).toEqual(['tcp://a:1'])
    expect(done).toEqual(['end a', 'install a asterix'])
    expect(wire.opened.at(-1)?.url).toBe('tcp://elsewhere:1')
    expect(states()).toEqual(['a connecting', 'b connecting'])
  })

  it('are closed before they are removed', async () => {
    const { ingest, wire, done, states } = run(source('a'), source('b'))
    await ingest.remove('a')
    expect(wire.closed).toEqual(['tcp://a:1'])
    expect(done).toEqual(['remove a'])
    expect(states()).toEqual(['b connecting'])
  })

  it('hold no transport while they are disabled, and count on when they are enabled', async () => {
    const { ingest, wire, states } = run(source('a'))
    wire.latest.opened()
    wire.latest.bytes(Buffer.from('12345'), true)
    await ingest.enable('a', false)
    expect(wire.closed).toHaveLength(1)
    expect(states()).toEqual(['a disabled'])
    expect(ingest.list()[0]?.source.enabled).toBe(false)
    await ingest.enable('a', true)
    await ingest.enable('a', true)
    expect(wire.opened).toHaveLength(2)
    wire.latest.opened()
    expect(ingest.list()).toMatchObject([{ state: 'open', bytes: 5, source: { enabled: true } }])
  })

  it('that are disabled while they wait to call again call no more', async () => {
    const { ingest, wire } = run(source('a'))
    wire.latest.closed('refused', false)
    await ingest.enable('a', false)
    expect(ingest.list()).toMatchObject([{ state: 'disabled', detail: undefined }])
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect(wire.opened).toHaveLength(1)
  })

  it('are changed one change after another, and one that was removed does not come back', async () => {
    const { ingest, states, done } = run(source('a'))
    await Promise.all([ingest.remove('a'), ingest.replace(source('a')), ingest.enable('a', true)])
    expect(states()).toEqual([])
    expect(done).toEqual(['remove a'])
  })

  it('are all closed when the node stops, and none is opened any more', async () => {
    const { ingest, wire } = run(source('a'), source('b'))
    await ingest.stop()
    expect(wire.closed).toHaveLength(2)
    ingest.add(source('c'))
    await ingest.enable('a', true)
    expect(wire.opened).toHaveLength(2)
  })
})
