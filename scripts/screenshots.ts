/** `npm run screenshots`: plays the exercise and takes the pictures of the README and the documents. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const root = dirname(import.meta.dirname)
const folder = join(root, 'docs', 'screenshots')
const SETTLED_MS = 90_000

const VIEW = 'lat=13.15&lon=-61.20&zoom=9.2&list=1'
const shots = [
  ...['bright', 'day', 'dusk', 'night'].map((palette) => ({ name: palette, hash: `${VIEW}&palette=${palette}&panel=details`, width: 1440, height: 900, select: true })),
  { name: 'overview', hash: 'lat=13.6&lon=-61.0&zoom=7.2&list=1&palette=day&panel=none', width: 1440, height: 900, select: false },
  { name: 'sources', hash: `${VIEW}&palette=dusk&panel=sources`, width: 1440, height: 900, select: false },
  { name: 'coverage', hash: 'lat=13.2&lon=-61.2&zoom=8.2&list=0&palette=day&panel=none&coverage=1', width: 1440, height: 900, select: false },
  { name: 'phone', hash: 'lat=13.0&lon=-61.24&zoom=9&palette=night&panel=none&list=0', width: 360, height: 720, select: false },
]

const data = mkdtempSync(join(tmpdir(), 'csii-screenshots-'))
const node = spawn(process.execPath, [join(root, 'packages', 'cli', 'bin', 'csii.mjs'), 'serve', '--exercise', '--port', '0', '--data', data])
const address = await new Promise<string>((resolve) => {
  node.stdout.on('data', (chunk) => {
    const found = /http:\/\/[\d.]+:\d+/.exec(String(chunk))
    if (found) resolve(found[0])
  })
})
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
})
mkdirSync(folder, { recursive: true })
console.log('Letting the exercise settle …')
await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
for (const shot of shots) await take(browser, shot)
await browser.close()
node.kill('SIGTERM')
rmSync(data, { recursive: true, force: true })

async function take(browser: Browser, { name, hash, width, height, select }: (typeof shots)[number]): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } })
  const { tracks } = await (await fetch(`${address}/api/tracks?search=EXPRESS&limit=1`)).json() as { tracks: { id: string }[] }
  const track = select && tracks[0] ? `&track=${tracks[0].id}` : ''
  await page.goto(`${address}/#${hash}${track}`)
  await page.waitForTimeout(8_000)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.close()
  console.log(`docs/screenshots/${name}.png`)
}
