import { describe, expect, it } from 'vitest'
import { isDistressDevice, isTestByStatus, isTestByText, stationOf } from './stations.ts'

describe('a station', () => {
  it.each([
    ['a ship with Class A', 375_123_000, 1, 'class-a'],
    ['a ship with Class A, stating her voyage', 375_123_000, 5, 'class-a'],
    ['a boat with Class B', 375_123_001, 18, 'class-b'],
    ['a boat with Class B, stating her name', 375_123_001, 24, 'class-b'],
    ['a coast station', 3_760_001, 4, 'base'],
    ['a coast station, whatever it sends', 3_760_001, 8, 'base'],
    ['a base station with a ship’s identity', 375_123_002, 20, 'base'],
    ['a buoy', 993_751_001, 21, 'aton'],
    ['a buoy, sending weather', 993_751_001, 8, 'aton'],
    ['a buoy with a ship’s identity', 375_123_003, 21, 'aton'],
    ['a rescue aircraft', 111_375_001, 9, 'sar-aircraft'],
    ['a rescue aircraft with the report of a ship', 111_375_001, 1, 'sar-aircraft'],
    ['a search and rescue transmitter', 970_010_001, 1, 'ais-sart'],
    ['a person overboard', 972_010_001, 1, 'mob'],
    ['a distress beacon', 974_010_001, 14, 'epirb'],
    ['a tender of a mother ship', 983_751_234, 18, 'craft'],
  ])('is known: %s', (_, mmsi, type, station) => {
    expect(stationOf(mmsi, type)).toBe(station)
  })

  it.each([
    ['a long-range report comes from either class', 375_123_000, 27],
    ['anyone may send text', 375_123_000, 14],
    ['973 is nobody', 973_010_001, 14],
    ['a group of ships is no station', 37_512_300, 12],
    ['nobody is number 0', 0, 8],
  ])('is unknown when its messages do not tell: %s', (_, mmsi, type) => {
    expect(stationOf(mmsi, type)).toBeUndefined()
  })
})

describe('a distress device', () => {
  it('is a transmitter, a person overboard or a beacon, and no ship', () => {
    expect((['ais-sart', 'mob', 'epirb'] as const).every(isDistressDevice)).toBe(true)
    expect(isDistressDevice('class-a')).toBe(false)
    expect(isDistressDevice(undefined)).toBe(false)
  })

  it.each([[14, false], [15, true], [0, undefined]])('with status %i: test is %s', (status, test) => {
    expect(isTestByStatus(status)).toBe(test)
  })

  it.each([
    ['SART TEST', true], ['MOB TEST', true], ['EPIRB TEST', true],
    ['SART ACTIVE', false], ['MOB ACTIVE', false], ['EPIRB ACTIVE', false], ['HELLO', undefined],
  ])('that says %s: test is %s', (text, test) => {
    expect(isTestByText(text)).toBe(test)
  })
})
