#!/usr/bin/env node
// Plain JavaScript for any Node: runs the command on Node 24 or later, which the repository brings with it.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NEEDED = 24
const main = new URL('../src/main.ts', import.meta.url)

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  const { main: run } = await import(main.href)
  process.exitCode = await run(process.argv.slice(2))
} else {
  const node = findNode(dirname(fileURLToPath(import.meta.url)))
  if (node) runWith(node)
  else {
    console.error(`csii needs Node ${NEEDED} and this is ${process.version}. Run npm install in its folder: that brings one.`)
    process.exitCode = 1
  }
}

/** The Node that npm installed beside us: in the nearest node_modules, going up. */
function findNode(folder) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  for (const path of [join(platform, 'bin', name), join('node', 'bin', name), join('.bin', name)]) {
    const candidate = join(folder, 'node_modules', path)
    if (existsSync(candidate)) return candidate
  }
  const parent = dirname(folder)
  return parent === folder ? undefined : findNode(parent)
}

function runWith(node) {
  // The child's own path would lead it here again; it is told the script to run instead.
  const script = fileURLToPath(new URL('./csii.mjs', import.meta.url))
  const child = spawn(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' })
  const signals = process.platform === 'win32' ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`csii could not start ${node}: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1)
  })
}
