import { createSocket } from 'node:dgram'
import { createServer, isIPv6, type Socket } from 'node:net'
import { hostAndPortFault, hostOf, portOf } from './address.ts'

/** Where relayed sentences leave the node. */
export interface Outlet {
  /** Sentences of one message, each with its line end. */
  send(text: string): void
  /** Gives the port. Rejects when nothing can listen there. */
  open(): Promise<number>
  close(): Promise<void>
}

const FORM = 'tcp-listen://127.0.0.1:10110 for programs that connect, or udp://192.0.2.9:10110 to send datagrams'
const MAX_CLIENTS = 32
/** A client that is so far behind is let go: it may call again. */
const MAX_WAITING_BYTES = 1024 * 1024

/** What is wrong with an output's address and what to write instead, or nothing. */
export function outletFault(text: string): string | undefined {
  const url = URL.parse(text)
  if (!url || !OUTLETS.has(url.protocol)) return `is no address to send to. Write ${FORM}.`
  if (url.search !== '') return `has options. Write ${FORM}.`
  return hostAndPortFault(url, FORM)
}

export function createOutlet(text: string): Outlet {
  const url = new URL(text)
  const open = OUTLETS.get(url.protocol)
  if (!open) throw new Error(`No outlet for ${url.protocol}`)
  return open(hostOf(url), portOf(url))
}

const OUTLETS: ReadonlyMap<string, (host: string, port: number) => Outlet> = new Map([
  ['tcp-listen:', listenTcp],
  ['udp:', sendUdp],
])

function listenTcp(host: string, port: number): Outlet {
  const clients = new Set<Socket>()
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    if (clients.size >= MAX_CLIENTS) return void socket.destroy()
    clients.add(socket)
    socket.on('close', () => clients.delete(socket))
    socket.resume()
  })
  return {
    send(sentences) {
      for (const socket of clients) {
        if (socket.writableLength > MAX_WAITING_BYTES) socket.destroy()
        else socket.write(sentences)
      }
    },
    open: () => new Promise((resolve, reject) => {
      server.on('error', reject)
      server.listen(port, host, () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : port)
      })
    }),
    async close() {
      for (const socket of clients) socket.destroy()
      if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function sendUdp(host: string, port: number): Outlet {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4')
  // Nobody listens there: the next datagram may find somebody.
  socket.on('error', () => {})
  return {
    send: (sentences) => socket.send(sentences, port, host),
    open: async () => port,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
}
