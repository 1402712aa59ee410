import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { encodeAsterix } from '@csii/codecs'
import type { FiledSightings, HealthView, TrackDetail, TrackList } from '@csii/contract'
import { DECODE_PROBLEMS } from '@csii/model'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { startNode, type RunningNode } from './main.ts'
import type { SourceConfig } from './platform/config.ts'
import { createLog } from './platform/log.ts'
import { ListenError } from './platform/server.ts'
import { freePort } from './platform/transports/fixtures/taking.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const newDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'csii-node-'))
  closers.push(() => rmSync(directory, { recursive: true }))
  return directory
}

async function start(sources: readonly SourceConfig[], dataDir = newDirectory(), port = 0, clock: () => number = Date.now): Promise<RunningNode> {
  const node = await startNode(
    { node: { name: 'Test', nation: 'VCT' }, listen: { host: '127.0.0.1', port }, dataDir, sources },
    { clock, random: Math.random, log: createLog('silent') },
  )
  closers.push(() => node.stop())
  return node
}

/** A receiver on the network: whoever connects is sent these bytes. */
async function receiver(bytes: Uint8Array, more: Partial<SourceConfig> = {}): Promise<SourceConfig> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}))
    socket.write(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  const url = `tcp://127.0.0.1:${port}`
  return { id: 'receiver', title: 'Receiver', kind: 'ais', url, nation: 'VCT', simulated: false, ...more }
}

// The server checks its answers against the schemas that these types come from.
const get = async (node: RunningNode, path: string) => (await fetch(node.address + path)).json()
const health = async (node: RunningNode) => (await get(node, '/api/health')) as HealthView
const tracks = async (node: RunningNode, query = '') => (await get(node, `/api/tracks${query}`)) as TrackList

async function counted(node: RunningNode, what: string): Promise<number> {
  const metrics = await (await fetch(`${node.address}/metrics`)).text()
  const line = metrics.split('\n').find((text) => text.includes(`="receiver"`) && text.includes(`="${what}"`))
  return Number(line?.split(' ')[1] ?? 0)
}

/** Message 5 of MMSI 351759000, in two sentences (the AIVDM document of the gpsd project). */
const EVER_DIADEM = Buffer.from(
  '!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C\r\n' +
    '!AIVDM,2,2,1,A,88888888880,2*25\r\n',
)

/** Every node takes reports of people. */
const DESK = { id: 'desk.reports', origin: 'built-in', state: 'open' }

/** The worker starts when the machine lets it. */
const PATIENCE = { timeout: 20_000 }

describe('a node', () => {
  it('shows what a receiver on the network hears', async () => {
    const node = await start([await receiver(EVER_DIADEM)])
    await vi.waitFor(async () => expect((await health(node)).tracks).toBe(1), PATIENCE)
    expect((await tracks(node)).tracks).toMatchObject([{ id: 'T-1', mmsi: 351759000, name: 'EVER DIADEM' }])
    expect(await health(node)).toMatchObject({ status: 'ok', node: 'Test', sources: 1, sourcesOpen: 1 })
  })

  it('remembers names over a restart, with their true age, and nothing of an exercise', async () => {
    const directory = newDirectory()
    const sources = [await receiver(EVER_DIADEM), await receiver(EVER_DIADEM, { id: 'exercise', simulated: true })]
    const first = await start(sources, directory)
    await vi.waitFor(async () => expect((await health(first)).tracks).toBe(2), PATIENCE)
    const [before] = (await tracks(first, '?simulated=false')).tracks
    await first.stop()
    const again = await start([], directory)
    expect(await tracks(again)).toMatchObject({ total: 1, tracks: [{ name: 'EVER DIADEM', heardAt: before!.heardAt }] })
  })

  it('takes a source in while it runs: a radar whose binary blocks come over two connections at once', async () => {
    const node = await start([])
    const port = await freePort()
    const radar = { title: 'Radar', kind: 'asterix', url: `tcp-listen://127.0.0.1:${port}`, position: { lat: 13, lon: -61 } }
    const added = await fetch(`${node.address}/api/sources`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(radar),
    })
    expect(added.status).toBe(201)
    const block = encodeAsterix([{ cat: 48, items: { 'I048/010': { SAC: 1, SIC: 2 } } }])
    const sockets = [connect(port, '127.0.0.1').setNoDelay(true), connect(port, '127.0.0.1').setNoDelay(true)]
    closers.push(() => sockets.forEach((socket) => socket.destroy()))
    for (const byte of block) for (const socket of sockets) socket.write(Uint8Array.of(byte))
    await vi.waitFor(async () => expect(await get(node, '/api/sources')).toMatchObject([DESK, { id: 'radar', decoded: 2, received: 2 }]), PATIENCE)
  })

  it('makes a track of what a person reports at its desk, under the number of the report, and keeps both over a restart', async () => {
    const directory = newDirectory()
    const node = await start([], directory)
    const filed = await fetch(`${node.address}/api/sightings`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: 'SIGHT 1305N 06115W 3 POB GOFAST 270 35KT' }),
    })
    expect(await filed.json()).toMatchObject({ id: 'VCT-REPORT-1', answer: expect.stringContaining('go-fast, 3 people') })
    await vi.waitFor(async () => expect((await tracks(node)).tracks).toMatchObject([{ id: 'T-1', name: 'go-fast', means: 'person' }]), PATIENCE)
    const detail = (await get(node, '/api/tracks/T-1')) as TrackDetail
    expect(detail.claims).toContainEqual(expect.objectContaining({ field: 'uid', value: 'VCT-REPORT-1', sensorId: 'desk.reports' }))
    // 1 NM by eye, half a minute of arc of rounding, and along the course two minutes' run at 35 knots.
    expect(Math.sqrt(detail.covariance!.ee)).toBeCloseTo(2723, -1)
    expect(detail.covariance!.en).toBeCloseTo(0, 6)
    expect(Math.sqrt(detail.covariance!.nn)).toBeCloseTo(1661, -1)
    await node.stop()
    const again = await start([], directory)
    await vi.waitFor(async () => expect((await tracks(again)).tracks).toMatchObject([{ name: 'go-fast', means: 'person' }]), PATIENCE)
    expect((await get(again, '/api/sightings')) as FiledSightings).toMatchObject({ sightings: [{ filed: { id: 'VCT-REPORT-1' } }] })
  })

  it('raises an alert when a receiver cannot be reached, and says of the source why', async () => {
    let passed = 0
    const lost: SourceConfig = { id: 'lost', title: 'Lost', kind: 'ais', url: 'tcp://127.0.0.1:1', nation: 'VCT', simulated: false }
    const node = await start([lost], newDirectory(), 0, () => Date.now() + passed)
    await vi.waitFor(async () => expect(await get(node, '/api/sources')).toMatchObject([{ health: { state: 'connecting' } }, DESK]))
    expect(await get(node, '/api/sensor-alerts')).toEqual([])
    passed = 11_000
    await vi.waitFor(async () =>
      expect(await get(node, '/api/sensor-alerts')).toMatchObject([{ sourceId: 'lost', state: 'dead', reason: 'no-line' }]))
    expect(await get(node, '/api/sources')).toMatchObject([{ health: { state: 'dead', reason: 'no-line' } }, DESK])
    expect(await get(node, '/api/coverage')).toMatchObject({ cells: [], horizons: [] })
  })

  it('describes its whole API', async () => {
    const description = JSON.stringify(await get(await start([]), '/api/openapi.json'))
    for (const path of ['/api/health', '/api/tracks/{id}', '/api/sources/{id}', '/api/sources/preview', '/api/tracks/{id}/explanation', '/api/registrations', '/api/decisions/{id}']) expect(description).toContain(`"${path}":`)
    expect(description).toContain('#/components/schemas/TrackView')
  })

  it('does not start on a port that is taken, and leaves nothing running', async () => {
    const first = await start([])
    const directory = newDirectory()
    await expect(start([], directory, Number(new URL(first.address).port))).rejects.toThrow(ListenError)
    await start([], directory)
  })

  it('gives its data directory back when it stops', async () => {
    const directory = newDirectory()
    await (await start([], directory)).stop()
    await start([], directory)
  })
})

