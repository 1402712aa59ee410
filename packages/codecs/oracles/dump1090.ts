/** Another decoder of Mode S: dump1090-mutability, fed with frames, and what it says of them as BaseStation's lines. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export interface Place {
  readonly lat: number
  readonly lon: number
}

/** Frames of two flights that the comparisons do not have: one is heard before everything, the other after it. */
const FIRST = { address: '4840D6', frame: '*8D4840D6202CC371C32CE0576098;\n' }
const LAST = { address: '485020', frame: '*8D485020994409940838175B284F;\n' }

/**
 * Its lines for these frames, each as `*hex;`, heard at one instant. It speaks of no aircraft before it has heard it
 * twice.
 */
export async function askDump1090(program: string, receiver: Place, frames: readonly string[]): Promise<string[]> {
  const [input, output] = [await freePort(), await freePort()]
  const closed = ['--net-ro-port', '--net-bi-port', '--net-bo-port'].flatMap((option) => [option, '0'])
  const peer = spawn(program, [
    '--net-only', '--quiet', '--net-bind-address', '127.0.0.1', ...closed, '--net-ri-port', String(input),
    '--net-sbs-port', String(output), '--lat', String(receiver.lat), '--lon', String(receiver.lon),
  ], { stdio: 'ignore' })
  try {
    const lines = new Lines(await dial(output))
    const speaking = await dial(input)
    // It hears before it has let in who listens: only what it says of the first flight shows that it has.
    for (let turn = 0; turn < MOST_TURNS && !lines.have(FIRST.address); turn++) {
      speaking.write(FIRST.frame)
      await pause(20)
    }
    // A listener that does not keep up is dropped, so it speaks no faster than that.
    for (let from = 0; from < frames.length; from += 50) {
      speaking.write(frames.slice(from, from + 50).join('\n') + '\n')
      await pause(10)
    }
    speaking.write(LAST.frame + LAST.frame)
    for (let turn = 0; turn < MOST_TURNS && !lines.have(LAST.address); turn++) await pause(20)
    speaking.destroy()
    lines.close()
    return lines.all().filter((line) => !line.includes(`,${FIRST.address},`) && !line.includes(`,${LAST.address},`))
  } finally {
    peer.kill()
    if (peer.exitCode === null && peer.signalCode === null) await once(peer, 'exit')
  }
}

/** Ten seconds, at the end of which whatever has come is all. */
const MOST_TURNS = 500

/** What comes in, as lines. */
class Lines {
  readonly #socket: Socket
  #text = ''

  constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (bytes) => (this.#text += String(bytes)))
  }

  have(address: string): boolean {
    return this.#text.includes(`,${address},`)
  }

  all(): string[] {
    return this.#text.split(/\r?\n/).filter((line) => line !== '')
  }

  close(): void {
    this.#socket.destroy()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // A server on a port has such an address.
  server.close()
  await once(server, 'close')
  return port
}

/** The program needs a moment until it listens. */
async function dial(port: number): Promise<Socket> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const socket = connect(port, '127.0.0.1')
    const isConnected = await once(socket, 'connect').then(() => true, () => false)
    if (isConnected) return socket
    await pause(50)
  }
  throw new Error(`nothing listens on port ${port}`)
}
