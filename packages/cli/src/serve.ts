import { parseArgs } from 'node:util'
import { createLog, ListenError, startNode, StoreError, type NodeConfig, type RunningNode } from '@csii/node'
import { exerciseSources, exerciseWires, findExercisePorts, startExercise, type ExercisePorts } from '@csii/sim'
import { configOf, type ServeFlags } from './serve-config.ts'

const OPTIONS = {
  config: { type: 'string' },
  data: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  source: { type: 'string', multiple: true },
  exercise: { type: 'boolean' },
} as const

/** What `serve` says to the person who started it, and how that person ends it. */
export interface ServeConsole {
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
  /** Fulfilled when the node is asked to stop. */
  readonly stopped: Promise<unknown>
}

/** `csii serve`: runs a node until it is told to stop. */
export async function serve(args: string[], terminal: ServeConsole = processConsole()): Promise<number> {
  const flags = readFlags(args)
  if (typeof flags === 'string') return refuse(terminal, flags, 2)
  const ports = flags.exercise ? await findExercisePorts() : undefined
  const config = configOf(flags, ports ? exerciseSources(ports) : [])
  if (!config.ok) return refuse(terminal, config.problem.join('\n'), 1)
  try {
    return await run(config.value, ports, terminal)
  } catch (error) {
    if (!(error instanceof ListenError || error instanceof StoreError)) throw error
    return refuse(terminal, error.message, 1)
  }
}

function refuse(terminal: ServeConsole, sentence: string, code: number): number {
  terminal.complain(sentence)
  return code
}

function readFlags(args: string[]): ServeFlags | string {
  try {
    return parseArgs({ args, options: OPTIONS }).values
  } catch (error) {
    return `csii serve: ${error instanceof Error ? error.message : error}`
  }
}

async function run(config: NodeConfig, ports: ExercisePorts | undefined, terminal: ServeConsole): Promise<number> {
  const log = createLog(process.env['CSII_LOG'])
  const node = await startNode(config, { clock: Date.now, random: Math.random, log })
  const played = ports ? ', and plays the bundled exercise: its vessels are simulated' : ''
  terminal.say(`CSII listens on ${node.address}${played}`)
  const exercise = ports && startExercise({ wires: exerciseWires(ports), log: terminal.complain })
  const failure = await untilItEnds(node, terminal)
  // The node first, which would otherwise take the end of the exercise for a fault of its sources.
  await node.stop()
  await exercise?.stop()
  if (failure) return refuse(terminal, `The node has stopped: ${failure.message}. Start it again.`, 1)
  return 0
}

const untilItEnds = (node: RunningNode, { stopped }: ServeConsole): Promise<Error | undefined> =>
  Promise.race([stopped.then(() => undefined), node.failed])

/** Ctrl-C reaches every process of the terminal, and may so come twice: a second one changes nothing. */
function processConsole(): ServeConsole {
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve)
  })
  return { say: (line) => console.log(line), complain: (line) => console.error(line), stopped }
}
