import type { IncomingMessage } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocketServer, type WebSocket } from 'ws'
import { freePort, Taker } from './fixtures/taking.ts'
import type { Transport } from './transport.ts'
import { webSocket } from './websocket.ts'

const transports: Transport[] = []
const servers: WebSocketServer[] = []
afterEach(async () => {
  await Promise.all(transports.splice(0).map((transport) => transport.close()))
  for (const server of servers.splice(0)) {
    for (const client of server.clients) client.terminate()
    server.close()
  }
})

async function serverFor(onConnect: (socket: WebSocket, request: IncomingMessage) => void): Promise<number> {
  const port = await freePort()
  const server = new WebSocketServer({ host: '127.0.0.1', port })
  servers.push(server)
  server.on('connection', onConnect)
  await new Promise((resolve) => server.once('listening', resolve))
  return port
}

function client(port: number, rest = '', credentials = ''): Taker {
  const taker = new Taker()
  transports.push(webSocket.open(new URL(`ws://${credentials}127.0.0.1:${port}${rest}`), taker))
  return taker
}

describe('a WebSocket source', () => {
  it('gives each message as a datagram, of text or bytes', async () => {
    const port = await serverFor((socket) => {
      socket.send('{"a":1}')
      socket.send(Buffer.from('bytes'))
      socket.send('')
    })
    const taker = client(port)
    await expect.poll(() => taker.text).toBe('{"a":1}bytes')
    expect(taker).toMatchObject({ chunks: 2, isOpen: true })
  })

  it('ends a line with each message, newline or not', async () => {
    const port = await serverFor((socket) => socket.send('x'))
    const kinds: boolean[] = []
    const events = { opened() {}, ended() {}, closed() {}, bytes: (_: Uint8Array, datagram: boolean) => kinds.push(datagram) > 0 }
    transports.push(webSocket.open(new URL(`ws://127.0.0.1:${port}`), events))
    await expect.poll(() => kinds).toEqual([true])
  })

  it('says why when the other end closes', async () => {
    const port = await serverFor((socket) => socket.close(1008, 'no key'))
    const taker = client(port)
    await expect.poll(() => taker.closings).toEqual([{ why: 'The other end closed the connection (1008: no key)', final: false }])
  })

  it('says why nobody answers', async () => {
    const taker = client(await freePort())
    await expect.poll(() => taker.closings).toMatchObject([{ why: expect.stringContaining('ECONNREFUSED'), final: false }])
  })

  it('is given up when it stays silent for too long, but not while it speaks', async () => {
    let talk: NodeJS.Timeout | undefined
    const port = await serverFor((socket, request) => {
      if (request.url === '/talks') talk = setInterval(() => socket.send('x'), 100)
    })
    const talker = client(port, '/talks?idle=1')
    const taker = client(port, '/?idle=1')
    await expect.poll(() => taker.closings, { timeout: 10_000 }).toEqual([{ why: 'Silent for 1 s', final: false }])
    clearInterval(talk)
    expect(talker.closings).toEqual([])
  })

  it('passes on what is not for us, and says who we are', async () => {
    const requests: string[] = []
    const port = await serverFor((_, { url, headers }) => void requests.push(`${url} ${headers.authorization}`))
    client(port, '/stream?key=abc&idle=60#top', 'user:p%40ss@')
    await expect.poll(() => requests).toEqual([`/stream?key=abc Basic ${Buffer.from('user:p@ss').toString('base64')}`])
  })

  it.each([['self', 'vessels.self'], ['all', '*']])('subscribes to %s at a Signal K server, once', async (subscribe, context) => {
    const said: unknown[] = []
    const requests: (string | undefined)[] = []
    const port = await serverFor((socket, { url }) => {
      requests.push(url)
      socket.on('message', (message) => void said.push(JSON.parse(String(message))))
    })
    client(port, `/signalk/v1/stream?subscribe=${subscribe}`)
    await expect.poll(() => said).toEqual([{ context, subscribe: [{ path: '*', policy: 'instant', minPeriod: 1000 }] }])
    expect(requests).toEqual(['/signalk/v1/stream?subscribe=none'])
  })

  it('takes no message that is larger than its bound', async () => {
    const port = await serverFor((socket) => socket.send(Buffer.alloc(17 * 1024 * 1024)))
    const taker = client(port)
    await expect.poll(() => taker.closings, { timeout: 10_000 }).toMatchObject([{ why: expect.stringContaining('payload'), final: false }])
    expect(taker.chunks).toBe(0)
  })

  it('says nothing more once it is closed', async () => {
    const port = await serverFor(() => {})
    const taker = client(port)
    await expect.poll(() => taker.isOpen).toBe(true)
    await transports.splice(0)[0]!.close()
    expect(taker.closings).toEqual([])
  })

  it('can be closed while it connects', async () => {
    const taker = client(await freePort())
    await transports.splice(0)[0]!.close()
    expect(taker.closings).toEqual([])
  })
})
