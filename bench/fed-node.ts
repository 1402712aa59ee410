/** A node in a child process, one real TCP socket that feeds it, and what a bench asks of it. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface FedNode {
  readonly node: ChildProcess
  readonly address: string
  readonly feed: Socket
}

export async function withNode(run: (bench: FedNode) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'csii-bench-'))
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has an address with one.
  const { port } = server.address() as AddressInfo
  const url = `tcp://127.0.0.1:${port}`
  const source = { id: 'bench', title: 'Bench', kind: 'ais', url, nation: 'XXX', simulated: false }
  const connected = once(server, 'connection')
  const node = fork(new URL('./pipeline-node.ts', import.meta.url), [JSON.stringify([source]), dataDir])
  const [{ address }] = await once(node, 'message')
  const [feed] = await connected
  await run({ node, address, feed })
  feed.destroy()
  server.close()
  node.kill()
  await once(node, 'exit')
  rmSync(dataDir, { recursive: true })
}

export async function rssOf(node: ChildProcess): Promise<number> {
  node.send('rss')
  const [{ rss }] = await once(node, 'message')
  return rss
}

/** Seconds of processor time that the node has used, all its threads together: what other work on the machine hardly changes. */
export async function processorSecondsOf(node: ChildProcess): Promise<number> {
  node.send('cpu')
  const [{ cpu }] = await once(node, 'message')
  return (cpu.user + cpu.system) / 1e6
}

export async function counts({ address }: FedNode) {
  const text = await (await fetch(`${address}/metrics`)).text()
  const read = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0)
  return {
    received: read(/outcome="received"} (\d+)/),
    decoded: read(/outcome="decoded"} (\d+)/),
    tracks: read(/^csii_tracks (\d+)/m),
  }
}

export async function written(feed: Socket, bytes: string | Uint8Array): Promise<void> {
  if (!feed.write(bytes)) await once(feed, 'drain')
}
