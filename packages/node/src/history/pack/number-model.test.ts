import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lengthOf, NumberModel } from './number-model.ts'
import { RangeDecoder } from './range-decoder.ts'
import { RangeEncoder } from './range-encoder.ts'

function bytesOf(numbers: readonly number[]): Uint8Array {
  const coder = new RangeEncoder()
  const model = new NumberModel(coder)
  for (const number of numbers) model.signed(number)
  return coder.finish()
}

function numbersOf(bytes: Uint8Array, count: number): readonly number[] {
  const model = new NumberModel(new RangeDecoder(bytes, 0))
  return Array.from({ length: count }, () => model.signed(0))
}

const MOST = 2 ** 53 - 1

describe('a model of numbers', () => {
  it('reads what it wrote, near zero or far', () => {
    const number = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.maxSafeInteger(), fc.constantFrom(MOST, -MOST, 2 ** 32, 2 ** 31, 2 ** 16))
    fc.assert(
      fc.property(fc.array(number.map((each) => each + 0), { maxLength: 300 }), (numbers) => {
        expect(numbersOf(bytesOf(numbers), numbers.length)).toEqual(numbers)
      }),
    )
  })

  it('keeps numbers without a sign apart in their contexts', () => {
    const coder = new RangeEncoder()
    const model = new NumberModel(coder, 3)
    for (let n = 0; n < 300; n++) model.unsigned(n * (n % 3), n % 3)
    const reader = new NumberModel(new RangeDecoder(coder.finish(), 0), 3)
    for (let n = 0; n < 300; n++) expect(reader.unsigned(0, n % 3)).toBe(n * (n % 3))
  })

  it('writes what it has learnt to expect in less than a bit', () => {
    const tens = Array.from({ length: 1000 }, () => 10)
    expect((bytesOf(tens).length * 8) / 1000).toBeLessThan(1)
  })
})

describe('the length of a number', () => {
  it.each([[0, 0], [1, 1], [2, 2], [3, 2], [4, 3], [255, 8], [2 ** 31, 32], [2 ** 32 - 1, 32], [2 ** 32, 33], [MOST, 53]])(
    '%d has %d binary digits', (number, length) => {
      expect(lengthOf(number)).toBe(length)
    },
  )
})
