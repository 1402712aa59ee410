import { decodePayload, VdmReader, type AisMessage } from '@csii/codecs'
import type { DecodeProblem } from '@csii/model'
import type { LineOutput } from './line-output.ts'

/** Prints the AIS messages of sentences, and gives the summary. */
export async function decodeNmea(
  input: AsyncIterable<Uint8Array>,
  describe: (message: AisMessage) => object,
  output: LineOutput,
): Promise<string> {
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
  const { received, decoded, problems } = reader.counts()
  // The keys of the record are the problems.
  const counts = Object.entries(problems) as [DecodeProblem, number][]
  const refused = counts.filter(([, count]) => count > 0).map(([problem, count]) => `${count} ${problem}`)
  return `${received} sentences: ${[`${decoded} decoded`, ...refused].join(', ')}`
}
