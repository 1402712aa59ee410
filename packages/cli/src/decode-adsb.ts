import {
  decodeModeS, decodeSbs, Positions, readAvr, readBeast, readDocument, Scanner, type Reception, type UnitTaker,
} from '@csii/codecs'
import type { DecodeProblem } from '@csii/model'
import type { LineOutput } from './line-output.ts'

/** Prints what receivers of ADS-B and Mode S passed on, in whichever form, and gives the summary. */
export async function decodeAdsb(input: AsyncIterable<Uint8Array>, output: LineOutput): Promise<string> {
  const printer = new Printer(output)
  const scanner = new Scanner(printer)
  for await (const bytes of input) {
    if (output.isClosed) break
    scanner.read(bytes, false)
    await output.drained()
  }
  scanner.end()
  return printer.summary()
}

/** Ticks of a receiver's clock in a millisecond. */
const TICKS = 12_000

class Printer implements UnitTaker {
  readonly #output: LineOutput
  readonly #positions = new Positions()
  readonly #refused = new Map<DecodeProblem, number>()
  #decoded = 0

  constructor(output: LineOutput) {
    this.#output = output
  }

  beast(unit: Uint8Array): void {
    if (unit[0] === 0x34) this.refuse('unsupported')
    else this.#receive(readBeast(unit))
  }

  avr(unit: Uint8Array): void {
    const reception = readAvr(unit)
    if (reception) this.#receive(reception)
    else this.refuse('framing')
  }

  line(unit: Uint8Array): void {
    const line = decodeSbs(unit)
    if (!line.ok) return this.refuse(line.problem)
    const { type, transmission, icao, generated, ...contents } = line.value
    const written = generated === undefined ? {} : { generated: new Date(generated).toISOString().replace('Z', '') }
    this.#print({ type, transmission, ...(icao !== undefined && { icao: hex24(icao) }), ...written, ...contents })
  }

  document(unit: Uint8Array): void {
    const document = readDocument(unit)
    if (!document) return this.refuse('value')
    for (const aircraft of document.aircraft) this.#print({ now: document.now / 1000, ...aircraft })
  }

  refuse(problem: DecodeProblem): void {
    this.#refused.set(problem, (this.#refused.get(problem) ?? 0) + 1)
  }

  summary(): string {
    const refused = [...this.#refused].map(([problem, count]) => `${count} ${problem}`)
    const received = this.#decoded + [...this.#refused.values()].reduce((sum, count) => sum + count, 0)
    return `${received} messages: ${[`${this.#decoded} decoded`, ...refused].join(', ')}`
  }

  #receive({ frame, clock }: Reception): void {
    if (frame.length === 2) return this.#print({ mode_ac: Buffer.from(frame).toString('hex').toUpperCase() })
    const decoded = decodeModeS(frame)
    if (!decoded.ok) return this.refuse(decoded.problem)
    const { df, icao, ...contents } = decoded.value
    // Without a clock nobody knows whether two halves of a position belong together.
    const place = this.#positions.take(decoded.value, (clock ?? 0) / TICKS)
    this.#print({
      ...(clock !== undefined && { clock }),
      df,
      icao: hex24(icao),
      ...contents,
      ...(place === 'unproven' && { doubts: ['icao'] }),
      ...(typeof place === 'object' && clock !== undefined && { latitude: place.lat, longitude: place.lon }),
    })
  }

  #print(message: object): void {
    this.#decoded++
    this.#output.write(JSON.stringify(message))
  }
}

const hex24 = (address: number): string => address.toString(16).padStart(6, '0').toUpperCase()
