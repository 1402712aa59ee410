import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import type { LatLon, SensorOptions } from '@csii/model'
import type { Wire } from '../sensor.ts'
import { INSTALLATIONS } from '../sensors.ts'

/** Which port each sensor's wire uses, by sensor id. */
export type ExercisePorts = Readonly<Record<string, number>>

/** One end of a wire: where a sensor puts its bytes. */
export interface SensorWire {
  readonly id: string
  /** `udp://host:port` sends, `tcp-listen://host:port` lets nodes connect, `tcp://host:port` connects to a node. */
  readonly url: string
}

/** The other end: what the node is to be told. The shape is that of a configured source. */
export interface ExerciseSource {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly url: string
  readonly nation: string
  readonly position?: LatLon
  readonly antennaHeight?: number
  readonly options?: SensorOptions
  readonly simulated: true
}

const NODE_END = { datagrams: 'udp', 'we-listen': 'tcp', 'they-listen': 'tcp-listen' } as const
const SENSOR_END = { datagrams: 'udp', 'we-listen': 'tcp-listen', 'they-listen': 'tcp' } as const

/** The sensors as a node configures them. Source ids begin with `sim-`. */
export const exerciseSources = (ports: ExercisePorts, host = '127.0.0.1'): ExerciseSource[] =>
  INSTALLATIONS.map(({ id, wire, title, kind, nation, position, antennaHeight, options }) => ({
    id: `sim-${id}`,
    title,
    kind,
    url: `${NODE_END[wire]}://${host}:${portOf(ports, id)}`,
    nation,
    ...(position && { position }),
    ...(antennaHeight !== undefined && { antennaHeight }),
    ...(options && { options }),
    simulated: true,
  }))

/** The sensors as the player runs them. */
export const exerciseWires = (ports: ExercisePorts, host = '127.0.0.1'): SensorWire[] =>
  INSTALLATIONS.map(({ id, wire }) => ({ id, url: `${SENSOR_END[wire]}://${host}:${portOf(ports, id)}` }))

/** A free port on this machine for every sensor, so that several nodes can play at once. */
export async function findExercisePorts(host = '127.0.0.1'): Promise<ExercisePorts> {
  const hold = (wire: Wire) => (wire === 'datagrams' ? holdUdp(host) : holdTcp(host))
  const held = await Promise.all(INSTALLATIONS.map(({ wire }) => hold(wire)))
  const ports = Object.fromEntries(INSTALLATIONS.map(({ id }, i) => [id, held[i]!.port]))
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
  if (port === undefined) throw new Error(`the exercise has no port for its sensor ${id}`)
  return port
}
