import { deliveries, INSTALLATIONS, SCENARIOS, truthAt, type Scenario } from '@csii/sim'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ByteFile } from './byte-file.ts'
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

/** `csii simulate`: lists a scenario's vessels, or with `--out` writes what its sensors deliver and what is true. */
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
  await writeTruth(scenario, from, to, new ByteFile(join(directory, 'truth.jsonl')))
  const files = new Map(INSTALLATIONS.map(({ id, extension }) =>
    [id, new ByteFile(join(directory, `sim-${id}.${extension}`))]))
  let octets = 0
  for (const { sensor, bytes } of deliveries(scenario, from, to)) {
    const file = files.get(sensor)!
    file.write(bytes)
    octets += bytes.length
    await file.drained()
  }
  for (const file of files.values()) await file.close()
  report(`${octets} octets of ${files.size} simulated sensors, and truth.jsonl, in ${directory}`)
}

async function writeTruth(scenario: Scenario, from: number, to: number, file: ByteFile): Promise<void> {
  const write = (line: object) => file.write(Buffer.from(`${JSON.stringify(line)}\n`))
  write({
    simulated: true, scenario: scenario.name, seed: scenario.seed, from, to, stepMs: TRUTH_STEP,
    units: 'SI, degrees true',
  })
  for (let t = from; t < to; t += TRUTH_STEP) {
    for (const state of truthAt(scenario, t)) write(state)
    await file.drained()
  }
  await file.close()
}
