import { fuseScenario, readScenario } from '@csii/sim'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { LineOutput } from './line-output.ts'

/** Where the command writes; the process's own streams unless a test says otherwise. */
export interface FuseStreams {
  readonly stdout: NodeJS.WritableStream
  readonly report: (line: string) => void
}

const OWN_STREAMS: FuseStreams = { stdout: process.stdout, report: (line) => console.error(line) }

/** `csii fuse`: what the tracker makes of a scenario, one line for each track at each score epoch. */
export async function fuse(args: string[], streams: FuseStreams = OWN_STREAMS): Promise<number> {
  const request = readRequest(args)
  if (typeof request === 'string') {
    streams.report(request)
    return 2
  }
  const scenario = readScenario(request.folder)
  if (!scenario.ok) {
    streams.report(`csii fuse: ${scenario.problem}`)
    return 2
  }
  const { tracks, associations } = fuseScenario(scenario.value.meta, scenario.value.plots)
  const output = new LineOutput(streams.stdout)
  for (const track of tracks) {
    output.write(JSON.stringify(track))
    await output.drained()
  }
  await output.flush()
  if (request.assoc === undefined) return 0
  try {
    writeFileSync(request.assoc, associations.map((line) => `${JSON.stringify(line)}\n`).join(''))
    return 0
  } catch (error) {
    streams.report(`csii fuse could not write ${request.assoc}: ${error instanceof Error ? error.message : error}`)
    return 1
  }
}

/** What is to be fused, or the sentence that says what is wrong with the request. */
function readRequest(args: string[]): { readonly folder: string; readonly assoc: string | undefined } | string {
  let parsed
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: { assoc: { type: 'string' } } })
  } catch (error) {
    return `csii fuse: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`
  }
  const { values, positionals: [folder, ...more] } = parsed
  if (folder === undefined || more.length > 0) {
    return 'csii fuse reads one scenario. Write csii fuse SCENARIO_DIR [--assoc FILE].'
  }
  return { folder, assoc: values.assoc }
}
