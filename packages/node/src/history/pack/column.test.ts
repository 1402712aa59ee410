import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteReader, ByteWriter } from './byte-writer.ts'
import { DamagedPack } from './coder.ts'
import { readColumn, writeColumn } from './column.ts'

function bytesOf(values: readonly number[]): Uint8Array {
  const writer = new ByteWriter()
  writeColumn(writer, values)
  return writer.finish()
}

function valuesOf(bytes: Uint8Array, count: number): readonly number[] {
  const into = new Float64Array(128)
  const reader = new ByteReader(bytes)
  readColumn(reader, into, count)
  expect(reader.isAtEnd).toBe(true)
  return [...into.subarray(0, count)]
}

describe('a column of numbers', () => {
  it('reads what it wrote: whole numbers, large or small, and any doubles', () => {
    const whole = fc.oneof(fc.integer(), fc.integer({ min: -5, max: 5 }), fc.integer({ min: -(2 ** 48), max: 2 ** 48 })).map((n) => n + 0)
    const column = fc.oneof(fc.array(whole, { minLength: 1, maxLength: 128 }), fc.array(fc.double(), { minLength: 1, maxLength: 128 }))
    fc.assert(fc.property(column.map((values) => values.map((value) => value + 0)), (values) => {
      expect(valuesOf(bytesOf(values), values.length)).toEqual(values)
    }))
  })

  it.each<[string, (n: number) => number, number]>([
    ['that does not change', () => 1042, 4],
    ['that goes up evenly', (n) => 5000 + n * 10_000, 9],
    ['that goes up ever faster', (n) => n * n * 50, 9],
    ['of multiples', (n) => ((n * 37) % 16) * 1_000_000, 72],
  ])('%s takes few bytes', (_, valueOf, most) => {
    const values = Array.from({ length: 128 }, (_, n) => valueOf(n))
    expect(bytesOf(values).length).toBeLessThanOrEqual(most)
    expect(valuesOf(bytesOf(values), 128)).toEqual(values)
  })

  it('is refused when it ends too early', () => {
    const bytes = bytesOf(Array.from({ length: 100 }, (_, n) => (n * 7919) % 1000))
    for (let length = 0; length < bytes.length; length++) {
      expect(() => readColumn(new ByteReader(bytes.subarray(0, length)), new Float64Array(128), 100)).toThrow(DamagedPack)
    }
  })

  it('is refused when it says that one number is a difference', () => {
    expect(() => readColumn(new ByteReader(Uint8Array.of(0x40, 2, 2)), new Float64Array(128), 1)).toThrow(DamagedPack)
  })
})

describe('whole numbers of any size', () => {
  it('are read as they were written', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (number) => {
      const writer = new ByteWriter()
      writer.signed(Math.trunc(number / 2))
      writer.unsigned(Math.abs(number))
      const reader = new ByteReader(writer.finish())
      expect([reader.signed(), reader.unsigned()]).toEqual([Math.trunc(number / 2), Math.abs(number)])
    }))
  })

  it('are refused when they never end', () => {
    expect(() => new ByteReader(new Uint8Array(20).fill(0xff)).unsigned()).toThrow(DamagedPack)
  })
})
