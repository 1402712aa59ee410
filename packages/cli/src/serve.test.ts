import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { serve } from './serve.ts'

let directory: string
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'csii-serve-'))))
afterEach(() => rmSync(directory, { recursive: true }))

/** A node as a person at a terminal starts it. `stop` is their Ctrl-C. */
function run(...args: string[]) {
  const said: string[] = []
  const complaints: string[] = []
  let stop: (signal?: unknown) => void = () => {}
  const stopped = new Promise((resolve) => (stop = resolve))
  const exit = serve(['--data', join(directory, 'data'), ...args], {
    say: (line) => said.push(line),
    complain: (line) => complaints.push(line),
    stopped,
  })
  const address = async () => {
    await vi.waitFor(() => expect(said).toHaveLength(1), { timeout: 10_000 })
    return /http:\S+?(?=,|$)/.exec(said[0]!)![0]
  }
  return { exit, stop, said, complaints, address }
}

/** A port that nothing listens on: a source names its port, so it cannot be left to the system. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server that listens has an address of this kind.
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const health = async (address: string) => (await fetch(`${address}/api/health`)).json()

describe('csii serve', () => {
  it('says where it listens, and ends well when it is stopped', async () => {
    const node = run('--port', '0')
    expect(await health(await node.address())).toMatchObject({ status: 'ok', sources: 0, simulated: false })
    node.stop()
    expect(await node.exit).toBe(0)
    expect(node.said).toHaveLength(1)
    expect(node.complaints).toEqual([])
  })

  it('plays the exercise through its sources, and says that it is one', async () => {
    const node = run('--port', '0', '--exercise')
    const address = await node.address()
    expect(node.said[0]).toContain('simulated')
    const shown = { simulated: true, tracks: expect.toSatisfy((count: number) => count > 100) }
    await vi.waitFor(async () => expect(await health(address)).toMatchObject(shown), { timeout: 20_000, interval: 200 })
    node.stop()
    expect(await node.exit).toBe(0)
  })

  it('listens to the sources it is given', async () => {
    const port = await freePort()
    const node = run('--port', '0', '--source', `udp://127.0.0.1:${port}`, '--source', `tcp-listen://127.0.0.1:${port}`)
    expect(await health(await node.address())).toMatchObject({ sources: 2 })
    node.stop()
    await node.exit
  })

  it('names the port that is taken, and the flag that chooses another', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    // A server that listens on a port has an address with one.
    const { port } = other.address() as AddressInfo
    const node = run('--port', String(port))
    expect(await node.exit).toBe(1)
    expect(node.complaints).toEqual([expect.stringMatching(new RegExp(`Port ${port} .*taken.*--port`))])
    other.close()
  })

  it('does not share its data with another node', async () => {
    const first = run('--port', '0')
    await first.address()
    const second = run('--port', '0')
    expect(await second.exit).toBe(1)
    expect(second.complaints).toEqual([expect.stringContaining('in use by another node')])
    first.stop()
    await first.exit
  })

  it.each([
    [['--colour', 'red'], 2, '--colour'],
    [['--port', 'many'], 1, '--port many is no port'],
    [['--port', '65536'], 1, 'from 0 to 65535'],
    [['--port', ''], 1, 'is no port'],
    [['--host', '192.0.2.1'], 1, '192.0.2.1 is no address of this machine'],
    [['--source', 'gopher://sea'], 1, '--source gopher://sea is no address of a sensor'],
    [['--config', '/nowhere/csii.yaml'], 1, '/nowhere/csii.yaml'],
  ])('refuses %j', async (args, code, because) => {
    const node = run(...args)
    expect(await node.exit).toBe(code)
    expect(node.complaints.join()).toContain(because)
  })

  it('reads a configuration file, and lets flags win over it', async () => {
    const file = join(directory, 'csii.yaml')
    writeFileSync(file, 'node: { name: Kingstown, nation: VCT }\nlisten: { host: 127.0.0.1, port: 1 }\nsources: []\n')
    const node = run('--config', file, '--port', '0')
    expect(await health(await node.address())).toMatchObject({ node: 'Kingstown', nation: 'VCT' })
    node.stop()
    await node.exit
  })
})
