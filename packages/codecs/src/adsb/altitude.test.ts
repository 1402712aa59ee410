import { describe, expect, it } from 'vitest'
import { altitude12, altitude13, altitudeOf12, altitudeOf13 } from './altitude.ts'
import { squawk13 } from './squawk.ts'

describe('an altitude in steps of 25 feet', () => {
  it('arrives as it was sent, from below the sea to the highest', () => {
    for (let feet = -1000; feet <= 50_175; feet += 25) {
      expect(altitudeOf13(altitude13(feet))).toBe(feet)
      expect(altitudeOf12(altitude12(feet))).toBe(feet)
    }
  })

  it('keeps within what can be said', () => {
    expect(altitudeOf13(altitude13(80_000))).toBe(50_175)
    expect(altitudeOf13(altitude13(-5000))).toBe(-1000)
  })

  it('is as the books say: 38,000 feet of C38', () => {
    expect(altitudeOf12(0xc38)).toBe(38_000)
    expect(altitude12(38_000)).toBe(0xc38)
  })
})

/** The altitude that pulses mean, written as a Mode A code would be. */
const gillham = (pulses: string) => altitudeOf13(squawk13(pulses))

describe('an altitude in steps of 100 feet', () => {
  // ICAO Annex 10, volume IV, appendix to chapter 3: the first rows, and the sea.
  it.each([
    ['0020', -1000], ['0030', -900], ['0010', -800], ['0410', -700], ['0430', -600], ['0420', -500], ['0460', -400],
    ['0440', -300], ['0640', -200], ['0660', -100], ['0620', 0], ['0630', 100], ['0610', 200], ['0210', 300],
    ['0230', 400],
  ])('reads %s as %i feet', (pulses, feet) => expect(gillham(pulses)).toBe(feet))

  it('covers every hundred feet once', () => {
    const codes = Array.from({ length: 4096 }, (_, code) => code.toString(8).padStart(4, '0')).filter((code) =>
      Number(code[3]) % 2 === 0)
    const all = codes.map(gillham).filter((feet) => feet !== undefined)
    expect(new Set(all).size).toBe(all.length)
    expect([all.length, Math.min(...all), Math.max(...all)]).toEqual([1280, -1200, 126_700])
    expect(all.every((feet) => feet % 100 === 0)).toBe(true)
  })

  it('is none for pulses that stand for no hundred', () => {
    for (const pulses of ['0400', '0450', '0470']) expect(gillham(pulses)).toBeUndefined()
  })
})

describe('an altitude that is not available', () => {
  it('is none for a field of zeros, and none in metres', () => {
    expect(altitudeOf13(0)).toBeUndefined()
    expect(altitudeOf12(0)).toBeUndefined()
    expect(altitudeOf13(0x1fff)).toBeUndefined()
  })
})
