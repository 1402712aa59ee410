import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** A sensor's end of a wire. Whoever comes to the other end is first told what was heard lately. */
export interface Link {
  /** The port that it listens on or sends to. */
  readonly port: number
  send(bytes: Uint8Array): void
  close(): Promise<void>
}

/** The deliveries of the past that are worth telling, oldest first. */
export type Recent = () => readonly Uint8Array[]

/** Resolves when the link is ready to be used; fails when its port cannot be had. */
export async function openLink(url: string, recent: Recent): Promise<Link> {
  const { protocol, hostname, port } = new URL(url)
  switch (protocol) {
    case 'udp:':
      return sendDatagrams(hostname, Number(port), recent)
    case 'tcp-listen:':
      return listen(hostname, Number(port), recent)
    case 'tcp:':
      return connectAgain(hostname, Number(port), recent)
    default:
      throw new Error(`a sensor cannot send to ${url}: use udp://, tcp:// or tcp-listen://`)
  }
}

/** Octets of the past that share a datagram, to stay within an Ethernet frame. */
const BUNDLE = 1_400
/** Milliseconds between datagrams of the past: a socket's buffer holds only some hundred. */
const PACE = 4
/** Milliseconds before a port where nobody listened is tried again. */
const PATIENCE = 1_000

async function sendDatagrams(host: string, port: number, recent: Recent): Promise<Link> {
  const socket = createSocket('udp4')
  let isTold = false
  let lastTold = -Infinity
  let isClosed = false
  // A connected socket is told when nobody listens at the other end: by an event, or by the next thing it sends.
  const isDeaf = () => (isTold = false)
  socket.on('error', isDeaf)
  socket.connect(port, host)
  await once(socket, 'connect')
  const put = (bytes: Uint8Array) => isClosed || socket.send(bytes, (error) => error && isDeaf())
  const tellPast = async () => {
    isTold = true
    lastTold = performance.now()
    for (const bundle of bundled(recent())) {
      if (!isTold) return
      put(bundle)
      await wait(PACE)
    }
  }
  return {
    port,
    send(bytes) {
      if (!isTold && performance.now() - lastTold > PATIENCE) void tellPast()
      put(bytes)
    },
    close() {
      isClosed = true
      return new Promise((resolve) => socket.close(resolve))
    },
  }
}

function bundled(deliveries: readonly Uint8Array[]): Uint8Array[] {
  const bundles: Uint8Array[][] = []
  let room = 0
  for (const bytes of deliveries) {
    if (bytes.length > room) {
      bundles.push([])
      room = BUNDLE
    }
    bundles.at(-1)!.push(bytes)
    room -= bytes.length
  }
  return bundles.map((bundle) => Buffer.concat(bundle))
}

async function listen(host: string, port: number, recent: Recent): Promise<Link> {
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
    send: (bytes) => sockets.forEach((socket) => write(socket, bytes)),
    close() {
      sockets.forEach((socket) => socket.destroy())
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function connectAgain(host: string, port: number, recent: Recent): Promise<Link> {
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
    send(bytes) {
      if (socket?.readyState === 'open') write(socket, bytes)
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      socket?.destroy()
    },
  }
}

const tell = (socket: Socket, recent: Recent): void => {
  for (const bytes of recent()) socket.write(bytes)
}

/** Bytes that may wait for a slow node before some are left out, as a real sensor leaves them out. */
const BACKLOG = 1 << 20

function write(socket: Socket, bytes: Uint8Array): void {
  if (socket.writableLength < BACKLOG) socket.write(bytes)
}
