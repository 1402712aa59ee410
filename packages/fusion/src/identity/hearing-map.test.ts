import { geodesicFrom } from '@csii/geo'
import { describe, expect, it } from 'vitest'
import { bequia, HOUR, MINUTE, SECOND } from '../fixtures/watch.ts'
import { HearingMap } from './hearing-map.ts'

const far = geodesicFrom(bequia, 90, 200_000)
/** A report every ten seconds, for so long. */
function heard(from: number, to: number, map = new HearingMap()): HearingMap {
  for (let time = from; time < to; time += 10 * SECOND) map.hear(bequia, time)
  return map
}

describe('where reports are heard', () => {
  it('is where some were heard lately, and around it', () => {
    const map = heard(0, 10 * MINUTE)
    expect(map.at(bequia, 10 * MINUTE)).toBe(0.9)
    expect(map.at(geodesicFrom(bequia, 0, 20_000), 10 * MINUTE)).toBe(0.9)
    expect(map.at(far, 10 * MINUTE)).toBe(0)
  })

  it('is nowhere before any was heard, and nowhere half an hour after the last', () => {
    expect(new HearingMap().at(bequia, 0)).toBe(0)
    expect(heard(0, MINUTE).at(bequia, 2 * HOUR)).toBe(0)
  })

  it('is nowhere for the time of an outage: nobody at all is heard', () => {
    const map = heard(0, 10 * MINUTE)
    expect(map.at(bequia, 11 * MINUTE)).toBe(0.9)
    expect(map.at(bequia, 25 * MINUTE)).toBe(0)
  })

  it('is known again, and since when, once an outage has ended', () => {
    const map = heard(0, 10 * MINUTE)
    expect(map.resumedAt(bequia)).toBe(-Infinity)
    heard(25 * MINUTE, 30 * MINUTE, map)
    expect(map.at(bequia, 30 * MINUTE)).toBe(0.9)
    expect(map.resumedAt(bequia)).toBe(25 * MINUTE)
  })

  it('does not take a quiet sea for an outage: where reports are rare, a pause says little', () => {
    const map = new HearingMap()
    for (let n = 0; n < 20; n++) map.hear(bequia, n * 5 * MINUTE)
    expect(map.at(bequia, 104 * MINUTE)).toBe(0.9)
    expect(map.resumedAt(bequia)).toBe(-Infinity)
  })

  it('hears again after our clock was ahead and has been set', () => {
    const map = heard(10 * HOUR, 10 * HOUR + MINUTE)
    heard(0, MINUTE, map)
    expect(map.at(bequia, MINUTE)).toBe(0.9)
  })
})
