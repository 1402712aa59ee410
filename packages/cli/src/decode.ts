import { gpsdMessage, readEditions, satellite, scaleMessage, vms, type Editions } from '@csii/codecs'
import { parseArgs } from 'node:util'
import { decodeAsterixInput } from './decode-asterix.ts'
import { decodeCot } from './decode-cot.ts'
import { decodeNafInput } from './decode-naf.ts'
import { decodeNmea } from './decode-nmea.ts'
import { decodePlots, mappingFault } from './decode-plots.ts'
import { peek, recognise } from './format.ts'
import { openInput } from './input.ts'
import { LineOutput } from './line-output.ts'

const FORMATS = ['auto', 'nmea', 'asterix', 'cot', 'naf', 'vms-csv', 'satellite'] as const

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
    const summary = await decodeAll(request, streams.stdin, output)
    await output.flush()
    // A reader that went away has not seen all, so there is nothing to sum up.
    if (!output.isClosed) streams.report(summary)
    return 0
  } catch (error) {
    const what = output.isClosed ? 'write what it read of' : 'read'
    streams.report(`csii decode could not ${what} ${request.file}: ${error instanceof Error ? error.message : error}`)
    return 1
  }
}

interface Request {
  readonly file: string
  readonly format: (typeof FORMATS)[number]
  readonly raw: boolean
  readonly pcap: boolean
  readonly editions: Editions
  readonly mapping: string | undefined
}

const OPTIONS = {
  format: { type: 'string', default: 'auto' },
  raw: { type: 'boolean', default: false },
  pcap: { type: 'boolean', default: false },
  edition: { type: 'string', multiple: true, default: [] as string[] },
  mapping: { type: 'string' },
} as const

/** The request, or the sentence that says what is wrong with it. */
function readRequest(args: string[]): Request | string {
  let parsed
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: OPTIONS })
  } catch (error) {
    return `csii decode: ${error instanceof Error ? error.message : error}`
  }
  const {
    values: { format: wanted, raw, pcap, edition, mapping },
    positionals,
  } = parsed
  const format = FORMATS.find((each) => each === wanted)
  if (!format) return `csii decode does not read the format "${wanted}". Write one of: ${FORMATS.join(', ')}.`
  if ((format === 'nmea' || format === 'cot') && (pcap || edition.length > 0)) return 'csii decode: --pcap and --edition are for ASTERIX.'
  const editions = readEditions(edition)
  if (!editions.ok) return `csii decode: ${editions.problem}`
  const fault = mapping === undefined ? undefined : mappingFault(mapping, format)
  if (fault !== undefined) return `csii decode: --mapping ${fault}.`
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0)
    return 'csii decode reads one file. Write its path, or - for standard input.'
  return { file, format, raw, pcap, editions: editions.value, mapping }
}

/** Gives the summary. */
async function decodeAll(request: Request, stdin: NodeJS.ReadableStream, output: LineOutput): Promise<string> {
  const { raw, editions } = request
  const { first, input } = await peek(openInput(request.file, stdin))
  const recognised = recognise(first)
  const pcap = request.pcap || recognised.pcap
  // Only for ASTERIX are there captures and editions.
  const isAsterix = request.format === 'asterix' || request.pcap || Object.keys(editions).length > 0
  const format = request.format === 'auto' && !isAsterix ? recognised.format : request.format
  if (isAsterix || format === 'asterix') return decodeAsterixInput(input, { editions, pcap, raw }, output)
  if (format === 'cot') return decodeCot(input, raw, output)
  if (format === 'naf') return decodeNafInput(input, raw, output)
  if (format === 'satellite') return decodePlots(input, satellite, request.mapping, output)
  if (format === 'vms-csv' || request.mapping !== undefined) return decodePlots(input, vms, request.mapping, output)
  return decodeNmea(input, raw ? gpsdMessage : scaleMessage, output)
}
