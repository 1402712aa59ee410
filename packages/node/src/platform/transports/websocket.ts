import { WebSocket } from 'ws'
import { authorization, forServer, numberOf } from './address.ts'
import { once, type TransportKind } from './transport.ts'

const FORM =
  'ws://host:port/path, or wss:// for an encrypted one, with ?subscribe=self (or all) for a Signal K server, or ?idle=600 to give up on a ' +
  'silent line after ten minutes'
const HANDSHAKE_TIMEOUT_MS = 10_000
const LARGEST_MESSAGE_BYTES = 16 * 1024 * 1024
const USUAL_IDLE_S = 300
const OPTIONS = ['subscribe', 'idle']

/** Of the Signal K subscription protocol: everything that changes, each value once a second at most. */
const CONTEXTS: ReadonlyMap<string, string> = new Map([
  ['self', 'vessels.self'],
  ['all', '*'],
])
const EVERYTHING = [{ path: '*', policy: 'instant', minPeriod: 1000 }]

/** We connect to a server of WebSocket messages. Each message is a datagram. */
export const webSocket: TransportKind = {
  form: FORM,
  options: OPTIONS,
  passesQuery: true,
  fault(url) {
    const subscribe = url.searchParams.get('subscribe')
    if (subscribe !== null && !CONTEXTS.has(subscribe)) return `subscribes to what no Signal K server has. Write ${FORM}.`
    const idle = numberOf(url, 'idle', USUAL_IDLE_S, 1, 86_400)
    return idle === undefined ? `has an idle time that is no number of seconds. Write ${FORM}.` : undefined
  },
  open(url, given) {
    const events = once(given)
    const idleMs = 1000 * (numberOf(url, 'idle', USUAL_IDLE_S, 1, 86_400) ?? USUAL_IDLE_S)
    const context = CONTEXTS.get(url.searchParams.get('subscribe') ?? '')
    const headers = { ...authorization(url) }
    const options = { headers, handshakeTimeout: HANDSHAKE_TIMEOUT_MS, maxPayload: LARGEST_MESSAGE_BYTES }
    const socket = new WebSocket(addressOf(url, context), options)
    const idle = setTimeout(() => {
      events.closed(`Silent for ${idleMs / 1000} s`, false)
      socket.terminate()
    }, idleMs)
    socket.on('open', () => {
      events.opened()
      idle.refresh()
      if (context !== undefined) socket.send(JSON.stringify({ context, subscribe: EVERYTHING }))
    })
    // A message that the pipeline has no room for is dropped, as any datagram.
    socket.on('message', (message: Buffer) => {
      idle.refresh()
      if (message.length > 0) events.bytes(message, true)
    })
    socket.on('ping', () => idle.refresh())
    socket.on('error', (error) => events.closed(error.message, false))
    const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
    socket.on('close', (code, reason) => {
      clearTimeout(idle)
      events.closed(`The other end closed the connection (${code}${reason.length > 0 ? `: ${reason.toString()}` : ''})`, false)
    })
    return {
      resume() {},
      close() {
        events.silence()
        clearTimeout(idle)
        socket.terminate()
        return ended
      },
    }
  },
}

/** A Signal K server would send its own boat at once, unless it is told to wait for our subscription. */
function addressOf(url: URL, context: string | undefined): URL {
  const address = forServer(url, OPTIONS)
  if (context !== undefined) address.searchParams.set('subscribe', 'none')
  return address
}
