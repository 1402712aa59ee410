/**
 * The whole pipeline in a process of its own, fed through a real socket, with one screen attached:
 * sentences a second sustained, delay from socket to screen at 5,000 sentences a second, memory at 20,000 tracks.
 * Run: node bench/pipeline.ts [seconds]. Prints one JSON object a line.
 */
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { decodeFrame, type Contact } from '@csii/contract'
import { WebSocket } from 'ws'
import { counts, processorSecondsOf, rssOf, withNode, written, type FedNode } from './fed-node.ts'
import { positionReport, reportKey, staticData, swingingTurns } from './pipeline-traffic.ts'

const DENMARK = fileURLToPath(new URL('../../shared/data/ais/denmark-5min.nmea.gz', import.meta.url))
const BARS = { sentencesPerSecond: 100_000, delayMs: 500, rssBytes: 1e9 }
const FLEET = 20_000
const PACE = 5_000
const MARKED = 40

const print = (line: object): void => console.log(JSON.stringify({ bench: 'pipeline', ...line }))

function attachScreen({ address }: FedNode, rateHz: number, see: (contact: Contact, now: number) => void): WebSocket {
  const screen = new WebSocket(`${address.replace('http', 'ws')}/api/picture`)
  const everywhere = { type: 'view', west: -180, south: -90, east: 180, north: 90, rateHz }
  screen.on('open', () => screen.send(JSON.stringify(everywhere)))
  screen.on('message', (data: Buffer) => {
    const now = performance.now()
    for (const contact of decodeFrame(data)?.contacts ?? []) see(contact, now)
  })
  return screen
}

async function throughput(seconds: number): Promise<void> {
  const turns = swingingTurns(DENMARK)
  await withNode(async (bench) => {
    let shown = 0
    const screen = attachScreen(bench, 2, () => shown++)
    await written(bench.feed, turns[0]!)
    await sleep(1_500)
    const before = await counts(bench)
    const usedBefore = await processorSecondsOf(bench.node)
    const began = performance.now()
    for (let turn = 1; performance.now() - began < seconds * 1000; turn++) {
      await written(bench.feed, turns[turn % turns.length]!)
    }
    const taken = (performance.now() - began) / 1000
    const used = (await processorSecondsOf(bench.node)) - usedBefore
    const after = await counts(bench)
    const rate = Math.round((after.received - before.received) / taken)
    print({
      what: 'sentences a second with a screen attached',
      value: rate,
      bar: BARS.sentencesPerSecond,
      ratio: rate / BARS.sentencesPerSecond,
      seconds: Math.round(taken),
      perProcessorSecond: Math.round((after.received - before.received) / used),
      decodedShare: (after.decoded - before.decoded) / (after.received - before.received),
      tracks: after.tracks,
      contactsShown: shown,
      rssBytes: await rssOf(bench.node),
    })
    screen.close()
  })
}

async function delay(seconds: number, rateHz: number): Promise<void> {
  await withNode(async (bench) => {
    const sentAt = new Map<string, number>()
    const delays: number[] = []
    const screen = attachScreen(bench, rateHz, ({ mmsi, time }, now) => {
      const key = reportKey(mmsi ?? 0, time)
      const at = sentAt.get(key)
      if (at !== undefined) delays.push(now - at)
      sentAt.delete(key)
    })
    const began = performance.now()
    for (let sent = 0; performance.now() - began < seconds * 1000; ) {
      const due = Math.floor(((performance.now() - began) / 1000) * PACE)
      let text = ''
      for (; sent < due; sent++) {
        const vessel = sent % (PACE * 2)
        const now = Date.now()
        text += positionReport(vessel, now)
        // Each marked vessel sends at its own moment, so that the delays are those of all moments between two frames.
        if (vessel % MARKED !== 0) continue
        sentAt.set(reportKey(299_000_000 + vessel, now), performance.now())
      }
      if (text) bench.feed.write(text)
      await sleep(5)
    }
    await sleep(1_500)
    delays.sort((a, b) => a - b)
    const at = (share: number) => Math.round(delays[Math.floor(share * (delays.length - 1))] ?? NaN)
    print({
      what: `delay in ms from socket to screen at ${PACE} sentences a second, ${rateHz} frames a second: p99`,
      value: at(0.99),
      bar: BARS.delayMs,
      ratio: at(0.99) / BARS.delayMs,
      p50: at(0.5),
      max: at(1),
      samples: delays.length,
      unseen: sentAt.size,
    })
    screen.close()
  })
}

async function memory(seconds: number): Promise<void> {
  await withNode(async (bench) => {
    let most = 0
    const screen = attachScreen(bench, 2, () => {})
    for (let vessel = 0; vessel < FLEET; vessel++) {
      await written(bench.feed, positionReport(vessel, Date.now()) + staticData(vessel))
    }
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
    screen.close()
  })
}

const seconds = Number(process.argv[2] ?? 10)
print({ machine: { cores: cpus().length, model: cpus()[0]?.model }, node: process.version })
await throughput(seconds)
await delay(seconds, 2)
await delay(seconds, 4)
await memory(seconds)
