import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DamagedPack, MOST_CHOICES } from './coder.ts'
import { RangeDecoder } from './range-decoder.ts'
import { RangeEncoder } from './range-encoder.ts'

type Step = { readonly kind: 'bit'; readonly model: number; readonly value: number } | {
  readonly kind: 'uniform'; readonly choices: number; readonly value: number
}

const bit = fc.record({ kind: fc.constant('bit' as const), model: fc.nat(4), value: fc.nat(1) })
const uniform = fc.integer({ min: 1, max: MOST_CHOICES }).chain((choices) =>
  fc.record({ kind: fc.constant('uniform' as const), choices: fc.constant(choices), value: fc.nat(choices - 1) }))

function written(steps: readonly Step[]): Uint8Array {
  const coder = new RangeEncoder()
  coder.allocate(5)
  for (const step of steps) {
    if (step.kind === 'bit') coder.bit(step.model, step.value)
    else coder.uniform(step.choices, step.value)
  }
  return coder.finish()
}

function read(bytes: Uint8Array, steps: readonly Step[]): readonly number[] {
  const coder = new RangeDecoder(bytes, 0)
  coder.allocate(5)
  return steps.map((step) => (step.kind === 'bit' ? coder.bit(step.model) : coder.uniform(step.choices)))
}

describe('a range coder', () => {
  it('reads what it wrote, bits and choices in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(bit, uniform), { maxLength: 2000 }), (steps) => {
        expect(read(written(steps), steps)).toEqual(steps.map(({ value }) => value))
      }),
    )
  })

  it('carries through a long row of full bytes', () => {
    const highest = Array.from({ length: 3000 }, () => ({ kind: 'uniform' as const, choices: 65_535, value: 65_534 }))
    const steps: readonly Step[] = [...highest, { kind: 'bit', model: 0, value: 1 }]
    expect(read(written(steps), steps)).toEqual(steps.map(({ value }) => value))
  })

  it('writes ten thousand bits that are always the same in a few bytes', () => {
    const steps = Array.from({ length: 10_000 }, () => ({ kind: 'bit' as const, model: 0, value: 1 }))
    expect(written(steps).length).toBeLessThan(12)
    expect(read(written(steps), steps)).toEqual(steps.map(() => 1))
  })

  it('writes a bit of which one in a hundred is set in less than a tenth of a bit', () => {
    const steps = Array.from({ length: 10_000 }, (_, n) => ({ kind: 'bit' as const, model: 0, value: n % 100 === 37 ? 1 : 0 }))
    expect((written(steps).length * 8) / 10_000).toBeLessThan(0.13)
    expect(read(written(steps), steps)).toEqual(steps.map(({ value }) => value))
  })

  it('takes what chance made for what it is: sixteen bits are two bytes', () => {
    const steps = Array.from({ length: 1000 }, (_, n) => ({ kind: 'uniform' as const, choices: 65_536, value: (n * 40_503) % 65_536 }))
    expect(written(steps).length).toBeLessThan(2010)
  })

  it('has room for many models', () => {
    const [encoder, models] = [new RangeEncoder(), 20_000]
    encoder.allocate(models)
    for (let model = 0; model < models; model++) encoder.bit(model, model % 2)
    const decoder = new RangeDecoder(encoder.finish(), 0)
    decoder.allocate(models)
    for (let model = 0; model < models; model++) expect(decoder.bit(model)).toBe(model % 2)
  })

  it('says that it is damaged to whoever reads on beyond its end', () => {
    const coder = new RangeDecoder(written([]), 0)
    expect(() => {
      for (;;) coder.uniform(MOST_CHOICES)
    }).toThrow(DamagedPack)
  })
})
