import { FUSION_SCENARIOS, makeFusionScenario, scenarioFiles } from '@csii/sim'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LineOutput } from './line-output.ts'

/** Where the command writes; the process's own streams unless a test says otherwise. */
export interface ScenarioStreams {
  readonly stdout: NodeJS.WritableStream
  readonly report: (line: string) => void
}

const OWN_STREAMS: ScenarioStreams = { stdout: process.stdout, report: (line) => console.error(line) }

/** `csii scenario`: writes a fusion scenario of a seed for `csii fuse` and `csii score`, or lists what there is. */
export async function scenario(args: string[], streams: ScenarioStreams = OWN_STREAMS): Promise<number> {
  const request = readRequest(args)
  if (typeof request === 'string') {
    streams.report(request)
    return 2
  }
  if (request === LIST) {
    const output = new LineOutput(streams.stdout)
    for (const [name, { summary }] of Object.entries(FUSION_SCENARIOS)) output.write(`${name.padEnd(16)} ${summary}`)
    await output.flush()
    return 0
  }
  const made = makeFusionScenario(request.name, request.seed)!
  try {
    mkdirSync(request.out, { recursive: true })
    for (const [name, text] of Object.entries(scenarioFiles(made))) writeFileSync(join(request.out, name), text)
  } catch (error) {
    streams.report(`csii scenario could not write to ${request.out}: ${error instanceof Error ? error.message : error}`)
    return 1
  }
  streams.report(`${made.plots.length} plots of ${made.meta.targets} objects in ${request.out}`)
  return 0
}

const LIST = Symbol('list')

interface Request {
  readonly name: string
  readonly seed: number
  readonly out: string
}

/** The request, or the sentence that says what is wrong with it. */
function readRequest(args: string[]): Request | typeof LIST | string {
  let parsed
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { list: { type: 'boolean' }, seed: { type: 'string', default: '1' }, out: { type: 'string' } },
    })
  } catch (error) {
    return `csii scenario: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`
  }
  const { values, positionals } = parsed
  if (values.list) return LIST
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0 || !Object.hasOwn(FUSION_SCENARIOS, name)) {
    return `csii scenario makes one scenario. Write one of: ${Object.keys(FUSION_SCENARIOS).join(', ')}.`
  }
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed)) return `csii scenario: the seed "${values.seed}" is not a whole number.`
  if (values.out === undefined) return 'csii scenario: write --out and the folder for its files.'
  return { name, seed, out: values.out }
}
