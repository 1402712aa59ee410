/** A PostgreSQL server of the tests' own, from Debian's package: nothing depends on one that happens to run. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server, as its superuser. */
    postgres: string | undefined
  }
}

const VERSIONS = '/usr/lib/postgresql'
/** Nothing of it outlives the tests, so nothing need reach the disk. */
const SETTINGS = [
  'fsync=off', 'full_page_writes=off', 'autovacuum=off', 'shared_buffers=32MB', 'max_connections=200', 'listen_addresses=127.0.0.1',
]
const START_MS = 30_000

export default async function startForTests(project: TestProject): Promise<() => Promise<void>> {
  const programs = postgresPrograms()
  if (programs === undefined) {
    console.log('PostgreSQL is not installed: every test of a store runs on SQLite alone. To run them all: apt-get install postgresql')
    project.provide('postgres', undefined)
    return async () => {}
  }
  const { url, stop } = await startPostgres(programs)
  project.provide('postgres', url)
  return stop
}

/** The folder of the newest version that is installed. */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).toSorted((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => join(VERSIONS, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')))
}

/** Ends with the process that started it, however that ends. */
export async function startPostgres(programs: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'csii-postgres-'))
  const as = unprivileged(folder)
  const data = join(folder, 'data')
  const [setpriv, ...identity] = as
  execFileSync(setpriv!, [
    ...identity, join(programs, 'initdb'), '-D', data, '--no-sync', '--auth=trust', '--username=csii', '--encoding=UTF8', '--locale=C',
  ], { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder })
  const port = await freePort()
  const settings = [...SETTINGS, `port=${port}`, `unix_socket_directories=${folder}`].flatMap((setting) => ['-c', setting])
  const server = spawn(setpriv!, [...identity, '--pdeathsig', 'QUIT', join(programs, 'postgres'), '-D', data, ...settings], {
    stdio: 'ignore', cwd: folder,
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const url = `postgres://csii@127.0.0.1:${port}/postgres`
  async function stop(): Promise<void> {
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  await untilItAnswers(url, server).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { url, stop }
}

/** It refuses to run as root. */
function unprivileged(folder: string): readonly string[] {
  if (process.getuid?.() !== 0) return ['/usr/bin/setpriv', '--no-new-privs']
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })))
  chownSync(folder, uid!, gid!)
  return ['/usr/bin/setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // It listens on a port.
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + START_MS
  for (;;) {
    const client = new Client(url)
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (server.exitCode !== null || Date.now() > until) throw new Error('The private PostgreSQL does not start', { cause: error })
      await setTimeout(50)
    }
  }
}
