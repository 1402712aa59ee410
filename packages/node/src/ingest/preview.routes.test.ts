import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net'
import type { NewSource, PreviewLine } from '@csii/contract'
import { sensorKinds } from '@csii/codecs'
import { afterEach, describe, expect, it } from 'vitest'
import type { SourceConfig } from '../platform/config.ts'
import { refusal } from '../platform/errors.ts'
import { createLog } from '../platform/log.ts'
import { createServer, listen } from '../platform/server.ts'
import { previewRoutes } from './preview.routes.ts'
import { createPreviews } from './previews.ts'

const REPORT = '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C\r\n'
const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** Whoever connects is sent this again and again. */
async function receiver(text: string, everyMs = 20) {
  const sockets = new Set<Socket>()
  const server = createTcpServer((socket) => {
    sockets.add(socket)
    const sending = setInterval(() => socket.write(text), everyMs)
    socket.on('error', () => {}).on('close', () => {
      clearInterval(sending)
      sockets.delete(socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  // A server that listens on a port has an address with one.
  return { sockets, url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function node() {
  const read = ({ url, kind = 'ais' }: NewSource): SourceConfig => {
    if (url === 'file:/x') throw refusal('TRANSPORT_NOT_ALLOWED', 'No.')
    return { id: 'x', title: 'X', kind, url, nation: 'VCT', simulated: false }
  }
  const server = await createServer({ host: '127.0.0.1', log: createLog('silent') })
  const previews = createPreviews({ list: () => [], kinds: sensorKinds, clock: Date.now, random: Math.random })
  await server.register(previewRoutes, { ingest: { list: () => [] }, register: { read }, previews })
  const address = await listen(server, '127.0.0.1', 0)
  const stop = () => server.close()
  closers.push(stop)
  const look = (body: object, signal?: AbortSignal) =>
    fetch(`${address}/api/sources/preview`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), ...(signal && { signal }),
    })
  return { look, stop }
}

/** Lines until one of them is what was waited for. */
async function linesUntil(answer: Response, isLast: (line: PreviewLine) => boolean): Promise<PreviewLine[]> {
  const lines: PreviewLine[] = []
  let rest = ''
  for await (const bytes of answer.body!) {
    const parts = (rest + Buffer.from(bytes).toString()).split('\n')
    rest = parts.pop()!
    // The node writes nothing but lines of previews here.
    for (const part of parts) lines.push(JSON.parse(part) as PreviewLine)
    if (lines.some(isLast)) break
  }
  return lines
}

describe('a preview over HTTP', () => {
  it('recognises a source and shows what it brings, live; hanging up ends it', async () => {
    const { url, sockets } = await receiver(REPORT)
    const { look } = await node()
    const answer = await look({ url, kind: 'auto' })
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
    const lines = await linesUntil(answer, (line) => 'counts' in line)
    expect(lines).toContainEqual({ state: 'open' })
    expect(lines).toContainEqual({ kind: 'ais' })
    expect(lines).toContainEqual({ plot: expect.objectContaining({ claim: expect.objectContaining({ mmsi: 477553000 }) }) })
    await expect.poll(() => sockets.size).toBe(0)
  })

  it('ends with the node', async () => {
    const { url, sockets } = await receiver(REPORT)
    const { look, stop } = await node()
    const answer = await look({ url })
    await expect.poll(() => sockets.size).toBe(1)
    await stop()
    await expect.poll(() => sockets.size).toBe(0)
    await answer.text().catch(() => '')
  })

  it('holds nothing for a client that does not read', async () => {
    const { url } = await receiver('junk\n'.repeat(2000), 5)
    const { look } = await node()
    const answer = await look({ url })
    const before = process.memoryUsage().heapUsed
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024)
    await answer.body!.cancel()
  })

  it('is refused with a code: what may not be, and a third at once', async () => {
    const { url } = await receiver(REPORT)
    const { look } = await node()
    expect(await (await look({ url: 'file:/x' })).json()).toMatchObject({ code: 'TRANSPORT_NOT_ALLOWED' })
    expect(await (await look({})).json()).toMatchObject({ code: 'BAD_REQUEST' })
    const hangUp = new AbortController()
    await Promise.all([look({ url }, hangUp.signal), look({ url }, hangUp.signal)])
    expect(await (await look({ url })).json()).toMatchObject({ status: 429, code: 'PREVIEW_LIMIT' })
    hangUp.abort()
    await expect.poll(async () => {
      const again = new AbortController()
      const { status } = await look({ url }, again.signal)
      again.abort()
      return status
    }).toBe(200)
  })
})
