import type { PreviewLine } from '@csii/contract'
import { sensorKinds } from '@csii/codecs'
import { afterEach, describe, expect, it } from 'vitest'
import type { SourceConfig } from '../platform/config.ts'
import { scriptedTransport } from './fixtures/scripted-transport.ts'
import { createPreviews, type Previews } from './previews.ts'
import type { SourceState } from './source.ts'

const source: SourceConfig = { id: 'a', title: 'A', kind: 'ais', url: 'tcp://192.0.2.1:1', nation: 'VCT', simulated: false }
const open: Previews[] = []
afterEach(async () => {
  for (const previews of open.splice(0)) await previews.close()
})

function start(sources: readonly Pick<SourceState, 'source' | 'state'>[] = [], longest?: number) {
  const wire = scriptedTransport()
  const previews = createPreviews({
    list: () => sources.map((known) => ({ ...known, detail: undefined, bytes: 0, dropped: 0, openings: 0 })),
    kinds: sensorKinds, clock: Date.now, random: () => 0, transports: wire.transports, ...(longest !== undefined && { longest }),
  })
  open.push(previews)
  const lines: PreviewLine[] = []
  let ended = 0
  const look = (more: Partial<SourceConfig> = {}) => previews.start({ ...source, ...more }, (line) => lines.push(line), () => void ended++)
  return { previews, wire, lines, look, endings: () => ended }
}

describe('the previews that run', () => {
  it('tell whether the source is open, what it brings, and its counts each second', async () => {
    const { wire, lines, look } = start()
    look()
    wire.latest.opened()
    wire.latest.bytes(Buffer.from('!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C\r\n'), false)
    await expect.poll(() => lines).toEqual(
      expect.arrayContaining([
        { state: 'connecting' }, { state: 'open' }, { plot: expect.objectContaining({ claim: expect.objectContaining({ mmsi: 477553000 }) }) },
      ]),
    )
    await expect.poll(() => lines.at(-1), { timeout: 3_000 }).toMatchObject({ counts: { bytes: 49, decoded: 1 } })
  })

  it('tell why a source cannot be opened', async () => {
    const { wire, lines, look } = start()
    look()
    wire.latest.closed('connect ECONNREFUSED', false)
    await expect.poll(() => lines.at(-1)).toEqual({ state: 'waiting', detail: 'connect ECONNREFUSED' })
  })

  it('open a source that is disabled: that is how one looks before enabling it', () => {
    const { wire, look } = start()
    look({ enabled: false })
    expect(wire.opened).toHaveLength(1)
  })

  it('are two at most, and end when nobody looks any more', async () => {
    const { wire, look, endings } = start()
    const first = look()
    look()
    expect(() => look()).toThrow(expect.objectContaining({ code: 'PREVIEW_LIMIT' }))
    first.stop()
    first.stop()
    await expect.poll(endings).toBe(1)
    expect(wire.closed).toHaveLength(1)
    look()
    expect(wire.opened).toHaveLength(3)
  })

  it('end by themselves', async () => {
    const { look, endings } = start([], 50)
    look()
    await expect.poll(endings).toBe(1)
  })

  it('end when the node stops', async () => {
    const { previews, look, endings } = start()
    look()
    await previews.close()
    expect(endings()).toBe(1)
    expect(() => look()).toThrow(expect.objectContaining({ code: 'UNAVAILABLE' }))
  })

  it('do not take a port from the source that reads it', () => {
    const bequia = { source: { ...source, id: 'bequia', url: 'udp://0.0.0.0:10110' }, state: 'open' as const }
    const { look } = start([bequia, { ...bequia, source: { ...bequia.source, url: 'udp://239.192.0.4:60004' } }])
    expect(() => look({ url: 'udp://0.0.0.0:10110' })).toThrow(expect.objectContaining({ code: 'ADDRESS_IN_USE', message: expect.stringContaining('bequia') }))
    look({ url: 'udp://239.192.0.4:60004' })
    look({ url: 'udp://0.0.0.0:10111' })
    const disabled = start([{ ...bequia, state: 'disabled' }])
    disabled.look({ url: 'udp://0.0.0.0:10110' })
  })
})
