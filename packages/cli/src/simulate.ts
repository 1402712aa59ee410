import { SCENARIOS, simulate as play, sourceName, truthAt, type Scenario } from '@csii/sim'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { LineOutput } from './line-output.ts'

/** Where the command writes; the process's own streams unless a test says otherwise. */
export interface SimulateStreams {
  readonly stdout: NodeJS.WritableStream
  readonly report: (line: string) => void
  readonly now: () => number
}

const OWN_STREAMS: SimulateStreams = {
  stdout: process.stdout,
  report: (line) => console.error(line),
  now: Date.now,
}

/** `csii simulate`: lists a scenario's vessels, or with `--out` writes what its receivers hear and what is true. */
export async function simulate(args: string[], streams: SimulateStreams = OWN_STREAMS): Promise<number> {
  const request = readRequest(args, streams.now())
  if (typeof request === 'string') {
    streams.report(request)
    return 2
  }
  if (request.out === undefined) {
    await list(request.scenario, new LineOutput(streams.stdout))
    return 0
  }
  try {
    await writeAll(request.scenario, request.from, request.to, request.out, streams.report)
    return 0
  } catch (error) {
    streams.report(`csii simulate could not write to ${request.out}: ${error instanceof Error ? error.message : error}`)
    return 1
  }
}

interface Request {
  readonly scenario: Scenario
  readonly from: number
  readonly to: number
  readonly out: string | undefined
}

/** The request, or the sentence that says what is wrong with it. */
function readRequest(args: string[], now: number): Request | string {
  let parsed
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        seed: { type: 'string', default: '1' },
        hours: { type: 'string', default: '1' },
        from: { type: 'string', default: new Date(now - (now % 60_000)).toISOString() },
      },
    })
  } catch (error) {
    return `csii simulate: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`
  }
  const { values, positionals } = parsed
  const build = Object.hasOwn(SCENARIOS, positionals[0] ?? '') ? SCENARIOS[positionals[0]!] : undefined
  if (!build || positionals.length > 1) {
    return `csii simulate plays one scenario. Write one of: ${Object.keys(SCENARIOS).join(', ')}.`
  }
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed)) return `csii simulate: the seed "${values.seed}" is not a whole number.`
  const hours = Number(values.hours)
  if (!(hours > 0 && hours <= 24 * 366)) return `csii simulate: "${values.hours}" is not a number of hours above 0.`
  const from = Date.parse(values.from)
  if (Number.isNaN(from)) return `csii simulate: "${values.from}" is not a time. Write it as 2026-11-24T12:00:00Z.`
  return { scenario: build(seed), from, to: from + hours * 3_600_000, out: values.out }
}

async function list(scenario: Scenario, output: LineOutput): Promise<void> {
  for (const { id, kind, name, mmsi, callSign, imo, unit } of scenario.vessels) {
    const identity = unit === 'none' ? {} : { mmsi, callSign, ...(imo === 0 ? {} : { imo }) }
    output.write(JSON.stringify({ simulated: true, scenario: scenario.name, id, kind, name, ais: unit, ...identity }))
  }
  await output.flush()
}

/** Milliseconds between two looks at the truth. */
const TRUTH_STEP = 10_000

async function writeAll(
  scenario: Scenario, from: number, to: number, directory: string, report: (line: string) => void,
): Promise<void> {
  mkdirSync(directory, { recursive: true })
  const files = new Map(scenario.receivers.map((receiver) =>
    [receiver.id, openFile(join(directory, `${sourceName(receiver).toLowerCase()}.nmea`))]))
  const truth = openFile(join(directory, 'truth.jsonl'))
  truth.output.write(JSON.stringify({
    simulated: true, scenario: scenario.name, seed: scenario.seed, from, to, stepMs: TRUTH_STEP,
    units: 'SI, degrees true',
  }))

  let lines = 0
  for (let start = from; start < to; start += TRUTH_STEP) {
    for (const state of truthAt(scenario, start)) truth.output.write(JSON.stringify(state))
    await truth.output.drained()
  }
  for (const { receiver, line } of play(scenario, from, to)) {
    const { output } = files.get(receiver)!
    output.write(line)
    lines++
    await output.drained()
  }
  for (const { close } of [...files.values(), truth]) await close()
  report(`${lines} simulated sentences of ${files.size} receivers, and truth.jsonl, in ${directory}`)
}

function openFile(path: string): { output: LineOutput; close: () => Promise<void> } {
  const stream = createWriteStream(path)
  const output = new LineOutput(stream)
  return {
    output,
    async close() {
      await output.flush()
      await new Promise<void>((resolve) => stream.end(resolve))
    },
  }
}
