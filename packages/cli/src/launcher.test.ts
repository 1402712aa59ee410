import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const launcher = fileURLToPath(new URL('../bin/csii.mjs', import.meta.url))

/** A Node of the host that is older than the one we need, where there is one. */
const olderNode = ['/usr/bin/node', '/usr/local/bin/node'].find(
  (path) => existsSync(path) && Number(spawnSync(path, ['-p', 'process.versions.node.split(".")[0]']).stdout) < 24,
)

const runs: (readonly [string, string | undefined])[] = [['this Node', process.execPath], ['an older Node', olderNode]]

describe.each(runs)('the launcher under %s', (name, node) => {
  it('reads standard input and prints on standard output', (context) => {
    const { stdout, status } = launch(context, ['decode', '-'], '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C\n')
    expect(JSON.parse(stdout)).toMatchObject({ type: 1, mmsi: 477_553_000 })
    expect(status).toBe(0)
  })

  it('passes the exit code on', (context) => {
    expect(launch(context, ['fly'])).toMatchObject({ status: 2, stderr: expect.stringContaining('no command "fly"') })
  })

  it('stops what it started when it is told to stop', async (context) => {
    const child = spawn(present(context), [launcher, 'decode', '-'], { stdio: ['pipe', 'pipe', 'ignore'] })
    const ended = new Promise<[number | null, string | null]>((resolve) =>
      child.on('exit', (code, signal) => resolve([code, signal])),
    )
    // The first line out shows that the whole chain is running.
    const printed = new Promise((resolve) => child.stdout.once('data', resolve))
    child.stdin.write('!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C\n'.repeat(1000))
    await printed
    child.kill('SIGTERM')
    const [code, signal] = await ended
    expect(signal === 'SIGTERM' || code === 143).toBe(true)
  })

  function present(context: { skip(note: string): void }): string {
    if (node) return node
    console.warn(`skipped: the launcher under ${name}, because the host has none`)
    context.skip(`${name} is absent`)
    return ''
  }

  function launch(context: { skip(note: string): void }, args: readonly string[], input = '') {
    return spawnSync(present(context), [launcher, ...args], { input, encoding: 'utf8' })
  }
})
