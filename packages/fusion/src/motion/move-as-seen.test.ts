import { distanceBetween, geodesicFrom } from '@csii/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyScene, followed } from '../fixtures/followed.ts'
import { site } from '../fixtures/watch.ts'
import { placeOf } from '../tracks/followed.ts'
import { moveAsSeen } from './move-as-seen.ts'

const bearings = fc.double({ min: 0, max: 360, noNaN: true })
const ranges = fc.double({ min: 500, max: 20_000, noNaN: true })

describe('a body that is moved as a radar would see it', () => {
  it('lies so much further out and so much more to the right', () => {
    fc.assert(
      fc.property(bearings, ranges, (bearing, range) => {
        const track = followed(emptyScene(), geodesicFrom(site, bearing, range))
        moveAsSeen(track.body!, site, 80, 0.5)
        expect(distanceBetween(placeOf(track)!, geodesicFrom(site, bearing + 0.5, range + 80))).toBeLessThan(3)
      }),
    )
  })

  it('comes back when it is moved back', () => {
    const place = geodesicFrom(site, 30, 6000)
    const track = followed(emptyScene(), place)
    moveAsSeen(track.body!, site, 80, 0.5)
    moveAsSeen(track.body!, site, -80, -0.5)
    expect(distanceBetween(placeOf(track)!, place)).toBeLessThan(2)
  })

  it('stays where it is at the radar itself: there is no bearing', () => {
    const track = followed(emptyScene(), site)
    moveAsSeen(track.body!, site, 80, 0.5)
    expect(placeOf(track)).toEqual(site)
  })
})
