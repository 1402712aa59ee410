import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf } from '../nmea/fixtures/reading.ts'
import { sentenceOf } from './fixtures/heard.ts'
import { encodeTtd, targetDataPart } from './message.ts'
import { readTargets, type TrackedTarget } from './tracked-target-data.ts'

const read = (payload: string, fillBits = 0) => readTargets(bytesOf(payload), 0, payload.length, fillBits)
const payloadOf = (line: string): string => line.split(',')[4]!

const target: TrackedTarget = {
  targetNumber: 9, trueBearing: 12.5, speedKn: 6.1, course: 359.9, reportedHeading: 1, status: 4, operationMode: 0,
  distance: 4.52, speedMode: 0, stabilisationMode: 1, correlationNumber: 255,
}

const oneTenth = (most: number) =>
  fc.option(fc.integer({ min: 0, max: most }).map((value) => value / 10), { nil: undefined })
const anyTarget = fc
  .record({
    targetNumber: fc.integer({ min: 0, max: 1023 }),
    trueBearing: oneTenth(3600),
    speedKn: oneTenth(4094),
    course: oneTenth(3600),
    reportedHeading: oneTenth(3600),
    status: fc.integer({ min: 0, max: 7 }),
    operationMode: fc.integer({ min: 0, max: 1 }),
    distance: fc.option(fc.integer({ min: 0, max: 16_382 }).map((value) => value / 100), { nil: undefined }),
    speedMode: fc.integer({ min: 0, max: 1 }),
    stabilisationMode: fc.integer({ min: 0, max: 1 }),
    correlationNumber: fc.integer({ min: 0, max: 255 }),
  })
  // What is not available is absent; every field that a target always has is there.
  .map((fields) => {
    const present = Object.entries(fields).filter(([, value]) => value !== undefined)
    return Object.fromEntries(present) as unknown as TrackedTarget
  })

describe('tracked target data', () => {
  it('has ninety bits a target', () => {
    expect(read('0PP10Eg@wwP74@0')).toEqual({
      ok: true,
      value: {
        sentence: 'TTD',
        targets: [
          {
            targetNumber: 32, trueBearing: 204.9, speedKn: 2.1, course: 302.4, status: 4, operationMode: 0,
            distance: 4.52, speedMode: 0, stabilisationMode: 1, correlationNumber: 0,
          },
        ],
      },
    })
  })

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.array(anyTarget, { maxLength: 12 }), (targets) => {
        const payload = encodeTtd(targets).map(payloadOf).join('')
        expect(read(payload)).toEqual({ ok: true, value: { sentence: 'TTD', targets } })
      }),
    )
  })

  it('says for each value when it is not available', () => {
    const { targetNumber, status, operationMode, speedMode, stabilisationMode, correlationNumber } = target
    const bare = { targetNumber, status, operationMode, speedMode, stabilisationMode, correlationNumber }
    expect(read(payloadOf(encodeTtd([bare])[0]!))).toEqual({ ok: true, value: { sentence: 'TTD', targets: [bare] } })
  })

  it('may have no target at all', () => {
    expect(encodeTtd([])).toHaveLength(1)
    expect(read('')).toMatchObject({ ok: true, value: { targets: [] } })
  })

  it('is refused at every length but a whole number of targets', () => {
    const payload = encodeTtd([target, target]).map(payloadOf).join('')
    for (let length = 1; length < payload.length; length++) {
      const expected = length === 15 ? { ok: true } : { ok: false, problem: 'length' }
      expect(read(payload.slice(0, length))).toMatchObject(expected)
    }
    expect(read(payload, 3)).toEqual({ ok: false, problem: 'length' })
  })

  it('is refused for characters outside the alphabet, angles beyond the circle, and another version', () => {
    expect(read('0PP10Eg@wwP74@X')).toEqual({ ok: false, problem: 'value' })
    expect(read('0PP10Eg@wwP74@~')).toEqual({ ok: false, problem: 'value' })
    expect(read('0Pwv0Eg@wwP74@0')).toEqual({ ok: false, problem: 'value' })
    expect(read('PPP10Eg@wwP74@0')).toEqual({ ok: false, problem: 'unsupported' })
  })

  it('never writes what stands for nothing', () => {
    const extreme = { ...target, speedKn: 9999, distance: 9999 }
    const written = read(payloadOf(encodeTtd([extreme])[0]!))
    expect(written).toMatchObject({ value: { targets: [{ speedKn: 409.4, distance: 163.82 }] } })
  })
})

describe('the sentences of tracked target data', () => {
  it('take four targets each and fit the line', () => {
    const lines = encodeTtd(Array.from({ length: 9 }, () => target), 'RA', 3)
    expect(lines.map((line) => line.slice(0, 16))).toEqual(['!RATTD,03,01,3,0', '!RATTD,03,02,3,0', '!RATTD,03,03,3,0'])
    expect(Math.max(...lines.map((line) => line.length + 2))).toBeLessThanOrEqual(82)
  })

  it('count themselves in hexadecimal', () => {
    const lines = encodeTtd(Array.from({ length: 48 }, () => target))
    expect(targetDataPart(sentenceOf(lines[11]!))).toMatchObject({ parts: 12, part: 12, sequence: 0, fillBits: 0 })
  })

  it('are at most 255', () => {
    expect(() => encodeTtd(Array.from({ length: 1021 }, () => target))).toThrow('1021 targets')
  })
})
