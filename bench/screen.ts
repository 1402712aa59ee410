/**
 * The pipeline with a real browser attached: the built page in headless Chromium, looking at the fleet.
 * From the write of a report into the sensor's socket to the frame in which the vessel is drawn; sentences a second
 * sustained meanwhile; memory at 20,000 tracks.
 * Run: node bench/screen.ts [seconds]. Prints one JSON object a line. Build the page first: npm run build.
 *
 * Both clocks are the machine's: `performance.timeOrigin + performance.now()` in Node and in the page. The page says
 * when a revision is drawn by its `csii:drawn` mark; a script added to it notes which reports each revision brought.
 */
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { CONTACT_BYTES, HEADER_BYTES } from '@csii/contract'
import { chromium, type Browser, type Page } from 'playwright-core'
import { counts, rssOf, withNode, written, type FedNode } from './fed-node.ts'
import { positionReport, reportKey, staticData, swingingTurns } from './pipeline-traffic.ts'
import { coresBusy, processorSeconds } from './processor-time.ts'

const DENMARK = fileURLToPath(new URL('../../shared/data/ais/denmark-5min.nmea.gz', import.meta.url))
const BARS = { sentencesPerSecond: 100_000, delayMs: 500, rssBytes: 1e9 }
const PACE = 5_000
const VESSELS = 3_000
const FLEET = 20_000
const MARKED = 20
/** About a sixth of the 3,000 vessels are inside it. */
const VIEW = '#lat=12.4&lon=-60.85&zoom=9&palette=dusk&panel=none&list=1'

const print = (line: object): void => console.log(JSON.stringify({ bench: 'screen', ...line }))
const now = (): number => performance.timeOrigin + performance.now()

interface Viewport {
  readonly width: number
  readonly height: number
}

/** Software GL draws every pixel on the processor, so the size of the window decides how long a frame takes. */
const DESK: Viewport = { width: 1280, height: 800 }
const LAPTOP: Viewport = { width: 800, height: 600 }

interface Arrival {
  readonly mmsi: number
  readonly time: number
  readonly revision: number
  readonly at: number
}

interface Noted {
  readonly arrivals: readonly Arrival[]
  readonly drawings: readonly { readonly revision: number; readonly at: number }[]
  readonly inView: number
}

async function openPage(browser: Browser, { address }: FedNode, viewport: Viewport = DESK): Promise<Page> {
  const page = await browser.newPage({ viewport })
  await page.addInitScript({ content: NOTE_TAKER })
  await page.goto(`${address}/${VIEW}`)
  while (!(await page.evaluate('window.noted.drawings.length > 0'))) await sleep(100)
  return page
}

/** Runs in the page: notes the marked vessels of each picture frame (contract/picture-frame.ts) and each drawing. */
const NOTE_TAKER = `
  window.noted = { arrivals: [], drawings: [], inView: 0 }
  const at = () => performance.timeOrigin + performance.now()
  new PerformanceObserver((list) => {
    for (const mark of list.getEntriesByName('csii:drawn'))
      window.noted.drawings.push({ revision: mark.detail.revision, at: performance.timeOrigin + mark.startTime })
  }).observe({ type: 'mark', buffered: true })
  window.WebSocket = class extends WebSocket {
    constructor(...how) {
      super(...how)
      this.addEventListener('message', ({ data }) => {
        const view = new DataView(data)
        const revision = view.getFloat64(8, true)
        window.noted.inView = view.getUint32(28, true)
        for (let i = 0, row = ${HEADER_BYTES}; i < view.getUint32(32, true); i++, row += ${CONTACT_BYTES}) {
          const mmsi = view.getUint32(row + 4, true)
          if (mmsi % ${MARKED} === 0) window.noted.arrivals.push({ mmsi, time: view.getFloat64(row + 16, true), revision, at: at() })
        }
      })
    }
  }`

