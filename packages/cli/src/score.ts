import {
  evaluate,
  evaluationText,
  readScoreInput,
  score as scoreOf,
  scoreLine,
  type ScoreFiles,
  type ScoreInput,
} from '@csii/sim'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'

/** Where the command reads and writes; the process's own streams unless a test says otherwise. */
export interface ScoreStreams {
  readonly stdin: NodeJS.ReadableStream
  readonly print: (line: string) => void
  readonly report: (line: string) => void
}

const OWN_STREAMS: ScoreStreams = {
  stdin: process.stdin,
  print: (line) => console.log(line),
  report: (line) => console.error(line),
}

/** `csii score`: what a tracker made of a scenario, as one JSON line or with `--report` as an evaluation for people. */
export async function score(args: string[], streams: ScoreStreams = OWN_STREAMS): Promise<number> {
  const refuse = (sentence: string) => {
    streams.report(`csii score: ${sentence}`)
    return 2
  }
  const request = readRequest(args)
  if (typeof request === 'string') return refuse(request)
  const input = await readInput(request, streams.stdin)
  if (typeof input === 'string') return refuse(input)
  const times = new Set(input.truth.map(({ t }) => t))
  if (input.tracks.length > 0 && !input.tracks.some(({ t }) => times.has(t))) {
    const { tracks, meta } = input
    streams.report(`csii score: none of ${tracks.length} track lines is of a time at which ${meta.name} is scored.`)
  }
  if (!request.isReport) streams.print(scoreLine(scoreOf(input)))
  else if (request.isJson) streams.print(JSON.stringify(evaluate(input)))
  else streams.print(evaluationText(evaluate(input)))
  return 0
}

interface Request extends ScoreFiles {
  readonly from: number
  readonly isReport: boolean
  readonly isJson: boolean
}

/** The request, or the sentence that says what is wrong with it. */
function readRequest(args: string[]): Request | string {
  let parsed
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: 'string', default: '0' },
        report: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')[0]!
  }
  const {
    values,
    positionals: [folder, tracks, assoc, ...more],
  } = parsed
  if (folder === undefined || tracks === undefined || more.length > 0) {
    return 'it compares a scenario with tracks. Write csii score SCENARIO_DIR TRACKS.jsonl [ASSOC.jsonl].'
  }
  const from = Number(values.from)
  if (values.from.trim() === '' || !Number.isFinite(from)) return `"${values.from}" is not a number of seconds.`
  if (values.json && !values.report) return 'without --report it prints JSON anyway: leave out --json.'
  return { folder, tracks, assoc, from, isReport: values.report, isJson: values.json }
}

async function readInput({ from, ...files }: Request, stdin: NodeJS.ReadableStream): Promise<ScoreInput | string> {
  const input = readScoreInput(files.tracks === '-' ? { ...files, standardInput: await text(stdin) } : files)
  if (!input.ok) return input.problem
  const isEmpty = !input.value.truth.some(({ t, vis, cls }) => t >= from && (vis || cls === 'ghost'))
  return isEmpty ? `${files.folder} has nothing to be seen from ${from} s on.` : { ...input.value, from }
}
