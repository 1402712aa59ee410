import { createSharedMemory, sensorKinds } from '@csii/codecs'
import type { Plot, Statement } from '@csii/model'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { caribbean } from '../scenario.ts'
import { simulate } from '../simulate.ts'
import { startExercise } from './exercise.ts'
import { AIS_MEMORY } from '../ais/receivers.ts'
import { exerciseSources, exerciseWires, findExercisePorts, type ExerciseSource } from './wires.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

type Take = (bytes: Uint8Array, datagram: boolean) => void

/** The node's end of one wire. */
async function listenTo({ url }: ExerciseSource, take: Take): Promise<void> {
  const { protocol, hostname, port } = new URL(url)
  if (protocol === 'udp:') {
    const socket = createSocket('udp4').on('message', (bytes) => take(bytes, true))
    socket.bind(Number(port), hostname)
    await once(socket, 'listening')
    closing.push(() => socket.close())
  } else if (protocol === 'tcp-listen:') {
    const server = createServer((socket) => {
      closing.unshift(() => socket.destroy())
      socket.on('data', (bytes) => take(bytes, false))
    }).listen(Number(port), hostname)
    await once(server, 'listening')
    closing.push(() => server.close())
  }
}

function connectTo({ url }: ExerciseSource, take: Take): void {
  const { protocol, hostname, port } = new URL(url)
  if (protocol !== 'tcp:') return
  const socket = connect(Number(port), hostname).on('data', (bytes) => take(bytes, false))
  closing.push(() => socket.destroy())
}

const noon = Date.UTC(2026, 10, 24, 16)

describe('the exercise through real sockets', () => {
  it('brings a node at once every vessel that was heard in the last ten minutes, and no problem', async () => {
    const ports = await findExercisePorts()
    const expected = new Set<string>()
    for (const { subject } of simulate(caribbean(1), noon - AIS_MEMORY, noon)) expected.add(subject.split('/')[0]!)

    const heard = new Set<number>()
    let complete = () => {}
    const take = (one: Plot | Statement) => {
      if (one.claim?.mmsi !== undefined) heard.add(one.claim.mmsi)
      if (heard.size >= expected.size) complete()
    }
    const problems: string[] = []
    const sink = { plot: take, statement: take, measurement() {}, problem: (problem: string) => problems.push(problem) }
    const sources = exerciseSources(ports)
    const shared = createSharedMemory()
    const takes = sources.map(({ id, kind, options }) => {
      const reader = sensorKinds.find((known) => known.id === kind)!
        .open({ sensorId: id, simulated: true, ...(options && { options }) }, shared)
      return (bytes: Uint8Array, datagram: boolean) => reader.read(bytes, noon + 1_000, sink, datagram)
    })
    await Promise.all(sources.map((source, i) => listenTo(source, takes[i]!)))

    const exercise = startExercise({ wires: exerciseWires(ports), clock: () => noon })
    closing.push(() => exercise.stop())
    await exercise.ready
    sources.forEach((source, i) => connectTo(source, takes[i]!))
    await new Promise<void>((resolve) => {
      complete = resolve
      if (heard.size >= expected.size) resolve()
    })
    expect(heard.size).toBeGreaterThanOrEqual(expected.size)
    expect(problems).toEqual([])
  })

  it('lets every sensor be heard, each in its own format', async () => {
    const ports = await findExercisePorts()
    const sources = exerciseSources(ports)
    const silent = new Set(sources.map(({ id }) => id))
    let complete = () => {}
    const problems: string[] = []
    const takes = sources.map(({ id, kind, position, options }) => {
      const plot = () => {
        silent.delete(id)
        if (silent.size === 0) complete()
      }
      const sink = { plot, statement() {}, measurement() {}, problem: (problem: string) => problems.push(problem) }
      const site = { sensorId: id, simulated: true, ...(position && { position }), ...(options && { options }) }
      const reader = sensorKinds.find((known) => known.id === kind)!.open(site, createSharedMemory())
      return (bytes: Uint8Array, datagram: boolean) => reader.read(bytes, noon + 1_000, sink, datagram)
    })
    await Promise.all(sources.map((source, i) => listenTo(source, takes[i]!)))
    const exercise = startExercise({ wires: exerciseWires(ports), clock: () => noon, speed: 5 })
    closing.push(() => exercise.stop())
    await exercise.ready
    sources.forEach((source, i) => connectTo(source, takes[i]!))
    await new Promise<void>((resolve) => {
      complete = resolve
      if (silent.size === 0) resolve()
    })
    expect(problems).toEqual([])
  })

  it('delivers afterwards, in order, what the receiver hears', async () => {
    const exercise = startExercise({
      wires: [{ id: 'castries', url: 'tcp-listen://127.0.0.1:0' }], clock: () => noon, speed: 10,
    })
    closing.push(() => exercise.stop())
    const { castries } = await exercise.ready
    let text = ''
    const socket = connect(castries!, '127.0.0.1')
    closing.push(() => socket.destroy())
    const expected = [...simulate(caribbean(1), noon + 25_000, noon + 40_000)]
      .filter(({ receiver }) => receiver === 'castries').map(({ line }) => line)
    await new Promise<void>((resolve) => {
      socket.on('data', (bytes) => {
        text += bytes.toString()
        if (text.includes(expected.at(-1)! + '\r\n')) resolve()
      })
    })
    const lines = text.split('\r\n')
    expect(lines.slice(lines.indexOf(expected[0]!), lines.indexOf(expected.at(-1)!) + 1)).toEqual(expected)
  })

  it('says once why it cannot play', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    closing.push(() => server.close())
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const said: string[] = []
    const exercise = startExercise({
      wires: [{ id: 'castries', url: `tcp-listen://127.0.0.1:${port}` }], log: (message) => said.push(message),
    })
    closing.push(() => exercise.stop())
    await expect(exercise.ready).rejects.toThrow('EADDRINUSE')
    expect(said).toEqual([expect.stringContaining('The exercise cannot play: listen EADDRINUSE')])
  })

  it('of an unknown name is refused', () => {
    expect(() => startExercise({ wires: [], scenario: 'atlantis' })).toThrow('no scenario is called atlantis')
  })

  it('stops when it is told to', async () => {
    const exercise = startExercise({ wires: [{ id: 'castries', url: 'tcp-listen://127.0.0.1:0' }] })
    const { castries } = await exercise.ready
    await exercise.stop()
    const socket = connect(castries!, '127.0.0.1')
    const [error] = await once(socket, 'error')
    expect(error).toMatchObject({ code: 'ECONNREFUSED' })
  })
})
