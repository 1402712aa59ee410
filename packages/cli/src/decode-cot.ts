import { CotScanner, decodeCotXml, decodeTak, describeTak, type CotTaker, type TakMessage } from '@csii/codecs'
import type { DecodeProblem, Result } from '@csii/model'
import type { LineOutput } from './line-output.ts'

/** Prints the events of Cursor on Target, in XML or in TAK's frames, and gives the summary. */
export async function decodeCot(input: AsyncIterable<Uint8Array>, isRaw: boolean, output: LineOutput): Promise<string> {
  const printer = new EventPrinter(isRaw, output)
  const scanner = new CotScanner(printer)
  for await (const bytes of input) {
    if (output.isClosed) break
    scanner.read(bytes)
    await output.drained()
  }
  scanner.end()
  return printer.summary()
}

class EventPrinter implements CotTaker {
  readonly #isRaw: boolean
  readonly #output: LineOutput
  readonly #refused = new Map<DecodeProblem, number>()
  #decoded = 0

  constructor(isRaw: boolean, output: LineOutput) {
    this.#isRaw = isRaw
    this.#output = output
  }

  xml(bytes: Uint8Array, from: number, to: number): void {
    const event = decodeCotXml(bytes, from, to)
    this.#print(event.ok ? { ok: true, value: { cotEvent: event.value } } : event)
  }

  tak(bytes: Uint8Array, from: number, to: number): void {
    this.#print(decodeTak(bytes, from, to))
  }

  problem(problem: DecodeProblem): void {
    this.#refused.set(problem, (this.#refused.get(problem) ?? 0) + 1)
  }

  #print(message: Result<TakMessage, DecodeProblem>): void {
    if (!message.ok) return this.problem(message.problem)
    this.#decoded++
    this.#output.write(JSON.stringify(describeTak(message.value, this.#isRaw)))
  }

  summary(): string {
    const refused = [...this.#refused].map(([problem, count]) => `${count} ${problem}`)
    const received = this.#decoded + [...this.#refused.values()].reduce((sum, count) => sum + count, 0)
    return `${received} events: ${[`${this.#decoded} decoded`, ...refused].join(', ')}`
  }
}
