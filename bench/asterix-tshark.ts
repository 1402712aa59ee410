// Random records of every edition that tshark also knows, written by our encoder and read by tshark: how often it disagrees.
// node bench/asterix-tshark.ts RECORDS
import fc from 'fast-check'
import { compare, comparable, startComparison } from '../packages/codecs/oracles/asterix-comparison.ts'
import { peerProgram } from '../packages/codecs/oracles/oracles.ts'
import { dissect } from '../packages/codecs/oracles/tshark.ts'
import { CATEGORIES } from '../packages/codecs/src/asterix/catalogue.ts'
import { definitionOf } from '../packages/codecs/src/asterix/definition.ts'
import { encodeAsterix } from '../packages/codecs/src/asterix/encode.ts'
import { anyRecord } from '../packages/codecs/src/asterix/fixtures/any-record.ts'

const WANTED = Number(process.argv[2] ?? 100_000)
const BATCH = 1000
const EDITIONS: readonly (readonly [category: number, edition: string])[] = [
  [48, '1.31'], [48, '1.27'], [62, '1.19'], [62, '1.17'], [21, '2.6'], [21, '2.4'], [21, '0.23'], [10, '1.1'],
  [34, '1.29'], [63, '1.6'], [65, '1.5'], [2, '1.1'],
]

const tshark = peerProgram('tshark', 'tshark')
if (tshark) {
  const comparison = startComparison()
  let records = 0
  for (let batch = 0; records < WANTED; batch++) {
    const [category, edition] = EDITIONS[batch % EDITIONS.length]!
    const editions = { [category]: edition }
    const any = anyRecord(definitionOf(CATEGORIES.get(category)!, editions))
    const written = fc.sample(any, { numRuns: BATCH, seed: batch }).map(comparable)
    const readings = dissect(tshark, written.map((record) => encodeAsterix([record], editions)), edition)
    written.forEach((record, index) => compare(record, readings[index] ?? [], comparison))
    records += written.length
  }
  const { values, explained, unexplained } = comparison
  const figures = { records, values, explained: Object.fromEntries(explained), unexplained: unexplained.length }
  console.log(JSON.stringify({ name: 'asterix against tshark', ...figures, examples: unexplained.slice(0, 10) }))
  process.exitCode = unexplained.length === 0 ? 0 : 1
}
