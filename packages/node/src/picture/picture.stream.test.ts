import { decodeFrame, DELTA, SNAPSHOT, type PictureFrame } from '@csii/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { shipAt } from '../pipeline/fixtures/tracks.ts'
import { TableWriter } from '../pipeline/table-writer.ts'
import { allocateTable, openTable } from '../pipeline/track-table.ts'
import { createLog } from '../platform/log.ts'
import { createServer, listen } from '../platform/server.ts'
import { createPictureStream } from './picture.stream.ts'

const VIEW = { type: 'view', west: -64, south: 10, east: -58, north: 18 }
const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function startNode(maxClients = 10) {
  const table = openTable(allocateTable(16, ['kingstown']))
  const stream = createPictureStream({ table, epoch: 7, clock: Date.now, maxClients })
  const server = await createServer({ host: '127.0.0.1', log: createLog('silent') })
  await server.register(stream.plugin)
  const address = await listen(server, '127.0.0.1', 0)
  closers.push(() => stream.stop(), () => server.close())
  return { writer: new TableWriter(table), stream, url: `${address.replace('http', 'ws')}/api/picture` }
}

/** A screen that reads its frames one by one. */
function connect(url: string, headers = {}) {
  const socket = new WebSocket(url, { headers })
  const frames: PictureFrame[] = []
  const waiting: ((frame: PictureFrame) => void)[] = []
  socket.on('message', (data: Buffer) => {
    const frame = decodeFrame(data)!
    const next = waiting.shift()
    if (next) next(frame)
    else frames.push(frame)
  })
  socket.on('error', () => {})
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) })))
  const opened = new Promise<void>((resolve) => socket.on('open', resolve))
  closers.push(async () => socket.terminate())
  return {
    socket, closed, opened, frames,
    async send(request: unknown) {
      await opened
      socket.send(typeof request === 'string' ? request : JSON.stringify(request))
    },
    next: () =>
      new Promise<PictureFrame>((resolve) => (frames.length ? resolve(frames.shift()!) : waiting.push(resolve))),
    async until(isIt: (frame: PictureFrame) => boolean): Promise<PictureFrame> {
      for (;;) {
        const frame = await this.next()
        if (isIt(frame)) return frame
      }
    },
  }
}

describe('the live picture', () => {
  it('begins with all that is in view, and goes on with what changes', async () => {
    const { writer, url } = await startNode()
    writer.put(shipAt(1, 13, -61, { claim: { mmsi: 1, name: 'ADMIRAL BAY' } }))
    writer.put(shipAt(2, 50, 5))
    const screen = connect(url)
    await screen.send(VIEW)
    const first = await screen.next()
    expect(first).toMatchObject({ kind: SNAPSHOT, epoch: 7, tracksTotal: 2, tracksInView: 1 })
    expect(first.contacts.map(({ name }) => name)).toEqual(['ADMIRAL BAY'])
    writer.put(shipAt(1, 13.5, -61, { claim: { mmsi: 1, name: 'ADMIRAL BAY' } }))
    const delta = await screen.until(({ contacts }) => contacts.length > 0)
    expect(delta).toMatchObject({ kind: DELTA, contacts: [{ serial: 1, lat: 13.5, name: undefined }] })
  })

  it('shows that the node lives when nothing happens', async () => {
    const { url } = await startNode()
    const screen = connect(url)
    await screen.send(VIEW)
    await screen.next()
    expect(await screen.next()).toMatchObject({ kind: DELTA, contacts: [], removed: [] })
  })

  it('follows a client that looks elsewhere', async () => {
    const { writer, url } = await startNode()
    writer.put(shipAt(1, 13, -61))
    writer.put(shipAt(2, 50, 5))
    const screen = connect(url)
    await screen.send(VIEW)
    await screen.next()
    await screen.send({ ...VIEW, west: 0, south: 49, east: 10, north: 55 })
    const frame = await screen.until(({ contacts }) => contacts.length > 0)
    expect(frame).toMatchObject({ contacts: [{ serial: 2 }], removed: [1] })
  })

  it('goes on where a lost connection was', async () => {
    const { writer, url } = await startNode()
    writer.put(shipAt(1, 13, -61))
    writer.put(shipAt(2, 13, -61))
    const lost = connect(url)
    await lost.send(VIEW)
    const { epoch, revision } = await lost.next()
    lost.socket.terminate()
    writer.put(shipAt(2, 13.1, -61))
    const again = connect(url)
    await again.send({ ...VIEW, resume: { epoch, revision } })
    expect(await again.next()).toMatchObject({ kind: DELTA, tracksInView: 2, contacts: [{ serial: 2, lat: 13.1 }] })
  })

  it.each([
    ['no JSON', 'view please'],
    ['another type', { ...VIEW, type: 'sight' }],
    ['a place off the earth', { ...VIEW, north: 91 }],
    ['too many frames a second', { ...VIEW, rateHz: 100 }],
    ['a word that the contract does not have', { ...VIEW, colour: 'red' }],
  ])('hangs up on %s, and says what to send', async (_what, request) => {
    const { url } = await startNode()
    const screen = connect(url)
    await screen.send(request)
    expect(await screen.closed).toEqual({ code: 1008, reason: expect.stringContaining('"type":"view"') })
  })

  it('hangs up on binary requests and on huge ones', async () => {
    const { url } = await startNode()
    const [binary, huge] = [connect(url), connect(url)]
    await binary.opened
    binary.socket.send(Buffer.from(JSON.stringify(VIEW)))
    expect((await binary.closed).code).toBe(1008)
    await huge.send('x'.repeat(10_000))
    expect((await huge.closed).code).toBe(1009)
  })

  it('serves so many screens and no more', async () => {
    const { url, stream } = await startNode(1)
    const first = connect(url)
    await first.send(VIEW)
    await first.next()
    expect(await connect(url).closed).toMatchObject({ code: 1013, reason: expect.stringContaining('1 screens') })
    expect(stream.clients).toBe(1)
  })

  it('says goodbye when the node stops', async () => {
    const { url, stream } = await startNode()
    const screen = connect(url)
    await screen.send(VIEW)
    await screen.next()
    const [parting] = await Promise.all([screen.closed, stream.stop()])
    expect(parting).toEqual({ code: 1001, reason: 'The node stops.' })
  })

  it('is not shown to a page of somebody else', async () => {
    const { url } = await startNode()
    const screen = connect(url, { origin: 'http://evil.example' })
    expect((await screen.closed).code).toBe(1006)
    expect(screen.frames).toEqual([])
  })
})
