// `npm test`: installs what the tests need, then runs everything and prints the totals line.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { installPeers } from './peers.mjs'
import { buildPage, fail, install, root, run } from './prepare.mjs'

await install()
const chromium = await findChromium()
if (!chromium) fail('The browser tests need Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.')
await installPeers()
await buildPage()

const results = join(root, '.cache', 'tests.json')
mkdirSync(join(root, '.cache'), { recursive: true })
const steps = [
  ['types', 'npm', ['run', '--silent', 'types']],
  ['layers', 'npm', ['run', '--silent', 'layers']],
  ['lint', 'npm', ['run', '--silent', 'lint']],
  ['tests', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...process.argv.slice(2)]],
]

let failedSteps = 0
for (const [name, command, args] of steps) {
  console.log(`\n── ${name}`)
  const code = await run(command, args, { env: { CHROMIUM_PATH: chromium } })
  if (code !== 0) {
    failedSteps++
    console.log(`── ${name} failed`)
  }
}

const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = JSON.parse(readFileSync(results, 'utf8'))
const failures = Math.max(failed, 0) + (failedSteps > 0 && failed === 0 ? failedSteps : 0)
console.log(`\n${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failedSteps > 0 ? 1 : 0)
