import { decodePayload, decodeRadarSentence, readTargets, targetDataPart, VdmReader, type AisMessage } from '@csii/codecs'
import type { DecodeProblem } from '@csii/model'
import type { LineOutput } from './line-output.ts'

/** Prints the AIS messages of sentences, and radar and own-ship sentences by their fields; gives the summary. */
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
    sentence(sentence) {
      const part = targetDataPart(sentence)
      if (part) return part
      const decoded = decodeRadarSentence(sentence)
      if (!decoded.ok) return decoded.problem
      output.write(JSON.stringify(decoded.value))
      return 'decoded'
    },
    encapsulated(ascii, from, to, fillBits) {
      const targets = readTargets(ascii, from, to, fillBits)
      if (!targets.ok) return targets.problem
      output.write(JSON.stringify(targets.value))
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
