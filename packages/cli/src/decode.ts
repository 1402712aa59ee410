import { decodePayload, gpsdMessage, scaleMessage, VdmReader, type AisMessage } from '@csii/codecs'
import type { DecodeProblem, SensorCounts } from '@csii/model'
import { parseArgs } from 'node:util'
import { openInput } from './input.ts'
import { LineOutput } from './line-output.ts'

const FORMATS = ['auto', 'nmea']

/** What a command reads and writes; the process's own unless a test says otherwise. */
export interface DecodeStreams {
  readonly stdin: NodeJS.ReadableStream
  readonly stdout: NodeJS.WritableStream
  readonly report: (line: string) => void
}

const OWN_STREAMS: DecodeStreams = {
  stdin: process.stdin,
  stdout: process.stdout,
  report: (line) => console.error(line),
}

/** `csii decode`: prints each message of a file as one line of JSON, and on standard error what could not be read. */
export async function decode(args: string[], streams: DecodeStreams = OWN_STREAMS): Promise<number> {
  const request = readRequest(args)
  if (typeof request === 'string') {
    streams.report(request)
    return 2
  }
  const output = new LineOutput(streams.stdout)
  try {
    const counts = await decodeAll(openInput(request.file, streams.stdin), request.describe, output)
    await output.flush()
    // A reader that went away has not seen all, so there is nothing to sum up.
    if (!output.isClosed) streams.report(summary(counts))
    return 0
  } catch (error) {
    const what = output.isClosed ? 'write what it read of' : 'read'
    streams.report(`csii decode could not ${what} ${request.file}: ${error instanceof Error ? error.message : error}`)
    return 1
  }
}

interface Request {
  readonly file: string
  readonly describe: (message: AisMessage) => object
}

/** The request, or the sentence that says what is wrong with it. */
function readRequest(args: string[]): Request | string {
  let parsed
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { format: { type: 'string', default: 'auto' }, raw: { type: 'boolean', default: false } },
    })
  } catch (error) {
    return `csii decode: ${error instanceof Error ? error.message : error}`
  }
  const { values, positionals } = parsed
  if (!FORMATS.includes(values.format)) {
    return `csii decode does not read the format "${values.format}". Write one of: ${FORMATS.join(', ')}.`
  }
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) return 'csii decode reads one file. Write its path, or - for standard input.'
  return { file, describe: values.raw ? gpsdMessage : scaleMessage }
}

async function decodeAll(
  input: AsyncIterable<Uint8Array>, describe: Request['describe'], output: LineOutput,
): Promise<SensorCounts> {
  const reader = new VdmReader({
    message(ascii, from, to, fillBits) {
      const message = decodePayload(ascii, from, to, fillBits)
      if (typeof message === 'string') return message
      output.write(JSON.stringify(describe(message)))
      return 'decoded'
    },
    problem() {},
  })
  for await (const bytes of input) {
    if (output.isClosed) break
    // A file has no receive time. At one instant for all, no part ever waits too long.
    reader.read(bytes, 0)
    await output.drained()
  }
  reader.end(0)
  return reader.counts()
}

function summary(counts: SensorCounts): string {
  // The keys of the record are the problems.
  const problems = Object.entries(counts.problems) as [DecodeProblem, number][]
  const refused = problems.filter(([, count]) => count > 0).map(([problem, count]) => `${count} ${problem}`)
  const { received, decoded } = counts
  return `${received} sentences: ${[`${decoded} decoded`, ...refused].join(', ')}`
}
