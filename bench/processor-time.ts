/** Processor time of this bench's child processes, by role, from Linux's /proc (proc(5): stat, cmdline). */
import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100
const PARENT = 1
const USER = 11
const SYSTEM = 12

/** Seconds of processor time so far, of all descendants of `root`: node, browser, renderer, gpu-process and others. */
export function processorSeconds(root: number): Map<string, number> {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap(processOf)
  const family = new Set([root])
  for (let size = 0; size !== family.size; ) {
    size = family.size
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid)
  }
  const seconds = new Map<string, number>()
  for (const { pid, role, taken } of processes) {
    if (pid !== root && family.has(pid)) seconds.set(role, (seconds.get(role) ?? 0) + taken)
  }
  return seconds
}

function processOf(name: string) {
  try {
    const command = readFileSync(`/proc/${name}/cmdline`, 'utf8')
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
    // The command's name stands in parentheses and may hold spaces; the state follows it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number)
    const role = command.includes('pipeline-node') ? 'node' : (/--type=([\w-]+)/.exec(command)?.[1] ?? 'browser')
    return [{ pid: Number(name), parent: fields[PARENT]!, role, taken: (fields[USER]! + fields[SYSTEM]!) / TICKS_PER_SECOND }]
  } catch {
    return [] // It ended meanwhile.
  }
}

/** Cores kept busy by each role between two readings. */
export function coresBusy(before: Map<string, number>, after: Map<string, number>, seconds: number): Record<string, number> {
  return Object.fromEntries(
    [...after].map(([role, taken]) => [role, Math.round(((taken - (before.get(role) ?? 0)) / seconds) * 100) / 100]),
  )
}
