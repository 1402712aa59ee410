/** Another decoder of Mode S: dump1090-mutability, fed with frames, and what it says of them as BaseStation's lines. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export interface Place {
  readonly lat: number
  readonly lon: number
}

/**
 * Its lines for these frames, each as `*hex;` and all at one instant. `last` is heard after all of them: when that aircraft is
 * spoken of, everything has been said. It speaks of no aircraft before it has heard it twice.
 */
export async function askDump1090(program: string, receiver: Place, frames: readonly string[], last: string): Promise<string[]> {
  const [input, output] = [await freePort(), await freePort()]
  const closed = ['--net-ro-port', '--net-bi-port', '--net-bo-port'].flatMap((option) => [option, '0'])
  const peer = spawn(program, [
    '--net-only', '--quiet', '--net-bind-address', '127.0.0.1', ...closed, '--net-ri-port', String(input),
    '--net-sbs-port', String(output), '--lat', String(receiver.lat), '--lon', String(receiver.lon),
  ], { stdio: 'ignore' })
  try {
    const listening = await dial(output)
    const speaking = await dial(input)
    speaking.write([...frames, last, last].join('\n') + '\n')
    const address = last.slice(3, 9)
    let heard = ''
    for await (const bytes of listening) {
      heard += String(bytes)
      if (heard.includes(`,${address},`)) break
    }
    speaking.destroy()
    return heard.split(/\r?\n/).filter((line) => line !== '' && !line.includes(`,${address},`))
  } finally {
    peer.kill()
    if (peer.exitCode === null && peer.signalCode === null) await once(peer, 'exit')
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
    const outcome = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(() => false)
    if (outcome) return socket
    await pause(50)
  }
  throw new Error(`nothing listens on port ${port}`)
}
