import { decodeFrame, type PictureFrame } from '@csii/contract'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { shipAt } from '../../pipeline/fixtures/tracks.ts'
import { createLog } from '../../platform/log.ts'
import { createServer, listen } from '../../platform/server.ts'
import type { Moment } from './replay-session.ts'
import { createReplay } from './replay.stream.ts'

const VIEW = { type: 'view', west: -64, south: 10, east: -58, north: 18, rateHz: 10 }
const PLAY = { type: 'play', at: 5000, speed: 0, known: 'then', exercise: false }
const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function start(maxSessions = 4) {
  const asked: Moment[] = []
  const replay = createReplay({
    pictureAt: async (moment) => {
      asked.push(moment)
      return [shipAt(9, 13, -61, { id: '3.9', claim: { mmsi: 9, name: moment.known } })]
    },
    span: () => ({ from: 0, to: 10_000 }),
    detailOf: (track) => ({
      track: {
        id: `T-${track.serial}`, simulated: false, heardAt: 0, station: 'unknown', means: 'ais', conflicting: false, distress: false, test: false,
        sensors: 1, ...(track.claim.name !== undefined && { name: track.claim.name }),
      },
      existence: 1, revision: 0, claims: [], contributors: [], conflicts: [],
    }),
    clock: Date.now,
    maxSessions,
  })
  const server = await createServer({ host: '127.0.0.1', log: createLog('silent') })
  await server.register(replay.plugin)
  const address = await listen(server, '127.0.0.1', 0)
  closers.push(() => replay.stop(), () => server.close())
  return { replay, asked, address, url: `${address.replace('http', 'ws')}/api/replay` }
}

function connect(url: string) {
  const socket = new WebSocket(url)
  const opened = new Promise<void>((resolve) => socket.on('open', resolve))
  const first = new Promise<PictureFrame>((resolve) => socket.once('message', (data: Buffer) => resolve(decodeFrame(data)!)))
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) })))
  socket.on('error', () => {})
  closers.push(async () => socket.terminate())
  return {
    socket, opened, closed, first,
    async send(...requests: unknown[]) {
      await opened
      for (const request of requests) socket.send(typeof request === 'string' ? request : JSON.stringify(request))
    },
  }
}

describe('the replay of a node', () => {
  it('shows a moment of the past in the frames of the live picture', async () => {
    const { url } = await start()
    const screen = connect(url)
    await screen.send(VIEW, PLAY)
    const frame = await screen.first
    expect(frame).toMatchObject({ nodeTime: 5000, epoch: 3, tracksInView: 1 })
    expect(frame.contacts[0]).toMatchObject({ serial: 9, name: 'then' })
  })

  it('gives each client a session of its own, that ends with its socket', async () => {
    const { url, replay } = await start()
    const [one, other] = [connect(url), connect(url)]
    await one.send(VIEW, PLAY)
    await other.send(VIEW, { ...PLAY, known: 'now' })
    expect((await one.first).contacts[0]?.name).toBe('then')
    expect((await other.first).contacts[0]?.name).toBe('now')
    expect(replay.sessions).toBe(2)
    one.socket.close()
    await expect.poll(() => replay.sessions).toBe(1)
  })

  it('turns away who comes when all its sessions are taken', async () => {
    const { url } = await start(1)
    await connect(url).opened
    expect(await connect(url).closed).toEqual({ code: 1013, reason: 'This node replays for 1 screens at most.' })
  })

  it.each([
    ['no JSON', 'x'], ['a speed beyond the fastest', { ...PLAY, speed: 3601 }], ['a moment before all time', { ...PLAY, at: -1 }],
    ['knowledge of nobody', { ...PLAY, known: 'maybe' }], ['more than was agreed', { ...PLAY, extra: 1 }],
  ])('hangs up on %s', async (_, request) => {
    const { url } = await start()
    const screen = connect(url)
    await screen.send(request)
    expect(await screen.closed).toMatchObject({ code: 1008 })
  })

  it('says goodbye when the node stops', async () => {
    const { url, replay } = await start()
    const screen = connect(url)
    await screen.opened
    await replay.stop()
    expect(await screen.closed).toMatchObject({ code: 1001 })
  })
})

describe('a track of the past', () => {
  it('is described as it was at that moment', async () => {
    const { address } = await start()
    const answer = await fetch(`${address}/api/replay/tracks/T-9?at=5000`)
    expect([answer.status, await answer.json()]).toMatchObject([200, { track: { id: 'T-9', name: 'then' } }])
  })

  it('is known by its run too', async () => {
    const { address } = await start()
    expect((await fetch(`${address}/api/replay/tracks/3.9?at=5000&known=now`)).status).toBe(200)
  })

  it('is refused when there was none', async () => {
    const { address } = await start()
    const answer = await fetch(`${address}/api/replay/tracks/T-8?at=5000`)
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'TRACK_NOT_FOUND' }])
  })

  it('of the picture that a screen was just sent is not put together again', async () => {
    const { address, url, asked } = await start()
    const screen = connect(url)
    await screen.send(VIEW, PLAY)
    const { nodeTime } = await screen.first
    await fetch(`${address}/api/replay/tracks/T-9?at=${nodeTime}`)
    expect(asked).toHaveLength(1)
  })
})
