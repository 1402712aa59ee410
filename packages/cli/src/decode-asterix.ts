import {
  asterixDecoder,
  BlockReader,
  PcapReader,
  withRegisters,
  type AsterixRecord,
  type BlockTaker,
  type Editions,
} from '@csii/codecs'
import type { DecodeProblem } from '@csii/model'
import type { LineOutput } from './line-output.ts'

export interface AsterixRequest {
  readonly editions: Editions
  /** Whether the input is a capture of datagrams; else it is the blocks themselves. */
  readonly pcap: boolean
  /** Without what the registers of aircraft mean. */
  readonly raw: boolean
}

/** Prints the records of ASTERIX blocks, and gives the summary. */
export async function decodeAsterixInput(
  input: AsyncIterable<Uint8Array>,
  request: AsterixRequest,
  output: LineOutput,
): Promise<string> {
  const printer = new RecordPrinter(request, output)
  const blocks = new BlockReader(printer)
  const capture = new PcapReader({
    datagram: (bytes, from, to) => blocks.read(bytes.subarray(from, to), true),
    problem: (problem) => printer.refuse(problem),
  })
  for await (const bytes of input) {
    if (output.isClosed) break
    if (request.pcap) capture.read(bytes)
    else blocks.read(bytes, false)
    await output.drained()
  }
  capture.end()
  blocks.end()
  return printer.summary()
}

class RecordPrinter implements BlockTaker {
  readonly #decode
  readonly #output: LineOutput
  readonly #raw: boolean
  readonly #refused = new Map<DecodeProblem, number>()
  #decoded = 0
  #doubtful = 0

  constructor({ editions, raw }: AsterixRequest, output: LineOutput) {
    this.#decode = asterixDecoder(editions)
    this.#raw = raw
    this.#output = output
  }

  block(bytes: Uint8Array, from: number, to: number): void {
    const records: AsterixRecord[] = []
    const refusal = this.#decode(bytes, from, to, records)
    for (const record of records) this.#output.write(JSON.stringify(this.#raw ? record : withRegisters(record)))
    this.#decoded += records.length
    this.#doubtful += records.filter(({ doubts }) => doubts).length
    if (refusal) this.refuse(refusal.problem)
  }

  refuse(problem: DecodeProblem): void {
    this.#refused.set(problem, (this.#refused.get(problem) ?? 0) + 1)
  }

  summary(): string {
    const refused = [...this.#refused].map(([problem, count]) => `${count} ${problem}`)
    const doubtful = this.#doubtful > 0 ? [`${this.#doubtful} of them doubtful: is it the right edition?`] : []
    const received = this.#decoded + [...this.#refused.values()].reduce((sum, count) => sum + count, 0)
    return `${received} records: ${[`${this.#decoded} decoded`, ...refused, ...doubtful].join(', ')}`
  }
}
