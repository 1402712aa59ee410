import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Intake } from '../pipeline/intake.ts'
import type { OutputConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { createRelay, type Relay } from './relay.ts'

const SENTENCE = '!AIVDM,1,1,,A,15MgK45P3@G?fl0E`JbR0OwT0@MS,0*4E'
const STATIC = [
  '!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C',
  '!AIVDM,2,2,1,A,88888888880,2*25',
]
const SOURCES: Readonly<Record<string, { kind: string; simulated: boolean }>> = {
  kingstown: { kind: 'ais', simulated: false },
  bequia: { kind: 'ais', simulated: false },
  drill: { kind: 'ais', simulated: true },
  radar: { kind: 'asterix', simulated: false },
}

let taken = true
const intake: Intake = { offer: () => taken, whenRoom() {}, end() {} }
const opened: { relay: Relay; sockets: Socket[] }[] = []

afterEach(async () => {
  taken = true
  for (const { relay, sockets } of opened.splice(0)) {
    for (const socket of sockets) socket.destroy()
    await relay.stop()
  }
})

/** A relay with one output, a client of it, and a way to wait for what the client gets. */
async function relayTo(config: Partial<OutputConfig> = {}) {
  const output = { id: 'charts', url: 'tcp-listen://127.0.0.1:1', simulated: false, ...config }
  const url = output.url.replace(/:1$/, ':0')
  const relay = createRelay({ outputs: [{ ...output, url }], source: (id) => SOURCES[id], log: createLog('silent') })
  const [port = 0] = await relay.start()
  const socket = connect(port, '127.0.0.1')
  opened.push({ relay, sockets: [socket] })
  await new Promise((resolve) => socket.once('connect', resolve))
  let got = ''
  socket.on('data', (bytes) => (got += String(bytes)))
  const overheard = relay.overhear(intake)
  const hear = (sensorId: string, text: string, at = 0) => overheard.offer(sensorId, Buffer.from(text), at, false)
  /** Everything up to a sentence that is sent last. */
  async function lines(): Promise<string[]> {
    const mark = '!AIVDM,1,1,,A,15MgK45P3@G?fl0E`JbR0OwT0@MT,0*49'
    hear(config.simulated ? 'drill' : 'kingstown', `${mark}\r\n`)
    while (!got.includes('MT,0*49')) await new Promise((resolve) => socket.once('data', resolve))
    return got.split('\r\n').slice(0, -2)
  }
  return { hear, lines, overheard }
}

describe('an output', () => {
  it('gets what the AIS sources hear, without what networks add, each message once', async () => {
    const { hear, lines } = await relayTo()
    hear('kingstown', `\\s:station,c:1700000000*0C\\${SENTENCE}\r\n`)
    hear('bequia', `${SENTENCE},1700000000\r\n`)
    expect(await lines()).toEqual([SENTENCE])
  })

  it('gets messages of several sentences together, whatever comes between their parts', async () => {
    const { hear, lines } = await relayTo()
    hear('kingstown', `${STATIC[0]}\r\n`)
    hear('bequia', `${SENTENCE}\r\n`)
    hear('kingstown', `${STATIC[1]}\r\n`)
    const got = await lines()
    expect(got.map((line) => line.slice(0, 12))).toEqual(['!AIVDM,1,1,,', '!AIVDM,2,1,2', '!AIVDM,2,2,2'])
  })

  it('gets nothing simulated, nothing of other sensors, nothing damaged', async () => {
    const { hear, lines } = await relayTo()
    hear('drill', `${SENTENCE}\r\n`)
    hear('radar', `${SENTENCE}\r\n`)
    hear('kingstown', `${SENTENCE.replace('*4E', '*4F')}\r\nnoise\r\n`)
    hear('nobody', `${SENTENCE}\r\n`)
    expect(await lines()).toEqual([])
  })

  it('of an exercise gets what is simulated and nothing else', async () => {
    const { hear, lines } = await relayTo({ simulated: true })
    hear('kingstown', `${STATIC.join('\r\n')}\r\n`)
    hear('drill', `${SENTENCE}\r\n`)
    expect(await lines()).toEqual([SENTENCE])
  })

  it('can be of some sources only', async () => {
    const { hear, lines } = await relayTo({ sources: ['kingstown'] })
    hear('bequia', `${SENTENCE}\r\n`)
    expect(await lines()).toEqual([])
  })

  it('gets what the pipeline refused at first once, when it is taken', async () => {
    const { hear, lines } = await relayTo()
    taken = false
    expect(hear('kingstown', `${SENTENCE}\r\n`)).toBe(false)
    taken = true
    hear('kingstown', `${SENTENCE}\r\n`)
    expect(await lines()).toEqual([SENTENCE])
  })

  it('does not join what one connection left unfinished to the next', async () => {
    const { hear, lines, overheard } = await relayTo()
    hear('kingstown', SENTENCE.slice(0, 20))
    overheard.end('kingstown', 0)
    hear('kingstown', `${SENTENCE.slice(20)}\r\n`)
    expect(await lines()).toEqual([])
  })
})

describe('a node without outputs', () => {
  it('overhears nothing', () => {
    const relay = createRelay({ outputs: [], source: () => undefined, log: createLog('silent') })
    expect(relay.overhear(intake)).toBe(intake)
  })
})
