import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort, Taker } from './fixtures/taking.ts'
import { httpPoll, LARGEST_ANSWER_BYTES } from './http-poll.ts'
import type { Transport } from './transport.ts'

const transports: Transport[] = []
const servers: Server[] = []
afterEach(async () => {
  await Promise.all(transports.splice(0).map((transport) => transport.close()))
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serverFor(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  const port = await freePort()
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return port
}

function polled(port: number, rest = '/?every=0.1', credentials = ''): Taker {
  const taker = new Taker()
  transports.push(httpPoll.open(new URL(`http://${credentials}127.0.0.1:${port}${rest}`), taker))
  return taker
}

describe('an HTTP source', () => {
  it('is asked again and again, and gives each answer as a datagram', async () => {
    let asked = 0
    const port = await serverFor((_, response) => void response.end(`answer ${++asked};`))
    const taker = polled(port)
    await expect.poll(() => taker.text).toContain('answer 1;answer 2;answer 3;')
    expect(taker).toMatchObject({ isOpen: true, closings: [] })
  })

  it('does not let its server send it on to another one', async () => {
    let asked = 0
    const other = await serverFor((_, response) => {
      asked++
      response.end('secret')
    })
    const port = await serverFor((_, response) => void response.writeHead(302, { location: `http://127.0.0.1:${other}/reboot` }).end())
    const taker = polled(port)
    await expect.poll(() => taker.closings).toHaveLength(1)
    expect(taker.closings[0]?.why).toBe('The server answered 302 Found: it sends us to another address, which is not followed. Write that address')
    expect([taker.text, asked]).toEqual(['', 0])
  })

  it('ends a line with each answer, newline or not', async () => {
    const port = await serverFor((_, response) => void response.end('x'))
    const kinds: boolean[] = []
    const events = { opened() {}, ended() {}, closed() {}, bytes: (_: Uint8Array, datagram: boolean) => kinds.push(datagram) > 0 }
    transports.push(httpPoll.open(new URL(`http://127.0.0.1:${port}/?every=3600`), events))
    await expect.poll(() => kinds).toEqual([true])
  })

  it('gives an answer once while its tag stays the same', async () => {
    let asked = 0
    const port = await serverFor((request, response) => {
      asked++
      if (request.headers['if-none-match'] === '"v1"') return void response.writeHead(304).end()
      response.setHeader('etag', '"v1"')
      response.end('model')
    })
    const taker = polled(port)
    await expect.poll(() => asked).toBeGreaterThan(2)
    expect(taker).toMatchObject({ text: 'model', closings: [] })
  })

  it('gives an answer again that there was no room for', async () => {
    const port = await serverFor((request, response) => {
      if (request.headers['if-none-match'] === '"v1"') return void response.writeHead(304).end()
      response.setHeader('etag', '"v1"')
      response.end('model;')
    })
    const taker = new Taker()
    taker.isFull = true
    transports.push(httpPoll.open(new URL(`http://127.0.0.1:${port}/?every=0.1`), taker))
    await expect.poll(() => taker.chunks).toBeGreaterThan(2)
  })

  it('is asked no sooner than it may be', async () => {
    let asked = 0
    const port = await serverFor((_, response) => {
      asked++
      response.end('x')
    })
    const taker = polled(port, '/?every=3600')
    await expect.poll(() => taker.chunks).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(asked).toBe(1)
  })

  it('is asked for what is not for us, and told who we are', async () => {
    const requests: string[] = []
    const port = await serverFor(({ url, headers }, response) => {
      requests.push(`${url} ${headers.authorization}`)
      response.end('x')
    })
    polled(port, '/signalk/v1/api/vessels/self?key=abc&every=3600#top', 'user:p%40ss@')
    await expect.poll(() => requests).toEqual([`/signalk/v1/api/vessels/self?key=abc Basic ${Buffer.from('user:p@ss').toString('base64')}`])
  })

  it('may be packed, and may have nothing to say', async () => {
    const port = await serverFor(({ url }, response) => {
      if (url === '/none') return void response.writeHead(204).end()
      response.setHeader('content-encoding', 'gzip')
      response.end(gzipSync('packed'))
    })
    const [packed, silent] = [polled(port, '/?every=3600'), polled(port, '/none?every=3600')]
    await expect.poll(() => packed.text).toBe('packed')
    await expect.poll(() => silent.isOpen).toBe(true)
    expect(silent.chunks).toBe(0)
  })

  it('says why it is refused', async () => {
    const port = await serverFor((_, response) => void response.writeHead(503).end('later'))
    const taker = polled(port)
    await expect.poll(() => taker.closings).toEqual([{ why: 'The server answered 503 Service Unavailable', final: false }])
    expect(taker.text).toBe('')
  })

  it('says why nobody answers', async () => {
    const taker = polled(await freePort())
    await expect.poll(() => taker.closings).toMatchObject([{ why: expect.stringContaining('ECONNREFUSED'), final: false }])
  })

  it('is lost when the answer breaks off', async () => {
    const port = await serverFor((_, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('half')
      setTimeout(() => response.destroy(), 20)
    })
    const taker = polled(port)
    await expect.poll(() => taker.closings).toMatchObject([{ final: false }])
    expect(taker.text).toBe('')
  })

  it('takes no answer that is larger than its bound, packed or not', async () => {
    const port = await serverFor(({ url }, response) => {
      if (url === '/packed') response.setHeader('content-encoding', 'gzip')
      const body = Buffer.alloc(LARGEST_ANSWER_BYTES + 1)
      response.end(url === '/packed' ? gzipSync(body) : body)
    })
    for (const path of ['/', '/packed']) {
      const taker = polled(port, path)
      await expect.poll(() => taker.closings, { timeout: 10_000 }).toEqual([{ why: 'The answer is longer than 16 MiB', final: false }])
      expect(taker.chunks).toBe(0)
    }
  })

  it('says nothing more once it is closed, even while it waits for an answer', async () => {
    let asked = 0
    const port = await serverFor(() => void asked++)
    const taker = polled(port)
    await expect.poll(() => asked).toBe(1)
    await transports.splice(0)[0]!.close()
    expect(taker).toMatchObject({ text: '', closings: [] })
  })
})
