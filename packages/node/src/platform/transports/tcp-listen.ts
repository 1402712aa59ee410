import { createServer, type Socket } from 'node:net'
import { hostAndPortFault, hostOf, portOf } from './address.ts'
import { once, type TransportEvents, type TransportKind } from './transport.ts'

const FORM = 'tcp-listen://0.0.0.0:4001, or 127.0.0.1 for senders on this machine'
/** When one more comes, the one that was silent longest gives way: dead connections never keep a sensor out. */
export const MAX_CONNECTIONS = 32

/** Sensors connect to us. Several may at once: each connection is a stream of its own. */
export const tcpListen: TransportKind = {
  form: FORM,
  options: [],
  fault: (url) => hostAndPortFault(url, FORM),
  open(url, given) {
    const events = once(given)
    /** Silent longest first. */
    const sockets = new Set<Socket>()
    let connections = 0
    const server = createServer((socket) => {
      if (!makeRoomIn(sockets)) return void socket.destroy()
      sockets.add(socket)
      socket.on('data', () => {
        if (sockets.delete(socket)) sockets.add(socket)
      })
      socket.on('close', () => sockets.delete(socket))
      receive(socket, ++connections, events)
    })
    server.on('error', (error) => events.closed(error.message, false))
    server.listen(portOf(url), hostOf(url), () => events.opened())
    return {
      resume: () => sockets.forEach((socket) => socket.resume()),
      async close() {
        events.silence()
        for (const socket of sockets) socket.destroy()
        await new Promise<void>((resolve) => server.close(() => resolve()))
      },
    }
  },
}

/** False when the one that would have to go waits for the pipeline: then none may come, or what is held back would grow. */
function makeRoomIn(sockets: Set<Socket>): boolean {
  const [silentLongest] = sockets
  if (!silentLongest || sockets.size < MAX_CONNECTIONS) return true
  if (silentLongest.isPaused()) return false
  sockets.delete(silentLongest)
  silentLongest.destroy()
  return true
}

function receive(socket: Socket, stream: number, events: TransportEvents): void {
  socket.setKeepAlive(true, 30_000)
  socket.on('data', (bytes) => {
    if (!events.bytes(bytes, false, stream)) socket.pause()
  })
  // A connection that breaks is an ordinary end: the sensor will connect again.
  socket.on('error', () => socket.destroy())
  socket.on('close', () => events.ended(stream))
}
