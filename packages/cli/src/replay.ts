import { sensorKinds } from '@csii/codecs'
import type { Track } from '@csii/model'
import { RecordingPlayer } from '@csii/node'
import { parseArgs } from 'node:util'
import { openInput } from './input.ts'
import { LineOutput } from './line-output.ts'

/** Where the command reads and writes; the process's own streams unless a test says otherwise. */
export interface ReplayStreams {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: NodeJS.WritableStream
  readonly report: (line: string) => void
}

const OWN_STREAMS: ReplayStreams = {
  stdin: process.stdin, stdout: process.stdout, report: (line) => console.error(line),
}

/** `csii replay`: plays a recording through the same pipeline as a node's, by its own clock, and prints the tracks at its end. */
export async function replay(args: string[], streams: ReplayStreams = OWN_STREAMS): Promise<number> {
  const request = readRequest(args)
  if (typeof request === 'string') {
    streams.report(request)
    return 2
  }
  const { file, kind, startAt, perLine } = request
  const player = new RecordingPlayer({ sensor: { id: 'recording', kind }, startAt, perLine })
  try {
    for await (const bytes of openInput(file, streams.stdin)) player.take(bytes)
  } catch (error) {
    streams.report(`csii replay could not read ${file}: ${error instanceof Error ? error.message : error}`)
    return 2
  }
  const tracks = player.end()
  const output = new LineOutput(streams.stdout)
  for (const track of tracks) {
    output.write(JSON.stringify(lineOf(track)))
    await output.drained()
  }
  await output.flush()
  streams.report(`${tracks.length} tracks at ${new Date(player.time).toISOString()}`)
  return 0
}

/** Degrees, m/s and m²; times in milliseconds since 1970. */
const lineOf = ({ id, claim, fix, speed, courseDeg, existence, darkness, suspicion, contributors, heardAt, revision }: Track) => ({
  id, ...claim, t: fix?.time, lat: fix?.position.lat, lon: fix?.position.lon, covariance: fix?.covariance,
  speed, courseDeg, existence, dark: darkness?.probability, suspect: suspicion?.probability,
  plots: contributors.reduce((sum, { plots }) => sum + plots, 0), heardAt, revision,
})

interface Request {
  readonly file: string
  readonly kind: string
  readonly startAt: number
  readonly perLine: number
}

/** The request, or the sentence that says what is wrong with it. */
function readRequest(args: string[]): Request | string {
  let parsed
  try {
    parsed = parseArgs({
      args, allowPositionals: true,
      options: {
        kind: { type: 'string', default: 'ais' }, from: { type: 'string' }, 'per-line': { type: 'string', default: '10' },
      },
    })
  } catch (error) {
    return `csii replay: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]}`
  }
  const { values: { kind, from, 'per-line': perLine }, positionals: [file, ...more] } = parsed
  if (file === undefined || more.length > 0) {
    return 'csii replay plays one recording. Write csii replay [--kind KIND] [--from TIME] [--per-line MS] FILE.'
  }
  if (!sensorKinds.some(({ id }) => id === kind)) {
    return `csii replay knows no kind ${kind}. Write one of: ${sensorKinds.map(({ id }) => id).join(', ')}.`
  }
  const startAt = from === undefined ? 0 : Date.parse(from)
  if (Number.isNaN(startAt)) return `csii replay: --from ${from} is no time. Write it like 2026-11-24T02:10:00Z.`
  if (!(Number(perLine) >= 0)) return `csii replay: --per-line ${perLine} is no number of milliseconds.`
  return { file, kind, startAt, perLine: Number(perLine) }
}
