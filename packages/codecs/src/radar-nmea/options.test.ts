import { describe, expect, it } from 'vitest'
import { RADAR_OPTIONS, radarOptions } from './options.ts'

const faultOf = (key: string, value: string | number): string | undefined =>
  RADAR_OPTIONS.find((option) => option.key === key)!.fault(value)

describe('the options of a radar', () => {
  it.each([
    ['rangeSigma', 25],
    ['bearingSigmaDeg', 0.4],
    ['headingSigmaDeg', 3],
    ['headingDeg', 0],
    ['headingDeg', 271.5],
  ])('take what may be: %s %f', (key, value) => expect(faultOf(key, value)).toBeUndefined())

  it.each([
    ['rangeSigma', 0],
    ['rangeSigma', -5],
    ['rangeSigma', Number.NaN],
    ['bearingSigmaDeg', 31],
    ['headingSigmaDeg', '3'],
    ['headingDeg', -1],
    ['headingDeg', 361],
    ['headingDeg', 'north'],
  ])('say what is wrong: %s %s', (key, value) => expect(faultOf(key, value)).toMatch(/^is no /))

  it('are none unless somebody set them, and only those of a radar', () => {
    expect(radarOptions()).toEqual({})
    expect(radarOptions({ rangeSigma: 25, edition: '1.0', bearingSigmaDeg: '2' })).toEqual({ rangeSigma: 25 })
  })
})
