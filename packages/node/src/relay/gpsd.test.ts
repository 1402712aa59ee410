import { decodePayload, gpsdMessage, VdmReader } from '@csii/codecs'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { createLog } from '../platform/log.ts'
import { createRelay } from './relay.ts'

const GPSD = ['/usr/sbin/gpsd', '/usr/local/sbin/gpsd'].find((path) => existsSync(path))
if (!GPSD) console.warn('Skipped: gpsd is not installed (Debian: apt-get install gpsd).')

const POSITION = '!AIVDM,1,1,,A,15MgK45P3@G?fl0E`JbR0OwT0@MS,0*4E'
const VOYAGE = [
  '!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C',
  '!AIVDM,2,2,1,A,88888888880,2*25',
]
const running: ChildProcess[] = []
afterAll(() => running.forEach((child) => child.kill()))

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  await new Promise((resolve) => server.close(resolve))
  return port
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What gpsd tells a client of AIS, as it comes. gpsd needs a moment before it takes clients. */
async function reportsOf(port: number, wanted: number, provoke: () => void): Promise<Record<string, unknown>[]> {
  const reports: Record<string, unknown>[] = []
  for (let tries = 0; tries < 100 && reports.length < wanted; tries++) {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.on('error', () => {})
    socket.on('data', (bytes) => (text += String(bytes)))
    socket.write('?WATCH={"enable":true,"json":true,"scaled":false}\n')
    for (let waits = 0; waits < 10 && reports.length < wanted; waits++) {
      provoke()
      await pause(100)
      const lines = text.split('\n').filter((line) => line.includes('"class":"AIS"'))
      reports.splice(0, reports.length, ...lines.map((line) => JSON.parse(line) as Record<string, unknown>))
    }
    socket.destroy()
  }
  return reports
}

/** The same sentences as our own decoder reads them, with the names and units of gpsd. */
function read(sentences: readonly string[]): Record<string, unknown>[] {
  const messages: Record<string, unknown>[] = []
  const reader = new VdmReader({
    message(ascii, from, to, fillBits) {
      const message = decodePayload(ascii, from, to, fillBits)
      if (typeof message === 'string') return message
      messages.push({ ...gpsdMessage(message) })
      return 'decoded'
    },
    problem() {},
  })
  reader.read(Buffer.from(`${sentences.join('\r\n')}\r\n`), 0)
  return messages
}

describe.skipIf(!GPSD)('gpsd', () => {
  it('reads the AIS that the node passes on', async () => {
    const relay = createRelay({
      outputs: [{ id: 'gpsd', url: 'tcp-listen://127.0.0.1:0', simulated: false }],
      source: () => ({ kind: 'ais', simulated: false }),
      log: createLog('silent'),
    })
    const [relayPort] = await relay.start()
    const port = await freePort()
    running.push(spawn(GPSD!, ['-N', '-n', '-S', String(port), `tcp://127.0.0.1:${relayPort}`], { stdio: 'ignore' }))
    const intake = relay.overhear({ offer: () => true, whenRoom() {}, end() {} })

    let at = 0
    const reports = await reportsOf(port, 4, () => {
      at += 60_000
      intake.offer('kingstown', Buffer.from(`${[POSITION, ...VOYAGE].join('\r\n')}\r\n`), at, false)
    })
    await relay.stop()

    const ours = read([POSITION, ...VOYAGE])
    expect(ours.map(({ type }) => type)).toEqual([1, 5])
    for (const message of ours) {
      const { class: _class, device: _device, ...theirs } = reports.find(({ type }) => type === message.type) ?? {}
      expect(theirs).toEqual(message)
    }
  }, 30_000)
})
