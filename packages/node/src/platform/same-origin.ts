import type { FastifyInstance } from 'fastify'
import { refusal } from './errors.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || host === '::1'

/**
 * Keeps web pages of others away from the node. A page elsewhere cannot speak to it (`Origin` must be our own address),
 * nor can a name that was pointed at this machine behind the browser's back (DNS rebinding): while the node listens on
 * loopback, it answers to loopback's names only.
 */
export function keepToOwnOrigin(app: FastifyInstance, listenHost: string): void {
  app.addHook('onRequest', async (request) => {
    const { host = '', origin } = request.headers
    const name = host.replace(/:\d+$/, '')
    if (isLoopback(listenHost) && !LOOPBACK.has(name)) {
      throw refusal('HOST_NOT_ALLOWED', `This node answers to localhost only, not to ${name || 'nobody'}.`)
    }
    if (origin !== undefined && !isSameOrigin(origin, host)) {
      throw refusal('ORIGIN_NOT_ALLOWED', `A page of ${origin} may not speak to this node. Open the node's own page.`)
    }
  })
}

function isSameOrigin(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}
