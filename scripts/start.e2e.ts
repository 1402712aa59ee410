import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = dirname(import.meta.dirname)
const data = mkdtempSync(join(tmpdir(), 'csii-start-'))
const children: ChildProcess[] = []
let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  })
})
afterAll(async () => {
  await browser.close()
  for (const child of children) child.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
})

function npmStart(...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), ...args], { cwd: root })
  children.push(child)
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { child, exit, said: () => said }
}

describe('npm start', () => {
  it('shows the exercise moving in a browser, and ends cleanly on Ctrl-C', async () => {
    const { child, exit, said } = npmStart('--port', '0', '--data', join(data, 'exercise'))
    await expect.poll(said, { timeout: 60_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+/)
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said())![0]

    const page = await browser.newPage()
    await page.goto(address)
    await page.getByText(/simulated/i).first().waitFor({ timeout: 60_000 })
    const read = async (path: string): Promise<string> => (await fetch(`${address}${path}`)).text()
    const tracks = async () => Number(/"tracks":(\d+)/.exec(await read('/api/health'))?.[1])
    await expect.poll(tracks, { timeout: 60_000 }).toBeGreaterThan(200)
    const places = async () => (await read('/api/tracks?limit=1000')).match(/"lat":[-\d.]+/g)?.join()
    const before = await places()
    await expect.poll(places, { timeout: 60_000 }).not.toBe(before)
    await page.close()

    child.kill('SIGINT')
    // A terminal's Ctrl-C reaches the whole group; here the node is told through its parent.
    child.kill('SIGTERM')
    expect(await exit).toBe(0)
  })

  it('says in one sentence that a port is taken, and how to choose another', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const address = taken.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const { exit, said } = npmStart('--port', String(address.port), '--data', join(data, 'taken'))
    expect(await exit).toBe(1)
    expect(said()).toContain(String(address.port))
    expect(said()).toContain('--port')
    expect(said()).not.toMatch(/\n\s+at /)
    taken.close()
  })
})
