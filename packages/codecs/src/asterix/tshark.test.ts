import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, comparable, startComparison } from '../../oracles/asterix-comparison.ts'
import { peerProgram } from '../../oracles/oracles.ts'
import { dissect } from '../../oracles/tshark.ts'
import { CATEGORIES } from './catalogue.ts'
import { definitionOf } from './definition.ts'
import { encodeAsterix } from './encode.ts'
import { anyRecord } from './fixtures/any-record.ts'

const RECORDS = 150
const tshark = peerProgram('tshark', 'tshark')

describe.skipIf(!tshark)('tshark', () => {
  it.each([
    [48, '1.31'], [48, '1.27'], [62, '1.19'], [62, '1.17'], [21, '2.6'], [21, '2.4'], [21, '0.23'], [10, '1.1'], [34, '1.29'], [63, '1.6'],
    [65, '1.5'], [2, '1.1'],
  ])('reads the records of category %i, edition %s, that we write', (category, edition) => {
    const editions = { [category]: edition }
    const any = anyRecord(definitionOf(CATEGORIES.get(category)!, editions))
    const records = fc.sample(any, { numRuns: RECORDS, seed: 20_261_124 }).map(comparable)
    const readings = dissect(tshark!, records.map((record) => encodeAsterix([record], editions)), edition)
    const comparison = startComparison()
    records.forEach((record, index) => compare(record, readings[index] ?? [], comparison))
    expect(comparison.unexplained).toEqual([])
    expect(comparison.values).toBeGreaterThan(2 * RECORDS)
  }, 60_000)
})
