import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyInstance } from 'fastify'
import { frameworkErrors, handleErrors } from './errors.ts'
import type { Log } from './log.ts'
import { BUILT_PAGE, servePage } from './page.ts'
import { keepToOwnOrigin } from './same-origin.ts'
import { VERSION } from './version.ts'

export interface ServerOptions {
  readonly host: string
  readonly log: Log
  readonly pageRoot?: string | undefined
}

/** A view request is about 150 bytes. */
const MAX_CLIENT_MESSAGE = 4096
/** So long a request may take to arrive; who sends it drop by drop is hung up on. */
const REQUEST_MS = 30_000

/** An HTTP server with everything that all features share; each feature then registers its own routes. */
export async function createServer({ host, log, pageRoot = BUILT_PAGE }: ServerOptions): Promise<FastifyInstance> {
  const ajv = { customOptions: { removeAdditional: false, allowUnionTypes: true } } as const
  const app = Fastify({ forceCloseConnections: true, requestTimeout: REQUEST_MS, frameworkErrors, ajv }).withTypeProvider<TypeBoxTypeProvider>()
  handleErrors(app, log)
  keepToOwnOrigin(app, host)
  app.addHook('onResponse', async (request, reply) => {
    // A refused upgrade leaves its socket to nobody: the server neither times it out nor closes it when it stops.
    if (request.headers.upgrade && reply.statusCode >= 400) request.raw.socket.destroySoon()
  })
  await app.register(helmet, { contentSecurityPolicy: CONTENT_POLICY, strictTransportSecurity: false })
  await app.register(swagger, {
    openapi: { info: { title: 'CSII node', version: VERSION, description: 'Tracks, sources and health of one node.' } },
    refResolver: { buildLocalReference: ({ $id }, _base, _fragment, index) => String($id ?? `Schema${index}`) },
  })
  await app.register(websocket, { options: { maxPayload: MAX_CLIENT_MESSAGE } })
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  await servePage(app, pageRoot)
  return app
}

/** Everything from the node itself. MapLibre runs its workers from blobs and draws images from them. */
const CONTENT_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    imgSrc: ["'self'", 'data:', 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    connectSrc: ["'self'"],
    fontSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
  },
}

/** The node cannot listen where it was told to. The message is a sentence for people. */
export class ListenError extends Error {
  override readonly name = 'ListenError'
}

/** Gives the address it listens on. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause)) throw cause
    throw new ListenError(whyNot(String(cause.code), host, port), { cause })
  }
}

function whyNot(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken by another program. Stop that one, or choose another port with --port N.`
  }
  if (code === 'EACCES') {
    return `Port ${port} is kept for the system's own programs. Choose one above 1023 with --port N.`
  }
  return `${host} is no address of this machine (${code}). Write one with --host, such as 127.0.0.1.`
}
