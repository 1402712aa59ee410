// Plain JavaScript: runs on whatever Node the machine has, before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const isWindows = process.platform === 'win32'

/** Runs a command in the repository; resolves with its exit code. Its programs come first from node_modules/.bin. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  const path = `${join(root, 'node_modules', '.bin')}${isWindows ? ';' : ':'}${process.env.PATH}`
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env, PATH: path },
    stdio: quiet ? 'ignore' : 'inherit',
    shell: isWindows,
  })
  return new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}

/** Installs exactly what package-lock.json names, once for each version of it. */
export async function install() {
  const stamp = join(root, 'node_modules', '.csii-installed')
  const wanted = digest([join(root, 'package-lock.json')])
  if (isStamped(stamp, wanted)) return
  console.log('Installing what package-lock.json names; the first time takes a minute or two …')
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--progress=true'])
  if (code !== 0) fail('npm could not install the packages. Check the network, then run the same command again.')
  writeFileSync(stamp, wanted)
}

/** Builds the page when its sources differ from those of the last build. */
export async function buildPage() {
  const web = join(root, 'packages', 'web')
  const stamp = join(web, 'dist', '.csii-built')
  const parts = ['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'web/package.json', 'contract/src', 'model/src', 'geo/src']
  const wanted = digest([join(root, 'package-lock.json'), ...parts.map((part) => join(root, 'packages', part))])
  if (isStamped(stamp, wanted)) return
  console.log('Building the page …')
  const code = await run('vite', ['build', 'packages/web', '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } })
  if (code !== 0) fail('The page could not be built; the lines above say why.')
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

const isStamped = (stamp, wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted

function digest(paths) {
  const hash = createHash('sha256')
  for (const path of paths.filter(existsSync).flatMap(filesIn)) hash.update(path.slice(root.length)).update(readFileSync(path))
  return hash.digest('hex')
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).sort().flatMap((name) => filesIn(join(path, name)))
}
