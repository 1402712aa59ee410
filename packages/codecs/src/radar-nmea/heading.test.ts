import { describe, expect, it } from 'vitest'
import { Heading, MAGNETIC_SIGMA, TRUE_SIGMA } from './heading.ts'
import type { FieldMessage } from './message.ts'

const talker = 'HC'

function headingAfter(messages: readonly FieldMessage[], at = 0, simulated = false) {
  const heading = new Heading(simulated)
  for (const message of messages) heading.take(message, 0)
  return heading.at(at)
}

describe('where the bow points', () => {
  it.each<[string, FieldMessage]>([
    ['a gyro', { sentence: 'HDT', talker, heading: 84.5 }],
    ['a heading device that is well', { sentence: 'THS', talker, heading: 84.5, mode: 'A' }],
    ['the radar', { sentence: 'OSD', talker, heading: 84.5, headingStatus: 'A' }],
  ])('is told by %s', (_, message) => {
    expect(headingAfter([message])).toEqual({ deg: 84.5, sigmaDeg: TRUE_SIGMA })
  })

  it('is told by a magnetic compass with its deviation and the variation', () => {
    const hdg: FieldMessage = { sentence: 'HDG', talker, heading: 8, deviation: 1.5, variation: -15.2 }
    const known = headingAfter([hdg])!
    expect(known.deg).toBeCloseTo(354.3, 9)
    expect(known.sigmaDeg).toBe(MAGNETIC_SIGMA)
  })

  it('takes the variation from whoever knows it', () => {
    const hdm: FieldMessage = { sentence: 'HDM', talker, heading: 99.7 }
    const rmc: FieldMessage = { sentence: 'RMC', talker, variation: -15.2 }
    expect(headingAfter([hdm])).toBeUndefined()
    expect(headingAfter([rmc, hdm])!.deg).toBeCloseTo(84.5, 9)
    expect(headingAfter([{ sentence: 'HDG', talker, heading: 10 }])).toBeUndefined()
    expect(headingAfter([rmc, { sentence: 'HDG', talker, heading: 10 }])!.deg).toBeCloseTo(354.8, 9)
  })

  it('is told by a log that repeats the compass', () => {
    expect(headingAfter([{ sentence: 'VHW', talker, heading: 223.2, magneticHeading: 220.3 }])!.deg).toBe(223.2)
    expect(headingAfter([{ sentence: 'VHW', talker, magneticHeading: 220.3 }])).toBeUndefined()
  })

  it('is believed of a gyro before a magnetic compass, however they alternate', () => {
    const hdt: FieldMessage = { sentence: 'HDT', talker, heading: 84.5 }
    const hdg: FieldMessage = { sentence: 'HDG', talker, heading: 98, variation: -15 }
    expect(headingAfter([hdt, hdg])!.deg).toBe(84.5)
    expect(headingAfter([hdg, hdt])!.deg).toBe(84.5)
  })

  it('is less certain with every moment, and after three seconds not known', () => {
    const hdt: FieldMessage = { sentence: 'HDT', talker, heading: 84.5 }
    expect(headingAfter([hdt], 2000)!.sigmaDeg).toBeCloseTo(Math.hypot(TRUE_SIGMA, 2), 9)
    expect(headingAfter([hdt], 3001)).toBeUndefined()
    // A clock that was set back is no fresher.
    expect(headingAfter([hdt], -3001)).toBeUndefined()
  })

  it.each<[string, FieldMessage]>([
    ['no heading', { sentence: 'HDT', talker }],
    ['a device that says it is not valid', { sentence: 'THS', talker, heading: 84.5, mode: 'V' }],
    ['a device set by hand', { sentence: 'THS', talker, heading: 84.5, mode: 'M' }],
    ['a simulator', { sentence: 'THS', talker, heading: 84.5, mode: 'S' }],
    ['a radar that does not trust it', { sentence: 'OSD', talker, heading: 84.5, headingStatus: 'V' }],
    ['a compass without a heading', { sentence: 'HDG', talker, variation: -15 }],
  ])('is not told by %s', (_, message) => expect(headingAfter([message])).toBeUndefined())

  it('is told by a simulator in an exercise', () => {
    expect(headingAfter([{ sentence: 'THS', talker, heading: 84.5, mode: 'S' }], 0, true)!.deg).toBe(84.5)
  })
})