const DENMARK = fileURLToPath(new URL('../../../../shared/data/ais/denmark-5min.nmea.gz', import.meta.url))
const hasDenmark = existsSync(DENMARK)
if (!hasDenmark) console.warn(`Skipped: five minutes of Danish traffic through a socket. The file ${DENMARK} is absent.`)

describe.skipIf(!hasDenmark)('five minutes of Danish traffic through a socket', () => {
  it('are accounted for sentence by sentence, and show every vessel that was heard', async () => {
    const bytes = gunzipSync(readFileSync(DENMARK))
    const lines = bytes.toString('latin1').split(/\r?\n/).filter((line) => line !== '')
    const node = await start([await receiver(bytes)])
    await vi.waitFor(async () => expect(await counted(node, 'received')).toBe(lines.length), { timeout: 20_000 })

    const rejected = await Promise.all(DECODE_PROBLEMS.map((problem) => counted(node, problem)))
    const read = await Promise.all(['decoded', 'duplicates', 'pending'].map((outcome) => counted(node, outcome)))
    const outcomes = [...read, ...rejected]
    expect(outcomes.reduce((sum, count) => sum + count)).toBe(lines.length)
    // Five minutes come in a second: whoever moves is heard where no ship can be by then, and has a track for each place.
    const senders = new Set(lines.flatMap(senderOf))
    expect(await shownAmong(node, senders)).toEqual(senders)
  })
})

/** Which of these MMSIs have tracks: asked for by their first four digits, as a list has an end. */
async function shownAmong(node: RunningNode, mmsis: ReadonlySet<number>): Promise<ReadonlySet<number>> {
  const begins = new Set([...mmsis].map((mmsi) => String(mmsi).padStart(9, '0').slice(0, 4)))
  const lists = await Promise.all([...begins].map((begin) => tracks(node, `?limit=1000&search=${begin}`)))
  return new Set(lists.flatMap((list) => list.tracks.flatMap(({ mmsi }) => (mmsi !== undefined && mmsis.has(mmsi) ? [mmsi] : []))))
}

/** The MMSI in bits 8 to 37 of a message, read from the sentence that begins it (ITU-R M.1371-5, annex 8, table 46). */
function senderOf(line: string): number[] {
  const [, part, payload = ''] = /!..VD[MO],\d,(\d),\d?,.?,([^,]*),\d\*/.exec(line) ?? []
  if (part !== '1') return []
  const sixBits = Array.from(payload.slice(0, 7), (char) => char.charCodeAt(0) - (char.charCodeAt(0) > 88 ? 56 : 48))
  return [parseInt(sixBits.map((value) => value.toString(2).padStart(6, '0')).join('').slice(8, 38), 2)]
}
