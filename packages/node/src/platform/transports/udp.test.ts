import { createSocket } from 'node:dgram'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort, Taker } from './fixtures/taking.ts'
import type { Transport } from './transport.ts'
import { udp } from './udp.ts'

const open: Transport[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((transport) => transport.close()))
})

async function listening(address: (port: number) => string) {
  const port = await freePort()
  const taker = new Taker()
  open.push(udp.open(new URL(address(port)), taker))
  await expect.poll(() => taker.isOpen || taker.closings.length > 0).toBe(true)
  return { port, taker }
}

function send(host: string, port: number, text: string, type: 'udp4' | 'udp6' = 'udp4'): Promise<void> {
  const socket = createSocket(type)
  return new Promise((resolve, reject) => {
    socket.bind(0, type === 'udp4' ? '127.0.0.1' : '::1', () => {
      if (host.startsWith('239.')) socket.setMulticastInterface('127.0.0.1')
      socket.send(text, port, host, (error) => {
        socket.close()
        if (error) reject(error)
        else resolve()
      })
    })
  })
}

describe('a UDP source', () => {
  it('takes each datagram as it came', async () => {
    const { port, taker } = await listening((port) => `udp://127.0.0.1:${port}`)
    await send('127.0.0.1', port, '!AIVDM,1\r\n')
    await send('127.0.0.1', port, '!AIVDM,2')
    await expect.poll(() => taker.text).toBe('!AIVDM,1\r\n!AIVDM,2')
    expect(taker.chunks).toBe(2)
  })

  it('listens on IPv6 too', async () => {
    const { port, taker } = await listening((port) => `udp://[::1]:${port}`)
    await send('::1', port, 'six', 'udp6')
    await expect.poll(() => taker.text).toBe('six')
  })

  it('joins a multicast group', async () => {
    const { port, taker } = await listening((port) => `udp://239.192.0.4:${port}?interface=127.0.0.1`)
    await send('239.192.0.4', port, 'group')
    await expect.poll(() => taker.text).toBe('group')
  })

  it('hears nothing once it is closed, and says nothing of it', async () => {
    const { port, taker } = await listening((port) => `udp://127.0.0.1:${port}`)
    await open.splice(0)[0]!.close()
    await send('127.0.0.1', port, 'late')
    expect(taker).toMatchObject({ text: '', closings: [] })
  })

  it('says why when its port is taken', async () => {
    const { port } = await listening((port) => `udp://127.0.0.1:${port}`)
    const second = new Taker()
    open.push(udp.open(new URL(`udp://127.0.0.1:${port}`), second))
    await expect.poll(() => second.closings).toMatchObject([{ why: expect.stringContaining('EADDRINUSE'), final: false }])
  })

  it('says why when a group cannot be joined', async () => {
    const { taker } = await listening((port) => `udp://239.192.0.4:${port}?interface=203.0.113.250`)
    expect(taker.closings).toMatchObject([{ why: expect.stringContaining('could not be joined'), final: false }])
  })
})
