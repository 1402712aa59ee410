import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cosineOf, sineOf } from './sine.ts'

const degrees = fc.double({ min: -720, max: 720, noNaN: true })

describe('the sine of degrees', () => {
  it('is right to seven digits', () => {
    fc.assert(fc.property(degrees, (each) => {
      expect(Math.abs(sineOf(each) - Math.sin((each * Math.PI) / 180))).toBeLessThan(1e-7)
      expect(Math.abs(cosineOf(each) - Math.cos((each * Math.PI) / 180))).toBeLessThan(1e-7)
    }))
  })

  it('is the same number to the last bit on every engine', () => {
    expect([30, 271.4, 359.9].map(sineOf)).toEqual([0.4999999999999643, -0.9997014438789404, -0.0017453283658987056])
  })
})
