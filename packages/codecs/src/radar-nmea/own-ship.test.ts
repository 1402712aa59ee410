import { KNOT } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { apart, SITE } from './fixtures/heard.ts'
import type { FieldMessage } from './message.ts'
import { MOST_FIX_AGE, OwnShip, type KnownPlace, type Moment } from './own-ship.ts'

const talker = 'GP'
const here = { latitude: SITE.lat, longitude: SITE.lon }
const gga: FieldMessage<'GGA'> = { sentence: 'GGA', talker, ...here, quality: 1, hdop: 1 }
const eastward: FieldMessage<'VTG'> = { sentence: 'VTG', talker, course: 90, speedKn: 20, mode: 'A' }

const moment = (heardAt: number, time = heardAt): Moment => ({ heardAt, time })

function after(messages: readonly FieldMessage[], simulated = false): OwnShip {
  const ownShip = new OwnShip(simulated)
  for (const message of messages) ownShip.take(message, moment(0))
  return ownShip
}

/** Fails the test where the place is not known. */
function known(place: ReturnType<OwnShip['placeAt']>): KnownPlace {
  if (!place || place === 'stale') throw new Error(`own ship's place is ${place}`)
  return place
}

describe('the place of own ship', () => {
  it.each<[string, FieldMessage]>([
    ['GGA', gga],
    ['RMC', { sentence: 'RMC', talker, ...here, status: 'A', mode: 'D' }],
    ['RMC of an old receiver without a mode', { sentence: 'RMC', talker, ...here, status: 'A' }],
    ['GLL', { sentence: 'GLL', talker, ...here, status: 'A', mode: 'A' }],
  ])('is told by %s', (_, message) => {
    const { position, sigma } = known(after([message]).placeAt(moment(0)))
    expect(position).toEqual(SITE)
    expect(sigma).toBeGreaterThan(5)
    expect(sigma).toBeLessThan(10)
  })

  it.each<[string, FieldMessage]>([
    ['a receiver without a fix', { sentence: 'GGA', talker, ...here, quality: 0 }],
    ['a receiver that does not say what fix it has', { sentence: 'GGA', talker, ...here }],
    ['dead reckoning', { sentence: 'GGA', talker, ...here, quality: 6 }],
    ['a simulator', { sentence: 'GGA', talker, ...here, quality: 8 }],
    ['a receiver with a warning', { sentence: 'RMC', talker, ...here, status: 'V' }],
    ['a simulator by its mode', { sentence: 'RMC', talker, ...here, status: 'A', mode: 'S' }],
    ['an estimate', { sentence: 'GLL', talker, ...here, status: 'A', mode: 'E' }],
    ['a position not valid', { sentence: 'GLL', talker, ...here, status: 'A', mode: 'N' }],
    ['a position that is not there', { sentence: 'GLL', talker, status: 'A', mode: 'A' }],
  ])('is not told by %s', (_, message) => expect(after([message]).placeAt(moment(0))).toBeUndefined())

  it('is told by a simulator in an exercise', () => {
    const inExercise = after([{ ...gga, quality: 8 }], true)
    expect(known(inExercise.placeAt(moment(0))).position).toEqual(SITE)
  })

  it('is less certain where the satellites stand badly', () => {
    expect(known(after([{ ...gga, hdop: 8 }]).placeAt(moment(0))).sigma).toBeGreaterThan(25)
  })

  it('moves on with own velocity, and is less certain with time', () => {
    const ownShip = after([gga, eastward])
    const later = known(ownShip.placeAt(moment(5000)))
    expect(apart(SITE, later.position).east).toBeCloseTo(100 * KNOT, 1)
    expect(apart(SITE, later.position).north).toBeCloseTo(0, 3)
    expect(later.sigma).toBeGreaterThan(known(ownShip.placeAt(moment(0))).sigma)
  })

  it('may be asked for a moment before the fix', () => {
    const { position } = known(after([gga, eastward]).placeAt(moment(100, -2000)))
    expect(apart(SITE, position).east).toBeCloseTo(-40 * KNOT, 1)
  })

  it('does not trust two clocks that disagree', () => {
    const { position } = known(after([gga, eastward]).placeAt(moment(1000, -30_000)))
    expect(apart(SITE, position).east).toBeCloseTo(20 * KNOT, 1)
  })

  it('is soon uncertain when the velocity is not known', () => {
    expect(known(after([gga]).placeAt(moment(5000))).sigma).toBeGreaterThan(40)
  })

  it('is stale after ten seconds, also when the clock was set back', () => {
    expect(after([gga]).placeAt(moment(MOST_FIX_AGE + 1))).toBe('stale')
    expect(after([gga]).placeAt(moment(-MOST_FIX_AGE - 1))).toBe('stale')
    expect(after([gga]).lastPosition).toEqual(SITE)
  })
})

describe('the velocity of own ship', () => {
  const osd: FieldMessage<'OSD'> = {
    sentence: 'OSD', talker: 'RA', vesselCourse: 90, courseReference: 'P', vesselSpeed: 10, speedReference: 'P',
    speedUnits: 'N',
  }

  it.each<[string, FieldMessage, number]>([
    ['VTG', eastward, 20 * KNOT],
    ['VTG in kilometres an hour only', { sentence: 'VTG', talker, course: 90, speedKmh: 36 }, 10],
    ['RMC', { sentence: 'RMC', talker, ...here, status: 'A', course: 90, speedKn: 6 }, 6 * KNOT],
    ['OSD', osd, 10 * KNOT],
    ['OSD in kilometres an hour', { ...osd, vesselSpeed: 36, speedUnits: 'K' }, 10],
  ])('is told by %s', (_, message, east) => {
    const velocity = after([message]).velocityAt(0)!
    expect(velocity.east).toBeCloseTo(east, 6)
    expect(velocity.north).toBeCloseTo(0, 6)
  })

  it.each<[string, FieldMessage]>([
    ['a receiver without a fix', { ...eastward, mode: 'N' }],
    ['a speed without a course', { sentence: 'VTG', talker, speedKn: 5 }],
    ['a log in the water', { ...osd, speedReference: 'W', courseReference: 'W' }],
    ['a speed set by hand', { ...osd, speedReference: 'M' }],
    ['a log', { sentence: 'VHW', talker: 'VW', speedKn: 5 }],
  ])('is not told by %s', (_, message) => expect(after([message]).velocityAt(0)).toBeUndefined())

  it('is none for a ship that lies still, which has no course', () => {
    expect(after([{ sentence: 'VTG', talker, speedKn: 0 }]).velocityAt(0)).toEqual({ east: 0, north: 0 })
  })

  it('is forgotten after ten seconds', () => {
    expect(after([eastward]).velocityAt(MOST_FIX_AGE + 1)).toBeUndefined()
  })

  it('may be through the water, which moves as the radar says', () => {
    const ownShip = after([{ ...osd, speedReference: 'W', vesselSet: 90, vesselDrift: 2 }])
    expect(ownShip.isWaterStabilised).toBe(true)
    expect(ownShip.waterAt(0)!.east).toBeCloseTo(2 * KNOT, 6)
    expect(ownShip.waterAt(MOST_FIX_AGE + 1)).toBeUndefined()
    expect(after([osd]).isWaterStabilised).toBe(false)
  })
})
