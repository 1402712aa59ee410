import { documentOf, JsonDocuments, utf8Text } from '@csii/codecs'
import type { DecodeProblem } from '@csii/model'
import type { LineOutput } from './line-output.ts'

/** Prints the documents of Signal K, deltas and models alike, one a line as they came; gives the summary. */
export async function decodeSignalK(input: AsyncIterable<Uint8Array>, output: LineOutput): Promise<string> {
  const refused = new Map<DecodeProblem, number>()
  let decoded = 0
  const refuse = (problem: DecodeProblem) => void refused.set(problem, (refused.get(problem) ?? 0) + 1)
  const documents = new JsonDocuments({
    document(bytes, from, to) {
      const json = parsed(utf8Text(bytes, from, to))
      if (json === undefined) return refuse('framing')
      if (!documentOf(json)) return refuse('unsupported')
      decoded++
      output.write(JSON.stringify(json))
    },
    refused: refuse,
  })
  for await (const bytes of input) {
    if (output.isClosed) break
    documents.read(bytes)
    await output.drained()
  }
  documents.end()
  const received = decoded + [...refused.values()].reduce((sum, count) => sum + count, 0)
  return `${received} documents: ${[`${decoded} decoded`, ...[...refused].map(([problem, count]) => `${count} ${problem}`)].join(', ')}`
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
