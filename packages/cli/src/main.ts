import type { Command } from './command.ts'
import { commands } from './commands.ts'

/** Runs the command that the first word names, and gives its exit code. */
export async function main(args: readonly string[], known: readonly Command[] = commands): Promise<number> {
  const [name = 'help', ...rest] = args
  if (name === 'help' || name === '--help' || name === '-h') return help(known)
  const command = known.find((candidate) => candidate.name === name)
  if (!command) {
    const names = ['help', ...known.map((candidate) => candidate.name)].join(', ')
    console.error(`csii has no command "${name}". Write one of: ${names}.`)
    return 2
  }
  if (rest.includes('--help')) {
    console.log(`${command.usage}\n  ${command.summary}`)
    return 0
  }
  return command.run(rest)
}

function help(known: readonly Command[]): number {
  console.log('CSII: small nations watch their seas together.\n')
  for (const { usage, summary } of known) console.log(`${usage}\n    ${summary}`)
  return 0
}
