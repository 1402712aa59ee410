import { describe, expect, it } from 'vitest'
import { affiliationOf, emergencyOf, isAlarm, isExerciseType, isObject, isOnSea, stationOf } from './cot-type.ts'

describe('the type of an event', () => {
  it.each([
    ['a-p-S', 'pending'],
    ['a-u-S', 'unknown'],
    ['a-a-S', 'assumed-friend'],
    ['a-f-S', 'friend'],
    ['a-n-S', 'neutral'],
    ['a-s-S', 'suspect'],
    ['a-h-S', 'hostile'],
    ['a-j-S', 'suspect'],
    ['a-k-S', 'hostile'],
    ['a-o-S', undefined],
    ['a-x-S', undefined],
    ['a-.-S', undefined],
    ['b-f-S', undefined],
    ['a', undefined],
    ['', undefined],
    ['a-constructor-S', undefined], ['a-f-S;ignored', 'friend'], ['a-f;x', 'friend'],
  ])('%s says on whose side: %s', (type, affiliation) => {
    expect(affiliationOf(type)).toBe(affiliation)
  })

  it.each([
    ['a-f-S-X-M', 'craft'],
    ['a-u-S', 'craft'],
    ['a-n-A-C-F', 'aircraft'],
    ['a-f-G-U-C', 'person'],
    ['a-f-G-E-V', 'vehicle'],
    ['a-f-G-E-V-C', 'vehicle'],
    ['a-f-G-E-S', undefined],
    ['a-f-G-I', undefined],
    ['a-f-G', undefined],
    ['a-f-U', undefined],
    ['b-m-p-s-m', undefined],
    ['u-d-f', undefined],
  ])('%s says what it is: %s', (type, station) => {
    expect(stationOf(type)).toBe(station)
  })

  it.each([
    ['a-f-S-X-M', true],
    ['a-h-U-S', true],
    ['a-f-F-G', true],
    ['a-f-G', true],
    ['a-f-P', false],
    ['a-f-X-i-f', false],
    ['a-f', false],
    ['a', false],
    ['a-f-', false],
    ['b-t-f', false],
    ['b-f-t-r', false],
    ['t-x-d-d', false],
    ['t-x-c-t', false],
    ['u-d-c-c', false],
    ['b-m-p-w', false],
    ['b-a-o-tbl', false],
    ['y-a-f-A', false],
  ])('%s is of a thing out there: %s', (type, expected) => {
    expect(isObject(type)).toBe(expected)
  })

  it.each([
    ['b-a-o-tbl', true, 'general'],
    ['b-a-o-pan', true, 'general'],
    ['b-a-o-opn', true, 'general'],
    ['b-a-o-can', true, undefined],
    ['b-r-f-h-c', true, 'medical'],
    ['b-r-.-h-c', true, 'medical'],
    ['a-f-S-9-1-1', false, 'general'],
    ['a-h-S-9-1-1', false, undefined],
    ['b-a-g', false, undefined], ['a-f-S', false, undefined], ['b-a', false, undefined],
  ])('%s is an alarm: %s, of an emergency: %s', (type, alarm, emergency) => {
    expect([isAlarm(type), emergencyOf(type)]).toEqual([alarm, emergency])
  })

  it('is one of exercises for a joker and a faker', () => {
    expect(['a-j-S', 'a-k', 'a-k;x', 'a-f-S', 'a-x-S', 'b-j-S', 'a-jk-S'].map(isExerciseType)).toEqual(
      [true, true, true, false, false, false, false],
    )
  })

  it('is on the sea in one dimension', () => {
    expect(['a-f-S', 'a-f-S-X', 'a-f-A', 'b-f-S', 'a-f-U'].map(isOnSea)).toEqual([true, true, false, false, false])
  })
})
