import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog, startNode, type SourceConfig } from '@csii/node'
import { chromium, type Browser, type Page } from 'playwright-core'
import { openLine, type LineBetween } from './line-between.ts'
import { openTransmitter, type Transmitter } from './transmitter.ts'

/** What is done with a page before it asks for anything. */
export type Prepare = (page: Page) => Promise<unknown>

/** A node with a live and an exercise receiver, the line to it, and a browser: all real. */
export interface WatchRoom {
  readonly kingstown: Transmitter
  readonly exercise: Transmitter
  readonly line: LineBetween
  /** Opens the page at a hash. Every address it asked for is kept in `asked`. */
  open(hash?: string, size?: { readonly width: number; readonly height: number }, prepare?: Prepare): Promise<Page>
  readonly asked: ReadonlySet<string>
  /** What pages said went wrong. */
  readonly faults: readonly string[]
  close(): Promise<void>
}

export const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]
export const WIDE = { width: 1280, height: 800 }
export const NARROW = { width: 360, height: 740 }

export async function openWatchRoom(): Promise<WatchRoom> {
  const dataDir = mkdtempSync(join(tmpdir(), 'csii-watch-'))
  const kingstown = await openTransmitter()
  const exercise = await openTransmitter()
  const node = await startNode(
    {
      node: { name: 'Kingstown', nation: 'VCT' },
      listen: { host: '127.0.0.1', port: 0 },
      dataDir,
      sources: [
        { ...source('kingstown', 'Kingstown hill', kingstown, false), position: { lat: 13.15, lon: -61.22 }, antennaHeight: 120 },
        source('exercise', 'Exercise', exercise, true),
      ],
    },
    { clock: Date.now, random: Math.random, log: createLog('silent') },
  )
  const line = await openLine(node.address)
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: FLAGS,
  })
  const asked = new Set<string>()
  const faults: string[] = []
  return {
    kingstown,
    exercise,
    line,
    asked,
    faults,
    open: (hash = '', size = WIDE, prepare) => openPage(browser, `${line.address}/${hash}`, size, { asked, faults }, prepare),
    async close() {
      await browser.close()
      await line.close()
      await node.stop()
      await Promise.all([kingstown.close(), exercise.close()])
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const source = (id: string, title: string, { url }: Transmitter, simulated: boolean): SourceConfig => ({
  id,
  title,
  kind: 'ais',
  url,
  nation: 'VCT',
  simulated,
})

async function openPage(
  browser: Browser,
  address: string,
  viewport: { width: number; height: number },
  { asked, faults }: { readonly asked: Set<string>; readonly faults: string[] },
  prepare?: Prepare,
): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('request', (request) => asked.add(request.url()))
  page.on('websocket', (socket) => asked.add(socket.url()))
  page.on('pageerror', (error) => faults.push(error.message))
  await prepare?.(page)
  await page.goto(address)
  return page
}
