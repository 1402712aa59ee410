import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CATEGORIES } from './catalogue.ts'
import { decodeAsterix } from './decode.ts'
import { definitionOf, nameOf } from './definition.ts'
import { encodeAsterix } from './encode.ts'
import { anyRecord } from './fixtures/any-record.ts'

const EDITIONS = [...CATEGORIES.values()].flatMap((category) =>
  category.editions.map((edition) => ({
    name: nameOf(category.category), edition, editions: { [category.category]: edition }, category,
  })),
)

const PROBLEMS = ['framing', 'length', 'unsupported']

describe.each(EDITIONS)('category $name, edition $edition', ({ category, editions }) => {
  const records = anyRecord(definitionOf(category, editions))

  it('arrives as it was sent, whatever it says, and without a doubt', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 3 }), (sent) => {
        const bytes = encodeAsterix(sent, editions)
        expect(decodeAsterix(bytes, 0, bytes.length, editions)).toEqual({ records: sent, problems: [] })
      }),
      { numRuns: 25 },
    )
  })

  it('can be cut anywhere: the whole records before the cut arrive, and the rest is one refusal', () => {
    fc.assert(
      fc.property(records, records, (first, second) => {
        const whole = encodeAsterix([first], editions).length
        const bytes = encodeAsterix([first, second], editions)
        const isOneBlock = bytes.length - whole < encodeAsterix([second], editions).length
        const cuts = Array.from({ length: bytes.length - 1 }, (_, index) => index + 1)
        const outcomes = cuts.map((to) => {
          const { records: heard, problems } = decodeAsterix(bytes, 0, to, editions)
          return `${heard.length} ${problems.map(({ problem }) => problem).join()}`
        })
        const expected = cuts.map((to) => (to === whole && !isOneBlock ? '1 ' : `${to < whole ? 0 : 1} length`))
        expect(outcomes).toEqual(expected)
        expect(decodeAsterix(bytes, 0, bytes.length - 1, editions).records).toEqual([first])
      }),
      { numRuns: 3 },
    )
  })
})

describe('noise', () => {
  const categories = fc.constantFrom(...CATEGORIES.keys(), 0, 4, 255)

  it('never makes the decoder throw, nor read what lies outside', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.uint8Array({ maxLength: 9 }), (noise, around) => {
        const bytes = Uint8Array.from([...around, ...noise, ...around])
        const within = decodeAsterix(bytes, around.length, around.length + noise.length)
        const alone = decodeAsterix(noise, 0, noise.length)
        expect(within.records).toEqual(alone.records)
        expect(within.problems.map(({ problem }) => problem)).toEqual(alone.problems.map(({ problem }) => problem))
      }),
      { numRuns: 1000 },
    )
  })

  it('in a block of a known category never makes the decoder throw', () => {
    fc.assert(
      fc.property(categories, fc.uint8Array({ minLength: 1, maxLength: 400 }), (category, noise) => {
        const bytes = Uint8Array.from([category, (noise.length + 3) >> 8, (noise.length + 3) & 255, ...noise])
        const { records, problems } = decodeAsterix(bytes, 0, bytes.length)
        expect(problems.length).toBeLessThanOrEqual(1)
        expect(records.length + problems.length).toBeGreaterThan(0)
        for (const { problem, from, to } of problems) {
          expect(PROBLEMS).toContain(problem)
          expect(from).toBeLessThanOrEqual(to)
          expect(to).toBeLessThanOrEqual(bytes.length)
        }
      }),
      { numRuns: 5000 },
    )
  })
})
