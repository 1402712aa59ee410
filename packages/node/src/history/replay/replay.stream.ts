import { setTimeout } from 'node:timers/promises'
import { ReplayRequest, type ReplayProblem, type TrackDetail } from '@csii/contract'
import type { Track } from '@csii/model'
import type { FastifyPluginAsync } from 'fastify'
import { Compile } from 'typebox/compile'
import type { WebSocket } from 'ws'
import { recalled } from './recalled.ts'
import { ReplaySession, type ReplayPorts } from './replay-session.ts'
import { replayRoutes } from './replay.routes.ts'

export interface ReplayOptions extends ReplayPorts {
  readonly detailOf: (track: Track) => TrackDetail
  readonly clock: () => number
  readonly maxSessions?: number
}

export interface Replay {
  readonly plugin: FastifyPluginAsync
  readonly sessions: number
  stop(): Promise<void>
}

/** Each holds a picture of its own and keeps the history busy. */
const MAX_SESSIONS = 16
const TURN_MS = 50
const HEARTBEAT_MS = 15_000
const PARTING_MS = 300

/** WebSocket close codes (RFC 6455, § 7.4.1, and the IANA registry for 1013). */
const GOING_AWAY = 1001
const POLICY_VIOLATION = 1008
const TRY_AGAIN_LATER = 1013

const WHAT_TO_SEND =
  'Send {"type":"view",...} as to /api/picture, and {"type":"play","at":0,"speed":60,"known":"then","exercise":false}.'

const SCHEMA = {
  summary: 'The picture of the past, by WebSocket',
  description:
    'Send where you look (PictureRequest) and what to play (PlayRequest of @csii/contract) as JSON text; PictureFrames come back, ' +
    'in binary, whose node time is the moment shown and whose epoch is the run of the node that they are of.',
}

/** The past in the same picture: each client has a session of its own, which ends with its socket. */
export function createReplay({ pictureAt, span, detailOf, clock, maxSessions = MAX_SESSIONS }: ReplayOptions): Replay {
  const ports = { pictureAt: recalled(pictureAt), span }
  const sessions = new Map<WebSocket, ReplaySession>()
  const alive = new Set<WebSocket>()

  function welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate())
    if (sessions.size >= maxSessions) {
      return socket.close(TRY_AGAIN_LATER, `This node replays for ${maxSessions} screens at most.`)
    }
    const session = new ReplaySession(outletOf(socket), ports)
    sessions.set(socket, session)
    alive.add(socket)
    socket.on('pong', () => alive.add(socket))
    socket.on('close', () => {
      sessions.delete(socket)
      alive.delete(socket)
    })
    socket.on('message', (data, isBinary) => {
      const request = isBinary ? undefined : readRequest(String(data))
      if (!request) socket.close(POLICY_VIOLATION, WHAT_TO_SEND)
      else if (request.type === 'view') session.look(request, clock())
      else session.play(request, clock())
    })
  }

  const turns = setInterval(() => {
    const now = clock()
    for (const session of sessions.values()) session.turn(now)
  }, TURN_MS)

  const heartbeat = setInterval(() => {
    for (const socket of sessions.keys()) {
      if (!alive.delete(socket)) socket.terminate()
      socket.ping()
    }
  }, HEARTBEAT_MS)

  return {
    async plugin(app) {
      app.get('/api/replay', { websocket: true, schema: SCHEMA }, welcome)
      await app.register(replayRoutes, { pictureAt: ports.pictureAt, detailOf })
    },
    get sessions() {
      return sessions.size
    },
    async stop() {
      clearInterval(turns)
      clearInterval(heartbeat)
      for (const socket of sessions.keys()) socket.close(GOING_AWAY, 'The node stops.')
      for (let waited = 0; sessions.size > 0 && waited < PARTING_MS; waited += TURN_MS) await setTimeout(TURN_MS)
      for (const socket of sessions.keys()) socket.terminate()
    },
  }
}

const outletOf = (socket: WebSocket) => ({
  get readyState() {
    return socket.readyState
  },
  get bufferedAmount() {
    return socket.bufferedAmount
  },
  OPEN: socket.OPEN,
  send: (frame: Uint8Array) => socket.send(frame),
  complain: (detail: string) => socket.send(JSON.stringify({ type: 'problem', detail } satisfies ReplayProblem)),
})

const requests = Compile(ReplayRequest)

function readRequest(text: string): ReplayRequest | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return requests.Check(value) ? value : undefined
  } catch {
    return undefined
  }
}
