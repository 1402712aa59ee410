// `npm start`: from a fresh clone to a running node. Arguments go to `csii serve`; without any source of
// the user's own, the bundled exercise is played.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildPage, install, root } from './prepare.mjs'

await install()
await buildPage()

const given = process.argv.slice(2)
const hasData = given.some((argument) => /^--(data|config)\b/.test(argument))
const hasSources = given.some((argument) => /^--(source|config|exercise)\b/.test(argument))
const node = spawn(
  process.execPath,
  [join(root, 'packages', 'cli', 'bin', 'csii.mjs'), 'serve', ...(hasSources ? [] : ['--exercise']), ...(hasData ? [] : ['--data', join(root, 'data')]), ...given],
  { stdio: 'inherit' },
)

// Ctrl-C reaches the node itself, which shuts down cleanly; this process only waits for it.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => node.kill('SIGTERM'))
node.on('exit', (code) => process.exit(code ?? 1))
