import { describe, expect, it } from 'vitest'
import { covarianceOf, radiusOf, radiusOfNacP } from './accuracy.ts'

describe('how well an aircraft knows where it is', () => {
  it('is what its NACp says, once it has one', () => {
    expect(radiusOf(11, { version: 2, nac_p: 9 })).toBe(30)
    expect([0, 8, 11].map(radiusOfNacP)).toEqual([18_520, expect.closeTo(92.6), 3])
  })

  it('is what the type of its position says before that', () => {
    expect(radiusOf(9, { version: 0 })).toBe(3)
    expect(radiusOf(13, { version: 0, nac_p: 9 })).toBe(463)
    expect(radiusOf(13, { version: 2 })).toBe(463)
  })

  it('is unknown, and so ten miles, by types and codes that say nothing', () => {
    for (const typecode of [0, 18, 22]) expect(radiusOf(typecode, { version: 0 })).toBe(18_520)
    for (const reserved of [12, 15]) expect(radiusOfNacP(reserved)).toBe(18_520)
  })
})

describe('the covariance', () => {
  it('is a circle that holds 95 per cent', () => {
    const { ee, en, nn } = covarianceOf(92.6)
    expect([ee, en]).toEqual([nn, 0])
    expect(1 - Math.exp(-(92.6 ** 2) / (2 * ee))).toBeCloseTo(0.95, 3)
  })

  it('is longer along the course, by what is flown while the message travels', () => {
    const { ee, en, nn } = covarianceOf(3, 250, 90)
    expect(Math.sqrt(ee)).toBeCloseTo(50, 0)
    expect(Math.sqrt(nn)).toBeCloseTo(1.2, 1)
    expect(en).toBeCloseTo(0)
    expect(covarianceOf(3, 250, 45).en).toBeGreaterThan(1000)
  })
})
