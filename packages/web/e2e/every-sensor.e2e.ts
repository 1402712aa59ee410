import {
  encodeAirbornePosition, encodeAsterix, encodeIdentification, encodeMessage, encodeNaf, encodeTtm, toBeast, toDelta, toSentences,
  utf8Bytes,
} from '@csii/codecs'
import { createLog, startNode, type RunningNode, type SourceConfig } from '@csii/node'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { FLAGS } from './watch-room.ts'

const HERE = '#lat=13.1&lon=-61.3&zoom=10&palette=day&lang=en'
const SITE = { lat: 13.15, lon: -61.22 }

const lines = (...text: readonly string[]): Uint8Array => utf8Bytes(`${text.join('\r\n')}\r\n`)
const secondsOf = (now: number): number => (now % 86_400_000) / 1000

function aisPosition(now: number): Uint8Array {
  const { payload, fillBits } = encodeMessage({
    type: 1, repeat: 0, mmsi: 375_900_001, status: 0, turn: 0, speed: 100, accuracy: true, lon: -61.25 * 600_000, lat: 13.1 * 600_000,
    course: 1900, heading: 190, second: new Date(now).getUTCSeconds(), maneuver: 0, raim: false, radio: 0,
  })
  return lines(...toSentences(payload, fillBits))
}

const radarPlot = (now: number): Uint8Array =>
  encodeAsterix([{ cat: 48, items: {
    'I048/010': { SAC: 1, SIC: 1 }, 'I048/140': Math.floor(secondsOf(now) * 128) / 128,
    'I048/020': { TYP: 1, SIM: 0, RDP: 0, SPI: 0, RAB: 0 }, 'I048/040': { RHO: 6, THETA: 225 }, 'I048/161': { TRN: 77 },
  } }])

const yachtRadar = (now: number): Uint8Array =>
  lines(encodeTtm({
    targetNumber: 7, targetDistance: 8, bearing: 270, bearingReference: 'T', targetSpeed: 12, targetCourse: 180, courseReference: 'T',
    units: 'N', targetStatus: 'T', timeOfData: secondsOf(now), typeOfAcquisition: 'A',
  }))

function aircraft(): Uint8Array {
  const at = { icao: 0x0c8a11, lat: 13.12, lon: -61.35, altitudeFt: 3000 }
  const frames = [
    encodeIdentification({ icao: at.icao, callSign: 'SVD712', category: 'A2' }),
    encodeAirbornePosition({ ...at, isOdd: false }),
    encodeAirbornePosition({ ...at, isOdd: true }),
  ]
  return Uint8Array.from(frames.flatMap((frame, index) => [...toBeast(frame, index * 1_200_000)]))
}

function phone(now: number): Uint8Array {
  const at = (ms: number) => new Date(ms).toISOString()
  return lines(
    `<event version="2.0" uid="ANDROID-1" type="a-f-G-U-C" how="m-g" time="${at(now)}" start="${at(now)}" stale="${at(now + 60_000)}">` +
      '<point lat="13.16" lon="-61.24" hae="5" ce="8" le="9999999"/><detail><contact callsign="HAIROUN 1"/></detail></event>',
  )
}

function fishingVessel(now: number): Uint8Array {
  const [day = '', time = ''] = new Date(now).toISOString().split('T')
  return encodeNaf({ fields: {
    AD: 'VCT', FR: 'VCT', TM: 'POS', RC: 'J8B1234', NA: 'SEA ROSE', LT: '+13.050', LG: '-061.300',
    DA: day.replaceAll('-', ''), TI: time.slice(0, 5).replace(':', ''), SP: '60', CO: '90',
  } })
}

const detection = (now: number): Uint8Array =>
  lines(JSON.stringify({
    type: 'Feature', geometry: { type: 'Point', coordinates: [-61.4, 13.06] },
    properties: { time: new Date(now - 600_000).toISOString(), length: 12, score: 0.9 },
  }))

const ownBoat = (now: number): Uint8Array =>
  lines(toDelta({
    context: 'vessels.urn:mrn:imo:mmsi:377123000', source: 'gps', time: now, mmsi: 377_123_000, name: 'CAPTAIN HUGH MULZAC',
    position: { lat: 13.14, lon: -61.28 }, speed: 5, courseDeg: 45,
    measured: [{ path: 'propulsion.port.runTime', value: 7_200_000 }],
  }))

