import { mpsToKnots } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { takeCourse, takeSpeed } from './motion.ts'
import { Remaining } from './remaining.ts'

describe('the speed of a sighted object', () => {
  it.each([
    ['35KT', 35], ['35 kts', 35], ['35 knots', 35], ['35 nudos', 35], ['12,5 nudos', 12.5], ['30-35kt', 35],
    ['speed 20 kn', 20], ['65 km/h', 35.1],
    ['65 KPH', 35.1], ['40mph', 34.8], ['18 m/s', 35], ['stopped', 0], ['fondeado', 0], ['at anchor', 0],
  ])('is read from %s', (text, knots) => {
    expect(mpsToKnots(takeSpeed(new Remaining(text)) ?? Number.NaN)).toBeCloseTo(knots, 1)
  })

  it.each(['35', 'fast', '35 ktx', 'KT', '270'])('is not in %s', (text) => {
    expect(takeSpeed(new Remaining(text))).toBeUndefined()
  })
})

describe('the course of a sighted object', () => {
  it.each([
    ['270', 270], ['270T', 270], ['270\u00b0', 270], ['090 deg', 90], ['course 45', 45], ['CRS: 270', 270],
    ['rumbo 270', 270], ['rumbo 360 grados', 0],
    ['heading west', 270], ['heading NNW', 337.5], ['going to the north', 0], ['rumbo noroeste', 315],
    ['rumbo NO', 315], ['hacia el sur', 180],
    ['hacia el este', 90], ['westbound', 270], ['north-east bound', 45],
  ])('is read from %s', (text, degrees) => {
    expect(takeCourse(new Remaining(text), true)).toBe(degrees)
  })

  it.each(['27', '2700', '361', '270KT', 'north', '1305N', 'J8-123'])('is not in %s', (text) => {
    expect(takeCourse(new Remaining(text), true)).toBeUndefined()
  })

  it('is no northwest in English where somebody says no', () => {
    expect(takeCourse(new Remaining('heading no'), false)).toBeUndefined()
  })
})
