import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** A receiver's end of a wire. Whoever comes to the other end is first told what was heard lately. */
export interface Link {
  /** The port that it listens on or sends to. */
  readonly port: number
  send(line: string): void
  close(): Promise<void>
}

export type RecentLines = () => readonly string[]

/** Resolves when the link is ready to be used; fails when its port cannot be had. */
export async function openLink(url: string, recent: RecentLines): Promise<Link> {
  const { protocol, hostname, port } = new URL(url)
  switch (protocol) {
    case 'udp:':
      return sendDatagrams(hostname, Number(port), recent)
    case 'tcp-listen:':
      return listen(hostname, Number(port), recent)
    case 'tcp:':
      return connectAgain(hostname, Number(port), recent)
    default:
      throw new Error(`a receiver cannot send to ${url}: use udp://, tcp:// or tcp-listen://`)
  }
}

/** Lines of the past that share a datagram, to stay below an Ethernet frame. */
const BUNDLE = 10
/** Milliseconds between datagrams of the past: a socket's buffer holds only some hundred. */
const PACE = 4
/** Milliseconds before a port where nobody listened is tried again. */
const PATIENCE = 1_000

async function sendDatagrams(host: string, port: number, recent: RecentLines): Promise<Link> {
  const socket = createSocket('udp4')
  let isTold = false
  let lastTold = -Infinity
  let isClosed = false
  // A connected socket is told when nobody listens at the other end: by an event, or by the next thing it sends.
  const isDeaf = () => (isTold = false)
  socket.on('error', isDeaf)
  socket.connect(port, host)
  await once(socket, 'connect')
  const put = (text: string) => isClosed || socket.send(text, (error) => error && isDeaf())
  const tellPast = async () => {
    isTold = true
    lastTold = performance.now()
    const lines = recent()
    for (let i = 0; i < lines.length && isTold; i += BUNDLE) {
      put(lines.slice(i, i + BUNDLE).join('\r\n') + '\r\n')
      await wait(PACE)
    }
  }
  return {
    port,
    send(line) {
      if (!isTold && performance.now() - lastTold > PATIENCE) void tellPast()
      put(line + '\r\n')
    },
    close() {
      isClosed = true
      return new Promise((resolve) => socket.close(resolve))
    },
  }
}

async function listen(host: string, port: number, recent: RecentLines): Promise<Link> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    socket.resume()
    tell(socket, recent)
  })
  server.listen(port, host)
  await once(server, 'listening')
  return {
    // A server that listens on a host and port has an address with a port.
    port: (server.address() as AddressInfo).port,
    send: (line) => sockets.forEach((socket) => write(socket, line)),
    close() {
      sockets.forEach((socket) => socket.destroy())
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function connectAgain(host: string, port: number, recent: RecentLines): Promise<Link> {
  let socket: Socket | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  const open = () => {
    const attempt = connect(port, host, () => tell(attempt, recent))
    attempt.on('error', () => attempt.destroy())
    attempt.on('close', () => {
      if (!isClosed) timer = setTimeout(open, PATIENCE)
    })
    socket = attempt.resume()
  }
  open()
  return {
    port,
    send(line) {
      if (socket?.readyState === 'open') write(socket, line)
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      socket?.destroy()
    },
  }
}

const tell = (socket: Socket, recent: RecentLines): void => {
  const lines = recent()
  if (lines.length > 0) socket.write(lines.join('\r\n') + '\r\n')
}

/** Bytes that may wait for a slow node before lines are left out, as a real receiver leaves them out. */
const BACKLOG = 1 << 20

function write(socket: Socket, line: string): void {
  if (socket.writableLength < BACKLOG) socket.write(line + '\r\n')
}
