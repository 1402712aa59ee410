import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createLog } from './log.ts'
import { createServer, listen, ListenError } from './server.ts'

const page = mkdtempSync(join(tmpdir(), 'csii-page-'))
mkdirSync(join(page, 'assets'))
mkdirSync(join(page, 'basemap'))
writeFileSync(join(page, 'index.html'), '<title>CSII</title>')
writeFileSync(join(page, 'assets', 'main-abc123.js'), 'export {}')
writeFileSync(join(page, 'basemap', 'sea.pmtiles'), 'PMTiles-0123456789')
afterAll(() => rmSync(page, { recursive: true }))

async function get(url: string, { pageRoot = page, host = '127.0.0.1', headers = {} } = {}) {
  const server = await createServer({ host, log: createLog('silent'), pageRoot })
  const response = await server.inject({ url, headers: { host: 'localhost:8080', ...headers } })
  await server.close()
  return response
}

describe('the page', () => {
  it('is served, and asked for anew each time', async () => {
    const response = await get('/')
    expect(response.body).toBe('<title>CSII</title>')
    expect(response.headers['cache-control']).toBe('no-cache')
  })

  it('lets browsers keep files that are named by their content', async () => {
    expect((await get('/assets/main-abc123.js')).headers['cache-control']).toContain('immutable')
  })

  it('gives a part of the base map when a part is asked for', async () => {
    const response = await get('/basemap/sea.pmtiles', { headers: { range: 'bytes=8-11' } })
    expect(response.statusCode).toBe(206)
    expect(response.body).toBe('0123')
  })

  it('says what to do when it has not been built', async () => {
    const response = await get('/', { pageRoot: join(page, 'nowhere') })
    expect(response.statusCode).toBe(503)
    expect(response.body).toContain('npm run build')
  })

  it('may load nothing from anywhere else', async () => {
    const policy = String((await get('/')).headers['content-security-policy'])
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("worker-src 'self' blob:")
    expect(policy).not.toContain('http')
    expect(policy).not.toContain('upgrade-insecure-requests')
  })
})

describe('a node on loopback', () => {
  it.each(['localhost', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080'])('answers to %s', async (host) => {
    expect((await get('/', { headers: { host } })).statusCode).toBe(200)
  })

  it('does not answer to a name that was pointed at it', async () => {
    const response = await get('/', { headers: { host: 'rebound.example' } })
    expect(response.statusCode).toBe(403)
    expect(response.json()).toMatchObject({ code: 'HOST_NOT_ALLOWED' })
  })

  const others = ['http://evil.example', 'http://localhost:9999', 'null']
  it.each(others)('does not answer to a page of %s', async (origin) => {
    const response = await get('/api/openapi.json', { headers: { origin } })
    expect(response.json()).toMatchObject({ status: 403, code: 'ORIGIN_NOT_ALLOWED' })
  })

  it('answers to its own page', async () => {
    expect((await get('/api/openapi.json', { headers: { origin: 'http://localhost:8080' } })).statusCode).toBe(200)
  })
})

describe('a request that comes drop by drop', () => {
  it('has half a minute to arrive', async () => {
    const { server } = await createServer({ host: '127.0.0.1', log: createLog('silent'), pageRoot: page })
    expect(server.requestTimeout).toBe(30_000)
  })
})

describe('a node on a network', () => {
  it('answers to any name, but only to its own page', async () => {
    const headers = { host: 'csii.example:8080' }
    const status = async (more: object) => (await get('/', { host: '0.0.0.0', headers: { ...headers, ...more } })).statusCode
    expect(await status({})).toBe(200)
    expect(await status({ origin: 'http://csii.example:8080' })).toBe(200)
    expect(await status({ origin: 'http://evil.example' })).toBe(403)
  })
})

describe('an address', () => {
  it('of another machine is named, with the flag that chooses another', async () => {
    const host = '192.0.2.1'
    const server = await createServer({ host, log: createLog('silent'), pageRoot: page })
    const attempt = listen(server, host, 0)
    await expect(attempt).rejects.toThrow(ListenError)
    await expect(attempt).rejects.toThrow(new RegExp(`^${host} is no address of this machine .*--host`))
    await server.close()
  })
})

describe('a port', () => {
  it('that is taken is named, with the flag that chooses another', async () => {
    const other = createTcpServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    // A server that listens on a port has an address with one.
    const { port } = other.address() as AddressInfo
    const server = await createServer({ host: '127.0.0.1', log: createLog('silent'), pageRoot: page })
    const attempt = listen(server, '127.0.0.1', port)
    await expect(attempt).rejects.toThrow(ListenError)
    await expect(attempt).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`)
    await expect(attempt).rejects.toThrow('--port')
    await server.close()
    other.close()
  })
})
