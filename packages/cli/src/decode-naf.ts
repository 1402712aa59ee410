import { decodeNaf, describeNaf, NafScanner } from '@csii/codecs'
import type { DecodeProblem } from '@csii/model'
import type { LineOutput } from './line-output.ts'

/** Prints messages in the North Atlantic Format, `raw` as sent, and gives the summary. */
export async function decodeNafInput(
  input: AsyncIterable<Uint8Array>,
  raw: boolean,
  output: LineOutput,
): Promise<string> {
  const refused = new Map<DecodeProblem, number>()
  const refuse = (problem: DecodeProblem) => void refused.set(problem, (refused.get(problem) ?? 0) + 1)
  let decoded = 0
  const taker = {
    message(bytes: Uint8Array, from: number, to: number) {
      const message = decodeNaf(bytes, from, to)
      if (!message.ok) return refuse(message.problem)
      decoded++
      output.write(JSON.stringify(raw ? message.value.fields : describeNaf(message.value)))
    },
    other: () => refuse('framing'),
    broken: () => refuse('incomplete'),
    overflow: () => refuse('overflow'),
  }
  const scanner = new NafScanner()
  for await (const bytes of input) {
    if (output.isClosed) break
    scanner.read(bytes, taker)
    await output.drained()
  }
  scanner.end(taker)
  const received = [...refused.values()].reduce((sum, count) => sum + count, decoded)
  const reasons = [...refused].map(([problem, count]) => `${count} ${problem}`)
  return `${received} messages: ${[`${decoded} decoded`, ...reasons].join(', ')}`
}
