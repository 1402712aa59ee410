import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refusal } from '../platform/errors.ts'
import { withoutSecrets } from '../platform/transports/transports.ts'

/** What a person did, as the journal keeps it. */
export interface Action {
  readonly what: string
  readonly by?: string | undefined
  readonly body?: unknown
  readonly answer: number
}

/** Requests that ask and change nothing, though they send a body. */
const QUESTIONS: ReadonlySet<string> = new Set(['/api/sources/preview', '/api/sightings/read', '/api/history/search'])
const CHANGES: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
/** A person waits no longer for an answer. */
const WITHIN_MS = 5_000

/** Whatever people do through the API is durable before it is answered. */
export function keepActions(app: FastifyInstance, act: (action: Action) => Promise<void>, withinMs = WITHIN_MS): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (!isAction(request) || reply.statusCode >= 300) return payload
    await within(act(actionOf(request, reply.statusCode)), withinMs)
    return payload
  })
}

const isAction = ({ method, routeOptions: { url } }: FastifyRequest): boolean =>
  CHANGES.has(method) && url !== undefined && !QUESTIONS.has(url)

function actionOf({ method, url, query, body }: FastifyRequest, answer: number): Action {
  const by = stated(query, 'by') ?? stated(body, 'by')
  return { what: `${method} ${url.split('?', 1)[0]}`, ...(by && { by }), ...(body !== undefined && { body: presentable(body) }), answer }
}

function stated(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null || !(key in value)) return undefined
  const found = Object.entries(value).find(([name]) => name === key)?.[1]
  return typeof found === 'string' ? found : undefined
}

/** The address of a source may hold a password: that is not kept for ever. */
const presentable = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'url' && typeof value === 'string' ? withoutSecrets(value) : value)))

async function within(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(refusal('NOT_KEPT', 'Look whether it was done, and do it again when the node records again.')), ms)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