/** A source of each kind: what it sends, and by which words the list shows what it brought. */
const KINDS: readonly (readonly [kind: string, send: (now: number) => Uint8Array, words: string])[] = [
  ['ais', aisPosition, '375900001'],
  ['asterix', radarPlot, 'Radar'],
  ['radar-nmea', yachtRadar, 'Radar'],
  ['adsb', aircraft, 'SVD712'],
  ['cot', phone, 'HAIROUN 1'],
  ['vms', fishingVessel, 'SEA ROSE'],
  ['satellite', detection, 'Satellite'],
  ['sighting', () => lines('SIGHT 1257N 06118W 3 POB GOFAST 270 35KT'), 'Sighting report'],
  ['signalk', ownBoat, 'CAPTAIN HUGH MULZAC'],
]

const dataDir = mkdtempSync(join(tmpdir(), 'csii-every-sensor-'))
const servers: Server[] = []
const sockets = new Set<Socket>()
let node: RunningNode
let browser: Browser
let page: Page

async function serve(kind: string, send: (now: number) => Uint8Array): Promise<SourceConfig> {
  const server = createServer((socket) => {
    sockets.add(socket)
    // One sighting is enough; everything else is seen again and again.
    const timer = setInterval(() => socket.write(send(Date.now())), 2000)
    socket.write(send(Date.now()))
    if (kind === 'sighting' || kind === 'satellite') clearInterval(timer)
    socket.on('close', () => clearInterval(timer)).on('error', () => clearInterval(timer))
  })
  servers.push(server)
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  return { id: `from-${kind}`, title: `From ${kind}`, kind, url: `tcp://127.0.0.1:${port}`, nation: 'VCT', position: SITE, simulated: false }
}

beforeAll(async () => {
  const sources = await Promise.all(KINDS.map(([kind, send]) => serve(kind, send)))
  const config = { node: { name: 'Kingstown', nation: 'VCT' }, listen: { host: '127.0.0.1', port: 0 }, dataDir, sources }
  node = await startNode(config, { clock: Date.now, random: Math.random, log: createLog('silent') })
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: FLAGS })
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  await page.goto(`${node.address}/${HERE}`)
  await vi.waitFor(async () => expect(await page.locator('.track-row').count()).toBe(KINDS.length), { timeout: 60_000 })
})
afterAll(async () => {
  await browser.close()
  for (const socket of sockets) socket.destroy()
  for (const server of servers) server.close()
  await node.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('the picture of every sensor', () => {
  it.each(KINDS)('shows what came from %s, with its age', async (_kind, _send, words) => {
    const row = page.locator('.track-row', { hasText: words }).first()
    expect(await row.locator('.cell-age').textContent()).toMatch(/\d+ (s|min)/)
  })

  it.each(KINDS)('says in the details that %s saw it, and when', async (kind, _send, words) => {
    const rows = page.locator('.track-row', { hasText: words })
    const heardBy = page.locator('.details .plain li', { hasText: `from-${kind}` }).first()
    // The map may still be moving to what was selected before, and the list with it.
    await rows.first().waitFor()
    // Two radars bring contacts that look alike in the list: one of them is this one's.
    for (let index = 0; index < (await rows.count()) && !(await heardBy.isVisible()); index++) {
      await rows.nth(index).click()
      await heardBy.waitFor({ timeout: 5_000 }).catch(() => undefined)
    }
    expect(await heardBy.textContent()).toMatch(/\d+ (s|min)/)
  })

  it('has read every byte of it', async () => {
    const sources = await (await fetch(`${node.address}/api/sources`)).json() as { id: string; decoded: number; problems: object }[]
    for (const { id, decoded, problems } of sources.filter((source) => source.id.startsWith('from-'))) {
      expect([id, decoded > 0, Object.values(problems).reduce((sum, count) => sum + count, 0)]).toEqual([id, true, 0])
    }
  })

  it('keeps what a boat measures of itself', async () => {
    const answer = await fetch(`${node.address}/api/sources/from-signalk/measurements`)
    expect(await answer.json()).toMatchObject({ measurements: [{ path: 'propulsion.port.runTime', value: 7_200_000, simulated: false }] })
  })
})
