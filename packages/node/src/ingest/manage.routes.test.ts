import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { startPipeline } from '../pipeline/pipeline.ts'
import { createLog } from '../platform/log.ts'
import { createServer } from '../platform/server.ts'
import { openStore } from '../platform/store/open-store.ts'
import { freePort } from '../platform/transports/fixtures/taking.ts'
import { readSources } from './sources.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const log = createLog('silent')
const directory = () => {
  const path = mkdtempSync(join(tmpdir(), 'csii-manage-'))
  closers.push(() => rmSync(path, { recursive: true }))
  return path
}

async function start(dataDir = directory()) {
  const store = await openStore(dataDir, 'csii')
  const fixed = { id: 'drill', title: 'Drill', kind: 'ais', url: 'tcp-listen://127.0.0.1:0', nation: 'VCT', simulated: true, enabled: false }
  const config = { node: { name: 'Test', nation: 'VCT' }, listen: { host: '127.0.0.1', port: 0 }, dataDir, sources: [fixed] }
  const sources = await readSources(config, store, log)
  const pipeline = startPipeline({ sensors: sources.atStart, clock: Date.now, onFailure() {} })
  const { ingest, plugin } = sources.run({ pipeline, healthOf: () => undefined, clock: Date.now, random: Math.random })
  const server = await createServer({ host: '127.0.0.1', log })
  await server.register(plugin)
  ingest.start()
  const stop = async () => {
    await ingest.stop()
    await server.close()
    await pipeline.stop()
    await store.close()
  }
  closers.push(stop)
  return { server, stop }
}

const ask = async (server: FastifyInstance, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) => {
  const answer = await server.inject({ method, url, headers: { host: 'localhost' }, ...(body && { payload: body }) })
  return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
}

describe('the sources of a node, managed through its API', () => {
  it('can be added, changed, disabled, enabled and removed', async () => {
    const { server } = await start()
    const url = `udp://127.0.0.1:${await freePort()}`
    const radar = { title: 'Radar, Bequia', kind: 'asterix', url, position: { lat: 13.01, lon: -61.23 }, antennaHeight: 120, options: { editions: '048=1.27' } }
    expect(await ask(server, 'POST', '/api/sources', radar)).toMatchObject({
      status: 201, body: { id: 'radar-bequia', origin: 'page', enabled: true, nation: 'VCT', ...radar },
    })
    await expect.poll(async () => (await ask(server, 'GET', '/api/sources')).body).toMatchObject([
      { id: 'drill', origin: 'file', state: 'disabled', enabled: false }, { id: 'radar-bequia', state: 'open' },
    ])
    expect(await ask(server, 'PUT', '/api/sources/radar-bequia', { ...radar, title: 'Radar' })).toMatchObject({ status: 200, body: { title: 'Radar' } })
    expect(await ask(server, 'PUT', '/api/sources/radar-bequia/enabled', { enabled: false })).toMatchObject({ status: 200, body: { state: 'disabled' } })
    expect(await ask(server, 'PUT', '/api/sources/radar-bequia/enabled', { enabled: true })).toMatchObject({ status: 200, body: { enabled: true } })
    expect(await ask(server, 'DELETE', '/api/sources/radar-bequia')).toEqual({ status: 204, body: undefined })
    expect((await ask(server, 'GET', '/api/sources')).body).toHaveLength(1)
  })

  it('are the same after a restart', async () => {
    const dataDir = directory()
    const first = await start(dataDir)
    await ask(first.server, 'POST', '/api/sources', { id: 'feed', url: 'tcp://127.0.0.1:1', options: {}, enabled: false })
    closers.pop()
    await first.stop()
    const { server } = await start(dataDir)
    expect((await ask(server, 'GET', '/api/sources')).body).toMatchObject([{ id: 'drill' }, { id: 'feed', state: 'disabled', origin: 'page' }])
  })

  it('of the file stay as they are there, except that they can be disabled', async () => {
    const { server } = await start()
    expect(await ask(server, 'DELETE', '/api/sources/drill')).toMatchObject({ status: 409, body: { code: 'SOURCE_IN_FILE' } })
    expect(await ask(server, 'PUT', '/api/sources/drill', { url: 'tcp://127.0.0.1:1' })).toMatchObject({ status: 409, body: { code: 'SOURCE_IN_FILE' } })
    expect(await ask(server, 'PUT', '/api/sources/drill/enabled', { enabled: true })).toMatchObject({ status: 200, body: { enabled: true } })
  })

  it.each([
    ['a file', { url: 'file:/etc/passwd' }, 403, 'TRANSPORT_NOT_ALLOWED'],
    ['standard input', { url: 'stdin:' }, 403, 'TRANSPORT_NOT_ALLOWED'],
    ['nothing', {}, 400, 'BAD_REQUEST'],
    ['what no source has', { url: 'tcp://127.0.0.1:1', colour: 'blue' }, 400, 'BAD_REQUEST'],
    ['an edition that nobody wrote', { url: 'tcp://127.0.0.1:1', kind: 'asterix', options: { editions: '048=9.9' } }, 400, 'SOURCE_INVALID'],
    ['a name of control characters', { url: 'tcp://127.0.0.1:1', title: 'a\u0007b' }, 400, 'SOURCE_INVALID'],
    ['an id that is taken', { id: 'drill', url: 'tcp://127.0.0.1:1' }, 409, 'SOURCE_EXISTS'],
    ['too much', { url: 'tcp://127.0.0.1:1', options: { editions: 'x'.repeat(70_000) } }, 413, 'TOO_LARGE'],
  ])('refuse %s, with a code', async (_what, body, status, code) => {
    const { server } = await start()
    expect(await ask(server, 'POST', '/api/sources', body)).toMatchObject({ status, body: { code } })
  })

  it('are changed by the node\'s own page only', async () => {
    const { server } = await start()
    const answer = await server.inject({
      method: 'POST', url: '/api/sources', headers: { host: 'localhost', origin: 'https://elsewhere.example' }, payload: { url: 'tcp://127.0.0.1:1' },
    })
    expect(answer.json()).toMatchObject({ code: 'ORIGIN_NOT_ALLOWED' })
    expect((await ask(server, 'GET', '/api/sources')).body).toHaveLength(1)
  })
})

describe('/api/sensor-kinds', () => {
  it('tells what a person can choose from', async () => {
    const { server } = await start()
    const { body } = await ask(server, 'GET', '/api/sensor-kinds')
    expect(body.kinds).toContainEqual({ id: 'ais', title: 'AIS over NMEA 0183', options: [] })
    expect(body.kinds.find(({ id }: { id: string }) => id === 'asterix').options).toMatchObject([{ key: 'editions', form: 'text', choices: [] }, { key: 'rangeSigma', form: 'number' }, { key: 'azimuthSigmaDeg' }])
    expect(body.transports).toContainEqual({ scheme: 'serial:', form: 'serial:/dev/ttyUSB0?baud=38400' })
  })
})
