import { connect } from 'node:net'
import { hostAndPortFault, hostOf, numberOf, portOf } from './address.ts'
import { once, type TransportKind } from './transport.ts'

const FORM = 'tcp://host:port, or tcp://host:port?idle=600 to give up on a silent line after ten minutes'
const CONNECT_TIMEOUT_MS = 10_000
/** A connection whose other end has gone without a word stays open for ever: after so much silence we call again. */
const USUAL_IDLE_S = 300

/** We connect to a sensor or a network that serves TCP. */
export const tcpClient: TransportKind = {
  form: FORM,
  options: ['idle'],
  fault: (url) =>
    hostAndPortFault(url, FORM) ??
    (numberOf(url, 'idle', USUAL_IDLE_S, 1, 86_400) === undefined ? `has an idle time that is no number of seconds. Write ${FORM}.` : undefined),
  open(url, given) {
    const events = once(given)
    const idleMs = 1000 * (numberOf(url, 'idle', USUAL_IDLE_S, 1, 86_400) ?? USUAL_IDLE_S)
    const socket = connect(portOf(url), hostOf(url))
    socket.setTimeout(CONNECT_TIMEOUT_MS)
    socket.setKeepAlive(true, 30_000)
    socket.on('connect', () => {
      socket.setTimeout(idleMs)
      events.opened()
    })
    socket.on('data', (bytes) => {
      if (!events.bytes(bytes, false)) socket.pause()
    })
    socket.on('timeout', () => {
      const silence = socket.connecting ? 'No answer' : `Silent for ${idleMs / 1000} s`
      if (!socket.isPaused()) socket.destroy(new Error(silence))
    })
    socket.on('error', (error) => events.closed(error.message, false))
    socket.on('close', () => events.closed('The other end closed the connection', false))
    return {
      resume: () => void socket.resume(),
      async close() {
        events.silence()
        socket.destroy()
      },
    }
  },
}
