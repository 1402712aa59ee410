import { RECEIVERS } from '../caribbean/receivers.ts'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import type { LatLon } from '@csii/model'

/** Which port each receiver's wire uses, by receiver id. */
export type ExercisePorts = Readonly<Record<string, number>>

/** One end of a wire: where a receiver puts its sentences. */
export interface ReceiverWire {
  readonly id: string
  /** `udp://host:port` sends, `tcp-listen://host:port` lets nodes connect, `tcp://host:port` connects to a node. */
  readonly url: string
}

/** The other end: what the node is to be told. The shape is that of a configured source. */
export interface ExerciseSource {
  readonly id: string
  readonly title: string
  readonly kind: 'ais'
  readonly url: string
  readonly nation: string
  readonly position: LatLon
  readonly simulated: true
}

const NODE_END = { datagrams: 'udp', 'we-listen': 'tcp', 'they-listen': 'tcp-listen' } as const
const RECEIVER_END = { datagrams: 'udp', 'we-listen': 'tcp-listen', 'they-listen': 'tcp' } as const

/** The receivers as a node configures them. Source ids begin with `sim-`. */
export const exerciseSources = (ports: ExercisePorts, host = '127.0.0.1'): ExerciseSource[] =>
  RECEIVERS.map(({ id, title, nation, position, wire }) => ({
    id: `sim-${id}`,
    title,
    kind: 'ais',
    url: `${NODE_END[wire]}://${host}:${portOf(ports, id)}`,
    nation,
    position,
    simulated: true,
  }))

/** The receivers as the player runs them. */
export const exerciseReceivers = (ports: ExercisePorts, host = '127.0.0.1'): ReceiverWire[] =>
  RECEIVERS.map(({ id, wire }) => ({
    id,
    url: `${RECEIVER_END[wire]}://${host}:${portOf(ports, id)}`,
  }))

/** A free port on this machine for every receiver, so that several nodes can play at once. */
export async function findExercisePorts(host = '127.0.0.1'): Promise<ExercisePorts> {
  const held = await Promise.all(RECEIVERS.map(({ wire }) => (wire === 'datagrams' ? holdUdp(host) : holdTcp(host))))
  const ports = Object.fromEntries(RECEIVERS.map(({ id }, i) => [id, held[i]!.port]))
  await Promise.all(held.map(({ release }) => release()))
  return ports
}

interface HeldPort {
  readonly port: number
  release(): Promise<void>
}

async function holdUdp(host: string): Promise<HeldPort> {
  const socket = createSocket('udp4')
  socket.bind(0, host)
  await once(socket, 'listening')
  return { port: socket.address().port, release: () => new Promise((resolve) => socket.close(() => resolve())) }
}

async function holdTcp(host: string): Promise<HeldPort> {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  // A server that listens on a host and port has an address with a port.
  const { port } = server.address() as AddressInfo
  return { port, release: () => new Promise((resolve) => server.close(() => resolve())) }
}

function portOf(ports: ExercisePorts, id: string): number {
  const port = ports[id]
  if (port === undefined) throw new Error(`the exercise has no port for its receiver ${id}`)
  return port
}
