import { gpsdMessage, readEditions, satellite, scaleMessage, vms, type Editions } from '@csii/codecs'
import { parseArgs } from 'node:util'
import { decodeAdsb } from './decode-adsb.ts'
import { decodeAsterixInput } from './decode-asterix.ts'
import { decodeCot } from './decode-cot.ts'
import { decodeNafInput } from './decode-naf.ts'
import { decodeNmea } from './decode-nmea.ts'
import { decodePlots, mappingFault } from './decode-plots.ts'
import { decodeSightings } from './decode-sighting.ts'
import { decodeSignalK } from './decode-signalk.ts'
import { peek, recognise } from './format.ts'
import { FORMATS, type Format } from './formats.ts'
import { openInput } from './input.ts'
import { LineOutput } from './line-output.ts'

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

interface DecodeRequest {
  readonly file: string
  readonly format: 'auto' | Format
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
function readRequest(args: string[]): DecodeRequest | string {
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
  const format = (['auto', ...FORMATS] as const).find((each) => each === wanted)
  if (!format) return `csii decode does not read the format "${wanted}". Write one of: auto, ${FORMATS.join(', ')}.`
  if (format !== 'auto' && format !== 'asterix' && (pcap || edition.length > 0)) return 'csii decode: --pcap and --edition are for ASTERIX.'
  const editions = readEditions(edition)
  if (!editions.ok) return `csii decode: ${editions.problem}`
  const fault = mapping === undefined ? undefined : mappingFault(mapping, format)
  if (fault !== undefined) return `csii decode: --mapping ${fault}.`
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0)
    return 'csii decode reads one file. Write its path, or - for standard input.'
  return { file, format, raw, pcap, editions: editions.value, mapping }
}

type Decoder = (input: AsyncIterable<Uint8Array>, request: DecodeRequest, output: LineOutput) => Promise<string>

/** What prints each format, and gives the summary. */
const DECODERS: Readonly<Record<Format, Decoder>> = {
  nmea: (input, { raw }, output) => decodeNmea(input, raw ? gpsdMessage : scaleMessage, output),
  asterix: decodeAsterixInput,
  sbs: (input, _, output) => decodeAdsb(input, output),
  beast: (input, _, output) => decodeAdsb(input, output),
  avr: (input, _, output) => decodeAdsb(input, output),
  'aircraft-json': (input, _, output) => decodeAdsb(input, output),
  cot: (input, { raw }, output) => decodeCot(input, raw, output),
  naf: (input, { raw }, output) => decodeNafInput(input, raw, output),
  'vms-csv': (input, { mapping }, output) => decodePlots(input, vms, mapping, output),
  satellite: (input, { mapping }, output) => decodePlots(input, satellite, mapping, output),
  signalk: (input, _, output) => decodeSignalK(input, output),
  sighting: (input, _, output) => decodeSightings(input, output),
}

/** Only of ASTERIX are there captures and editions; only of lists are there columns, of vessels where nothing else is said. */
function formatAskedFor({ pcap, editions, mapping }: DecodeRequest): Format | undefined {
  if (pcap || Object.keys(editions).length > 0) return 'asterix'
  return mapping === undefined ? undefined : 'vms-csv'
}

/** Gives the summary. */
async function decodeAll(request: DecodeRequest, stdin: NodeJS.ReadableStream, output: LineOutput): Promise<string> {
  const { first, input } = await peek(openInput(request.file, stdin))
  const recognised = recognise(first)
  const format = request.format === 'auto' ? (formatAskedFor(request) ?? recognised.format) : request.format
  return DECODERS[format](input, { ...request, pcap: request.pcap || recognised.pcap }, output)
}