async function delay(browser: Browser, seconds: number, viewport: Viewport): Promise<void> {
  await withNode(async (bench) => {
    for (let vessel = 0; vessel < VESSELS; vessel++) await written(bench.feed, positionReport(vessel, Date.now()) + staticData(vessel))
    const page = await openPage(browser, bench, viewport)
    await sleep(3_000)
    const sentAt = new Map<string, number>()
    const began = performance.now()
    for (let sent = 0; performance.now() - began < seconds * 1000; ) {
      const due = Math.floor(((performance.now() - began) / 1000) * PACE)
      let text = ''
      for (; sent < due; sent++) {
        const vessel = sent % VESSELS
        const time = Date.now()
        text += positionReport(vessel, time)
        const key = reportKey(299_000_000 + vessel, time)
        // Of two reports of one second the first is waited for.
        if (vessel % MARKED === 0 && !sentAt.has(key)) sentAt.set(key, now())
      }
      if (text) bench.feed.write(text)
      await sleep(5)
    }
    await sleep(2_000)
    // The note taker above makes exactly this.
    const noted = (await page.evaluate('window.noted')) as Noted
    report(noted, sentAt, viewport)
    await page.close()
  })
}

function report({ arrivals, drawings, inView }: Noted, sentAt: Map<string, number>, { width, height }: Viewport): void {
  const toPage: number[] = []
  const toScreen: number[] = []
  for (const { mmsi, time, revision, at } of arrivals) {
    const key = reportKey(mmsi, time)
    const sent = sentAt.get(key)
    const drawn = drawings.find((drawing) => drawing.revision >= revision)
    if (sent === undefined || !drawn) continue
    sentAt.delete(key)
    toPage.push(at - sent)
    toScreen.push(drawn.at - sent)
  }
  const gaps = drawings.slice(1).map(({ at }, index) => at - drawings[index]!.at)
  print({
    what: `ms from sensor socket to drawn frame at ${PACE} sentences a second: p99`, value: share(toScreen, 0.99),
    bar: BARS.delayMs, ratio: share(toScreen, 0.99) / BARS.delayMs, p50: share(toScreen, 0.5), max: share(toScreen, 1),
    toPageP50: share(toPage, 0.5), toPageP99: share(toPage, 0.99), betweenDrawingsP50: share(gaps, 0.5),
    samples: toScreen.length, vesselsInView: inView, pixels: `${width}x${height}`,
  })
}

function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? NaN)
}

async function throughput(browser: Browser, seconds: number): Promise<void> {
  const turns = swingingTurns(DENMARK)
  await withNode(async (bench) => {
    const page = await openPage(browser, bench)
    await page.evaluate(`location.hash = 'lat=5.6&lon=-60.5&zoom=7'`)
    await written(bench.feed, turns[0]!)
    await sleep(3_000)
    const before = await counts(bench)
    const busyBefore = processorSeconds(process.pid)
    const began = performance.now()
    for (let turn = 1; performance.now() - began < seconds * 1000; turn++) await written(bench.feed, turns[turn % turns.length]!)
    const taken = (performance.now() - began) / 1000
    const cores = coresBusy(busyBefore, processorSeconds(process.pid), taken)
    const after = await counts(bench)
    const rate = Math.round((after.received - before.received) / taken)
    // The note taker above makes exactly this.
    const { inView, drawings } = (await page.evaluate('window.noted')) as Noted
    print({
      what: 'sentences a second with a browser attached', value: rate, bar: BARS.sentencesPerSecond,
      ratio: rate / BARS.sentencesPerSecond, tracks: after.tracks, vesselsInView: inView, drawings: drawings.length, cores,
    })
    await page.close()
  })
}

async function memory(browser: Browser, seconds: number): Promise<void> {
  await withNode(async (bench) => {
    const page = await openPage(browser, bench)
    for (let vessel = 0; vessel < FLEET; vessel++) await written(bench.feed, positionReport(vessel, Date.now()) + staticData(vessel))
    let most = 0
    const until = performance.now() + seconds * 1000
    while (performance.now() < until) {
      for (let vessel = 0; vessel < FLEET; vessel++) {
        await written(bench.feed, positionReport(vessel, Date.now()))
        if (vessel % 500 === 0) await sleep(20)
      }
      most = Math.max(most, await rssOf(bench.node))
    }
    const { tracks } = await counts(bench)
    print({ what: 'bytes of memory of the node', value: most, bar: BARS.rssBytes, ratio: most / BARS.rssBytes, tracks })
    await page.close()
  })
}

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
})
const seconds = Number(process.argv[2] ?? 20)
print({ machine: { cores: cpus().length, model: cpus()[0]?.model, load: readFileSync('/proc/loadavg', 'utf8').split(' ')[0] }, node: process.version })
await delay(browser, seconds, DESK)
await delay(browser, seconds, LAPTOP)
await throughput(browser, seconds)
await memory(browser, seconds)
await browser.close()
