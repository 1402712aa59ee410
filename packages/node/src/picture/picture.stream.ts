import { setTimeout } from 'node:timers/promises'
import { PictureRequest } from '@csii/contract'
import type { FastifyPluginAsync } from 'fastify'
import { Compile } from 'typebox/compile'
import type { WebSocket } from 'ws'
import type { TrackTable } from '../pipeline/track-table.ts'
import { createFrameBuilder } from '../screens/frame-builder.ts'
import { Screen } from '../screens/screen.ts'
import { Viewer } from '../screens/viewer.ts'

export interface StreamOptions {
  readonly table: TrackTable
  /** Another number each time the node starts. */
  readonly epoch: number
  readonly clock: () => number
  readonly maxClients?: number
}

export interface PictureStream {
  readonly plugin: FastifyPluginAsync
  readonly clients: number
  /** Says goodbye to every client, and hangs up on those that do not answer. */
  stop(): Promise<void>
}

const MAX_CLIENTS = 1_000
const TURN_MS = 50
const HEARTBEAT_MS = 15_000
const PARTING_MS = 300

/** WebSocket close codes (RFC 6455, § 7.4.1, and the IANA registry for 1013). */
const GOING_AWAY = 1001
const POLICY_VIOLATION = 1008
const TRY_AGAIN_LATER = 1013

const WHAT_TO_SEND = 'Send {"type":"view","west":-64,"south":10,"east":-58,"north":18} with numbers of your own.'

const SCHEMA = {
  summary: 'The live picture, by WebSocket',
  description: 'Send where you look as JSON text (PictureRequest of @csii/contract); PictureFrames come back, in binary.',
}

/** The live picture: each client says where it looks, and is sent what changes there, at its own pace. */
export function createPictureStream({ table, epoch, clock, maxClients = MAX_CLIENTS }: StreamOptions): PictureStream {
  const screens = new Map<WebSocket, Screen>()
  const alive = new Set<WebSocket>()
  const builder = createFrameBuilder()

  function welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate())
    if (screens.size >= maxClients) {
      return socket.close(TRY_AGAIN_LATER, `This node serves ${maxClients} screens at most.`)
    }
    const screen = new Screen(socket, new Viewer(table, epoch, builder))
    screens.set(socket, screen)
    alive.add(socket)
    socket.on('pong', () => alive.add(socket))
    socket.on('close', () => screens.delete(socket))
    socket.on('message', (data, isBinary) => {
      const request = isBinary ? undefined : readRequest(String(data))
      if (request) screen.ask(request, clock())
      else socket.close(POLICY_VIOLATION, WHAT_TO_SEND)
    })
  }

  const turns = setInterval(() => {
    const now = clock()
    for (const screen of screens.values()) screen.turn(now)
  }, TURN_MS)

  const heartbeat = setInterval(() => {
    for (const socket of screens.keys()) {
      if (!alive.delete(socket)) socket.terminate()
      socket.ping()
    }
  }, HEARTBEAT_MS)

  return {
    plugin: async (app) => void app.get('/api/picture', { websocket: true, schema: SCHEMA }, welcome),
    get clients() {
      return screens.size
    },
    async stop() {
      clearInterval(turns)
      clearInterval(heartbeat)
      for (const socket of screens.keys()) socket.close(GOING_AWAY, 'The node stops.')
      for (let waited = 0; screens.size > 0 && waited < PARTING_MS; waited += TURN_MS) await setTimeout(TURN_MS)
      for (const socket of screens.keys()) socket.terminate()
    },
  }
}

const requests = Compile(PictureRequest)

function readRequest(text: string): PictureRequest | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return requests.Check(value) ? value : undefined
  } catch {
    return undefined
  }
}
