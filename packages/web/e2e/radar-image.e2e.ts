import { encodeAsterix } from '@csii/codecs'
import { createLog, startNode, type RunningNode } from '@csii/node'
import { createSocket } from 'node:dgram'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FLAGS } from './watch-room.ts'

const SITE = { lat: 13.1, lon: -61.2 }
/** Beams of a turn, and cells of a beam of 30 m each. */
const BEAMS = 64
const CELLS = 400
/** Of the page: open water, where nothing is drawn but an echo. */
const SEA = { x: 120, y: 400, width: 200, height: 200 }
const WAIT = { timeout: 30_000, interval: 500 }

/** Rings of echoes every quarter of the range. */
function beam(number: number): Uint8Array {
  const cells = Array.from({ length: CELLS }, (_, cell) => (cell % 100 < 6 ? 'FF' : '00')).join('')
  return encodeAsterix([{ cat: 240, items: {
    'I240/000': 2,
    'I240/040': { STARTAZ: (number * 360) / BEAMS, ENDAZ: (((number + 1) % BEAMS) * 360) / BEAMS, STARTRG: 0, CELLDUR: 200 },
    'I240/048': { C: 0, RES: 4 }, 'I240/049': { NBVB: CELLS, NBCELLS: CELLS }, 'I240/050': cells.match(/.{8}/g) ?? [],
  } }])
}

const dataDir = mkdtempSync(join(tmpdir(), 'csii-radar-image-'))
const radar = createSocket('udp4')
let sending: NodeJS.Timeout
let node: RunningNode
let browser: Browser
let page: Page
/** What the browser forbade or could not do. */
const faults: string[] = []

/** When the picture that is drawn was received; undefined while none is. */
const drawn = () =>
  // The mark is ours: what it tells is the time of the last beam, or nothing.
  page.evaluate(`performance.getEntriesByName('csii:radar-image').at(-1)?.detail?.time`) as Promise<number | undefined>

beforeAll(async () => {
  const port = await freePort()
  const source = {
    id: 'hill', title: 'Radar on the hill', kind: 'asterix', url: `udp://127.0.0.1:${port}`, nation: 'VCT', position: SITE, simulated: false,
  }
  node = await startNode(
    { node: { name: 'Kingstown', nation: 'VCT' }, listen: { host: '127.0.0.1', port: 0 }, dataDir, sources: [source] },
    { clock: Date.now, random: Math.random, log: createLog('silent') },
  )
  let number = 0
  sending = setInterval(() => radar.send(beam(number++ % BEAMS), port, '127.0.0.1'), 20)
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: FLAGS })
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(`${node.address}/#lat=13.1&lon=-61.2&zoom=10.5&palette=night&lang=en&panel=sources&list=0`)
})
afterAll(async () => {
  clearInterval(sending)
  await browser.close()
  await node.stop()
  radar.close()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('the picture of a radar', () => {
  const button = () => page.getByRole('button', { name: 'Radar image: Radar on the hill' })

  it('can be laid under the tracks, and goes on as the beam turns', async () => {
    await button().waitFor()
    await page.locator('.map-scale').waitFor()
    await page.locator('.map-notice').waitFor({ state: 'detached' })
    const without = await page.screenshot({ clip: SEA })
    await button().click()
    expect(await button().getAttribute('aria-pressed')).toBe('true')
    await expect.poll(drawn, WAIT).toBeGreaterThan(0)
    const first = await drawn()
    await expect.poll(drawn, WAIT).toBeGreaterThan(first ?? 0)
    expect(page.url()).toContain('radar=hill')
    expect((await page.screenshot({ clip: SEA })).equals(without)).toBe(false)
    if (process.env['SHOT']) await page.screenshot({ path: process.env['SHOT'] })
  })

  it('can be taken away', async () => {
    await button().click()
    await expect.poll(drawn, WAIT).toBeUndefined()
    expect(faults).toEqual([])
  })
})

function freePort(): Promise<number> {
  const probe = createSocket('udp4')
  return new Promise((resolve) =>
    probe.bind(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    }),
  )
}
