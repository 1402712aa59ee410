import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort, Taker } from './fixtures/taking.ts'
import { tcpClient } from './tcp-client.ts'
import { MAX_CONNECTIONS, tcpListen } from './tcp-listen.ts'
import type { Transport } from './transport.ts'

const transports: Transport[] = []
const servers: Server[] = []
const sockets: Socket[] = []
afterEach(async () => {
  await Promise.all(transports.splice(0).map((transport) => transport.close()))
  for (const socket of sockets.splice(0)) socket.destroy()
  for (const server of servers.splice(0)) server.close()
})

async function serverOn(port: number, onConnect: (socket: Socket) => void): Promise<void> {
  const server = createServer((socket) => {
    sockets.push(socket)
    onConnect(socket)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
}

function client(port: number, query = ''): { taker: Taker; transport: Transport } {
  const taker = new Taker()
  const transport = tcpClient.open(new URL(`tcp://127.0.0.1:${port}${query}`), taker)
  transports.push(transport)
  return { taker, transport }
}

describe('a TCP source that we connect to', () => {
  it('gives its bytes, and says when the other end closes', async () => {
    const port = await freePort()
    await serverOn(port, (socket) => socket.end('!AIVDM,1\n!AIV'))
    const { taker } = client(port)
    await expect.poll(() => taker.closings).toEqual([{ why: 'The other end closed the connection', final: false }])
    expect(taker.text).toBe('!AIVDM,1\n!AIV')
  })

  it('says why nobody answers', async () => {
    const { taker } = client(await freePort())
    await expect.poll(() => taker.closings).toMatchObject([{ why: expect.stringContaining('ECONNREFUSED'), final: false }])
  })

  it('is given up when it stays silent for too long', async () => {
    const port = await freePort()
    await serverOn(port, () => {})
    const { taker } = client(port, '?idle=1')
    await expect.poll(() => taker.closings, { timeout: 10_000 }).toEqual([{ why: 'Silent for 1 s', final: false }])
  })

  it('is held back while there is no room, and then gives every byte', async () => {
    const port = await freePort()
    const line = `${'x'.repeat(99)}\n`
    await serverOn(port, (socket) => socket.end(line.repeat(20_000)))
    const taker = new Taker()
    taker.isFull = true
    const transport = tcpClient.open(new URL(`tcp://127.0.0.1:${port}`), taker)
    transports.push(transport)
    await expect.poll(() => taker.chunks).toBe(1)
    taker.isFull = false
    transport.resume()
    await expect.poll(() => taker.text.length, { timeout: 10_000 }).toBe(2_000_000)
  })
})

describe('a TCP source that connects to us', () => {
  it('may come over several connections at once, each a stream of its own', async () => {
    const port = await freePort()
    const taker = new Taker()
    transports.push(tcpListen.open(new URL(`tcp-listen://127.0.0.1:${port}`), taker))
    await expect.poll(() => taker.isOpen).toBe(true)
    const [a, b] = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')]
    sockets.push(a, b)
    a.setNoDelay(true)
    b.setNoDelay(true)
    a.write('first of ')
    b.write('second of ')
    await expect.poll(() => taker.streams.size).toBe(2)
    a.write('a\n')
    b.write(Buffer.from([0xff, 0x00, 0x0a]))
    await expect.poll(() => [...taker.streams.values()].sort()).toEqual(['first of a\n', 'second of \xff\x00\n'])
    b.end()
    await expect.poll(() => taker.endings.map((stream) => taker.streams.get(stream))).toEqual(['second of \xff\x00\n'])
    expect(taker.closings).toEqual([])
  })

  it('comes in even when dead connections hold every place, and does not lose its own to them', async () => {
    const port = await freePort()
    const taker = new Taker()
    transports.push(tcpListen.open(new URL(`tcp-listen://127.0.0.1:${port}`), taker))
    await expect.poll(() => taker.isOpen).toBe(true)
    const connected = async () => {
      const socket = connect(port, '127.0.0.1')
      sockets.push(socket)
      await new Promise((resolve) => socket.once('connect', resolve))
      return socket
    }
    const sensor = await connected()
    for (let times = 0; times < 3; times++) {
      for (let n = 1; n < MAX_CONNECTIONS; n++) await connected()
      sensor.write(`heard ${times}\n`)
      await expect.poll(() => taker.text).toContain(`heard ${times}\n`)
    }
    const late = await connected()
    late.write('late\n')
    await expect.poll(() => taker.text).toContain('late\n')
  })

  it('keeps newcomers out while it is held back, so that what waits does not grow', async () => {
    const port = await freePort()
    const taker = new Taker()
    taker.isFull = true
    transports.push(tcpListen.open(new URL(`tcp-listen://127.0.0.1:${port}`), taker))
    await expect.poll(() => taker.isOpen).toBe(true)
    for (let n = 0; n < 3 * MAX_CONNECTIONS; n++) {
      const socket = connect(port, '127.0.0.1').on('error', () => {})
      sockets.push(socket)
      socket.write(`${n}\n`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(taker.chunks).toBe(MAX_CONNECTIONS)
  })

  it('says why when its port is taken', async () => {
    const port = await freePort()
    await serverOn(port, () => {})
    const taker = new Taker()
    transports.push(tcpListen.open(new URL(`tcp-listen://127.0.0.1:${port}`), taker))
    await expect.poll(() => taker.closings).toMatchObject([{ why: expect.stringContaining('EADDRINUSE'), final: false }])
  })

  it('lets go of its connections when closed', async () => {
    const port = await freePort()
    const taker = new Taker()
    const transport = tcpListen.open(new URL(`tcp-listen://127.0.0.1:${port}`), taker)
    await expect.poll(() => taker.isOpen).toBe(true)
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    await new Promise((resolve) => socket.once('connect', resolve))
    await transport.close()
    await closed
    expect(taker.closings).toEqual([])
  })
})
