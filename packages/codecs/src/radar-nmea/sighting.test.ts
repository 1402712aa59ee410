import { KNOT } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { sentenceOf } from './fixtures/heard.ts'
import { encodeTll, encodeTtm, type FieldsOf } from './message.ts'
import { sightingOfTarget, sightingOfTll, sightingOfTtm } from './sighting.ts'
import type { TrackedTarget } from './tracked-target-data.ts'

const ttm: FieldsOf<'TTM'> = {
  targetNumber: 7, targetDistance: 2, bearing: 45, bearingReference: 'T', targetSpeed: 10, targetCourse: 90,
  courseReference: 'T', units: 'N', targetStatus: 'T', timeOfData: 43_200,
}
const seenTtm = (fields: FieldsOf<'TTM'>) => sightingOfTtm(fields, sentenceOf(encodeTtm(fields)))

const target: TrackedTarget = {
  targetNumber: 9, trueBearing: 45, speedKn: 10, course: 90, status: 4, operationMode: 0, distance: 2, speedMode: 0,
  stabilisationMode: 0, correlationNumber: 0,
}

describe('a tracked target message', () => {
  it('says where, how fast and when, in SI units', () => {
    expect(seenTtm(ttm)).toEqual({
      number: 7,
      status: 'tracked',
      rank: 3,
      seconds: 43_200,
      polar: { range: 3704, rangeStep: 1.852, bearingDeg: 45, bearingStepDeg: 0.1, isRelative: false },
      velocity: { speed: 10 * KNOT, directionDeg: 90, isRelative: false, isFromBow: false },
    })
  })

  it.each<['K' | 'N' | 'S', number, number]>([
    ['K', 2000, 10_000 / 3600],
    ['N', 3704, 10 * KNOT],
    ['S', 3218.688, 4.4704],
  ])('counts in kilometres, nautical or statute miles: %s', (units, range, speed) => {
    const seen = seenTtm({ ...ttm, units })!
    expect(seen.polar!.range).toBeCloseTo(range, 6)
    expect(seen.velocity!.speed).toBeCloseTo(speed, 6)
  })

  it.each<[FieldsOf<'TTM'>, string]>([
    [{ targetStatus: 'T' }, 'tracked'],
    [{ targetStatus: 'Q' }, 'acquiring'],
    [{ targetStatus: 'L' }, 'lost'],
    [{ targetStatus: 'T', typeOfAcquisition: 'R' }, 'unseen'],
    [{ targetStatus: 'T', typeOfAcquisition: 'A' }, 'tracked'],
  ])('tells an echo that is followed from other things: %j', (fields, status) => {
    expect(seenTtm({ ...ttm, ...fields })!.status).toBe(status)
  })

  it('may lack any of it', () => {
    expect(seenTtm({ targetNumber: 7 })).toEqual({ number: 7, status: 'tracked', rank: 3 })
    expect(seenTtm({})).toBeUndefined()
    const { bearingReference: _, ...noReference } = ttm
    expect(seenTtm(noReference)!.polar).toBeUndefined()
    const { targetCourse: __, ...noCourse } = ttm
    expect(seenTtm(noCourse)!.velocity).toBeUndefined()
    expect(seenTtm({ ...noCourse, targetSpeed: 0 })!.velocity).toMatchObject({ speed: 0 })
  })

  it('counts relative motion from where the bearing counts', () => {
    expect(seenTtm({ ...ttm, courseReference: 'R' })!.velocity).toMatchObject({ isRelative: true, isFromBow: false })
    const fromBow = seenTtm({ ...ttm, courseReference: 'R', bearingReference: 'R' })!
    expect(fromBow.velocity).toMatchObject({ isRelative: true, isFromBow: true })
    expect(seenTtm({ ...ttm, bearingReference: 'R' })!.velocity).toMatchObject({ isRelative: false, isFromBow: false })
  })
})

describe('a target latitude and longitude', () => {
  const tll: FieldsOf<'TLL'> = {
    targetNumber: 7, latitude: 13.1, longitude: -61.2, targetStatus: 'T', timeOfData: 43_200,
  }
  const seen = (fields: FieldsOf<'TLL'>) => sightingOfTll(fields, sentenceOf(encodeTll(fields)))

  it('says where, to the last digit', () => {
    expect(seen(tll)).toMatchObject({ number: 7, status: 'tracked', rank: 1, seconds: 43_200 })
    expect(seen(tll)!.stated!.position).toEqual({ lat: 13.1, lon: -61.2 })
    expect(seen(tll)!.stated!.step).toBeCloseTo(0.1852, 9)
  })

  it('may lack any of it', () => {
    expect(seen({ targetNumber: 7, targetStatus: 'L' })).toEqual({ number: 7, status: 'lost', rank: 1 })
    expect(seen({ latitude: 13.1, longitude: -61.2 })).toBeUndefined()
  })
})

describe('a packed target', () => {
  it('says where and how fast', () => {
    expect(sightingOfTarget(target)).toEqual({
      number: 9,
      status: 'tracked',
      rank: 2,
      polar: { range: 3704, rangeStep: 18.52, bearingDeg: 45, bearingStepDeg: 0.1, isRelative: false },
      velocity: { speed: 10 * KNOT, directionDeg: 90, isFromBow: false, isRelative: false, isThroughWater: false },
    })
  })

  it.each<[Partial<TrackedTarget>, string]>([
    [{ status: 0 }, 'unseen'],
    [{ status: 1 }, 'acquiring'],
    [{ status: 2 }, 'lost'],
    [{ status: 3 }, 'unseen'],
    [{ status: 5 }, 'unseen'],
    [{ status: 6 }, 'tracked'],
    [{ status: 7 }, 'tracked'],
    [{ operationMode: 1 }, 'unseen'],
    [{ reportedHeading: 90 }, 'unseen'],
    [{ reportedHeading: 90, correlationNumber: 3 }, 'tracked'],
  ])('tells an echo that is followed from other things: %j', (fields, status) => {
    expect(sightingOfTarget({ ...target, ...fields }).status).toBe(status)
  })

  it('may lack any of it', () => {
    const { trueBearing: _, speedKn: __, ...rest } = target
    expect(sightingOfTarget(rest)).toEqual({ number: 9, status: 'tracked', rank: 2 })
  })
})
