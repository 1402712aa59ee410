import { readScoreInput, score as scoreOf, scoreLine, type ScoreInput } from '@csii/sim'
import { parseArgs } from 'node:util'

/** Where the command writes; the process's own streams unless a test says otherwise. */
export interface ScoreStreams {
  readonly print: (line: string) => void
  readonly report: (line: string) => void
}

const OWN_STREAMS: ScoreStreams = { print: (line) => console.log(line), report: (line) => console.error(line) }

/** `csii score`: what a tracker made of a scenario, as one JSON line. */
export async function score(args: string[], streams: ScoreStreams = OWN_STREAMS): Promise<number> {
  const request = readRequest(args)
  if (typeof request === 'string') {
    streams.report(request)
    return 2
  }
  streams.print(scoreLine(scoreOf(request)))
  return 0
}

/** What is to be scored, or the sentence that says what is wrong with it. */
function readRequest(args: string[]): ScoreInput | string {
  let parsed
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: { from: { type: 'string', default: '0' } } })
  } catch (error) {
    return `csii score: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`
  }
  const { values, positionals: [folder, tracks, assoc, ...more] } = parsed
  if (folder === undefined || tracks === undefined || more.length > 0) {
    return 'csii score compares a scenario with tracks. Write csii score SCENARIO_DIR TRACKS.jsonl [ASSOC.jsonl].'
  }
  const from = Number(values.from)
  if (values.from.trim() === '' || !Number.isFinite(from)) return `csii score: "${values.from}" is not a number of seconds.`
  const input = readScoreInput(folder, tracks, assoc)
  if (!input.ok) return `csii score: ${input.problem}`
  const isEmpty = !input.value.truth.some(({ t, vis, cls }) => t >= from && (vis || cls === 'ghost'))
  return isEmpty ? `csii score: ${folder} has nothing to be seen from ${from} s on.` : { ...input.value, from }
}
