import { parseArgs } from 'node:util'
import { FEATURES, moveData, StoreError } from '@csii/node'

const OPTIONS = { from: { type: 'string' }, to: { type: 'string' } } as const

/** Where `move` tells how it goes. */
export interface MoveConsole {
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
}

/** `csii move`: copies all data of a node that is stopped to another place, and compares. */
export async function move(args: string[], terminal: MoveConsole = { say: console.log, complain: console.error }): Promise<number> {
  const flags = readFlags(args)
  if (typeof flags === 'string') {
    terminal.complain(flags)
    return 2
  }
  let rows = 0
  try {
    await moveData(flags.from, flags.to, FEATURES, (moved) => {
      rows += moved.rows
      terminal.say(`${moved.table}: ${moved.rows} rows, sum ${moved.sum}`)
    })
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    terminal.complain(error.message)
    return 1
  }
  terminal.say(`All ${rows} rows arrived as they were sent. What they were copied from is as it was; start the node on the other.`)
  return 0
}

function readFlags(args: string[]): { from: string; to: string } | string {
  try {
    const { from, to } = parseArgs({ args, options: OPTIONS }).values
    if (from !== undefined && to !== undefined) return { from, to }
    return 'csii move: write --from and --to, each with a data directory or a postgres:// address.'
  } catch (error) {
    return `csii move: ${error instanceof Error ? error.message : error}`
  }
}
