import { createSocket, type Socket as Datagrams } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openLink, type Link } from './links.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const bytesOf = (text: string) => Buffer.from(text)

async function open(url: string, recent: readonly string[] = []): Promise<Link> {
  const link = await openLink(url, () => recent.map(bytesOf))
  closing.push(() => link.close())
  return link
}

/** Collects text until a given piece of it has come. */
function collector() {
  let text = ''
  let arrived = () => {}
  return {
    take(bytes: Uint8Array) {
      text += new TextDecoder().decode(bytes)
      arrived()
    },
    until: (piece: string) =>
      new Promise<string>((resolve) => {
        arrived = () => text.includes(piece) && resolve(text)
        arrived()
      }),
  }
}

async function ear(port = 0): Promise<{ socket: Datagrams; port: number }> {
  const socket = createSocket('udp4')
  socket.bind(port, '127.0.0.1')
  await once(socket, 'listening')
  closing.push(() => socket.close())
  return { socket, port: socket.address().port }
}

describe('a sensor that lets nodes connect', () => {
  it('tells each the past first and then what comes', async () => {
    const link = await open('tcp-listen://127.0.0.1:0', ['past one\r\n', 'past two\r\n'])
    for (let i = 0; i < 2; i++) {
      const heard = collector()
      const socket = connect(link.port, '127.0.0.1').on('data', heard.take)
      closing.push(() => socket.destroy())
      expect(await heard.until('past two\r\n')).toBe('past one\r\npast two\r\n')
      link.send(bytesOf(`live ${i}\r\n`))
      expect(await heard.until(`live ${i}\r\n`)).toBe(`past one\r\npast two\r\nlive ${i}\r\n`)
    }
  })

  it('lives on when a node hangs up', async () => {
    const link = await open('tcp-listen://127.0.0.1:0', ['past'])
    const first = connect(link.port, '127.0.0.1')
    await once(first, 'data')
    first.resetAndDestroy()
    await once(first, 'close')
    link.send(bytesOf('into the void'))
    const heard = collector()
    const second = connect(link.port, '127.0.0.1').on('data', heard.take)
    closing.push(() => second.destroy())
    expect(await heard.until('past')).toContain('past')
  })

  it('says so when its port is taken', async () => {
    const link = await open('tcp-listen://127.0.0.1:0')
    await expect(openLink(`tcp-listen://127.0.0.1:${link.port}`, () => [])).rejects.toThrow('EADDRINUSE')
  })
})

describe('a sensor that connects to a node', () => {
  it('tries until the node is there, then tells it the past and what comes', async () => {
    const before = createServer().listen(0, '127.0.0.1')
    await once(before, 'listening')
    // A server that listens on a host and port has an address with a port.
    const { port } = before.address() as AddressInfo
    await new Promise((resolve) => before.close(resolve))

    const link = await open(`tcp://127.0.0.1:${port}`, ['past'])
    link.send(bytesOf('nobody hears this'))
    const heard = collector()
    const node = createServer((socket) => {
      socket.on('data', heard.take)
      closing.unshift(() => socket.destroy())
    }).listen(port, '127.0.0.1')
    closing.push(() => node.close())
    await heard.until('past')
    link.send(bytesOf('live'))
    expect(await heard.until('live')).toBe('pastlive')
  })
})

describe('a sensor that sends datagrams', () => {
  it('sends the past in as few datagrams as Ethernet takes, and what comes one by one', async () => {
    const { socket, port } = await ear()
    const datagrams: string[] = []
    const heard = collector()
    socket.on('message', (bytes) => {
      datagrams.push(bytes.toString())
      heard.take(bytes)
    })
    const past = Array.from({ length: 25 }, (_, i) => `past ${i}${'.'.repeat(130)}\r\n`)
    const link = await open(`udp://127.0.0.1:${port}`, past)
    link.send(bytesOf('live'))
    const text = await heard.until('past 24.')
    expect(text.replace('live', '').split(/(?<=\n)/)).toEqual(past)
    expect(datagrams).toContain('live')
    expect(datagrams).toHaveLength(4)
  })

  it('tells the past again when there was nobody to hear it', async () => {
    const { socket, port } = await ear()
    await new Promise<void>((resolve) => socket.close(() => resolve()))
    closing.pop()
    const link = await open(`udp://127.0.0.1:${port}`, ['past'])
    link.send(bytesOf('into the void'))
    const { socket: late } = await ear(port)
    const heard = collector()
    late.on('message', heard.take)
    const timer = setInterval(() => link.send(bytesOf('live')), 50)
    closing.push(() => clearInterval(timer))
    expect(await heard.until('past')).toContain('past')
  })
})

describe('a wire of another kind', () => {
  it('is refused with the kinds there are', async () => {
    await expect(openLink('serial:/dev/ttyS0', () => [])).rejects.toThrow('use udp://, tcp:// or tcp-listen://')
  })
})
