import { confirmSighting, readSighting, sightingOf, type SightingContext } from '@csii/codecs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { LineOutput } from './line-output.ts'

/**
 * Prints what was understood of each line that reports a sighting, and the answer to its reporter; gives the summary. A report says no
 * date: its times are those of the last day.
 */
export async function decodeSightings(input: AsyncIterable<Uint8Array>, output: LineOutput): Promise<string> {
  const context: SightingContext = { receivedAt: Date.now(), places: [] }
  const refused = new Map<string, number>()
  let decoded = 0
  for await (const line of createInterface({ input: Readable.from(input, { objectMode: false }), crlfDelay: Infinity })) {
    if (output.isClosed) break
    if (line.trim() === '') continue
    const read = line.trimStart().startsWith('{') ? sightingOf(parsed(line), context) : readSighting(line, context)
    if (read.ok) {
      decoded++
      const { time, ...seen } = read.value
      const answer = confirmSighting(read.value, read.value.language)
      output.write(JSON.stringify({ ...(time !== undefined && { time: new Date(time).toISOString() }), ...seen, answer }))
    } else refused.set(read.problem, (refused.get(read.problem) ?? 0) + 1)
    await output.drained()
  }
  const received = decoded + [...refused.values()].reduce((sum, count) => sum + count, 0)
  return `${received} reports: ${[`${decoded} decoded`, ...[...refused].map(([problem, count]) => `${count} ${problem}`)].join(', ')}`
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
