import { knotsToMps, MEANS, STATIONS, type Means, type Station } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { ferry } from './contact-fixture.ts'
import { reportingInterval, stalenessAt, stationOf } from './staleness.ts'

const MOORED = 5
const at = (station: Station, knots: number, navigationStatus = 0, means: Means = 'ais') => ({
  station: STATIONS.indexOf(station), means: MEANS.indexOf(means), speed: knotsToMps(knots), navigationStatus,
})

describe('the reporting interval', () => {
  it.each([
    ['a moored class A ship', at('class-a', 0, MOORED), 180],
    ['a class A ship that drags its anchor', at('class-a', 4, 1), 10],
    ['a class A ship under way', at('class-a', 12), 10],
    ['a faster class A ship', at('class-a', 18), 6],
    ['a fast class A ferry', at('class-a', 32), 2],
    ['a class B yacht under way', at('class-b', 6), 30],
    ['a class B yacht at rest', at('class-b', 1), 180],
    ['an aid to navigation', at('aton', 0), 180],
    ['a base station', at('base', 0), 10],
    ['a SAR aircraft', at('sar-aircraft', 120), 10],
    ['a SART', at('ais-sart', 0), 60],
    ['an airliner', at('aircraft', 450, 0, 'adsb'), 10],
    ['a radar contact', at('unknown', 20, 0, 'radar'), 30],
    ['a fishing vessel under VMS', at('craft', 8, 0, 'vms'), 3600],
    ['what a satellite saw', at('unknown', 0, 0, 'satellite'), 600],
  ])('of %s', (_, contact, seconds) => {
    expect(reportingInterval(contact)).toBe(seconds)
  })

  it('of a ship that states no speed is that of a slow one', () => {
    expect(reportingInterval({ station: 1, means: 1, speed: undefined, navigationStatus: 0 })).toBe(10)
  })
})

describe('a track', () => {
  const moving = ferry()
  const moored = ferry({ speed: 0, navigationStatus: MOORED })
  const after = (seconds: number, contact = moving) => stalenessAt(contact.time + seconds * 1000, contact)

  it('under way is fresh for a minute, late after it, stale after five', () => {
    expect([60, 61, 300, 301].map((seconds) => after(seconds))).toEqual(['fresh', 'late', 'late', 'stale'])
  })

  it('at its berth is given its longer interval', () => {
    expect([540, 541, 1800, 1801].map((seconds) => after(seconds, moored))).toEqual(['fresh', 'late', 'late', 'stale'])
  })

  it('of a kind this screen does not know yet is of station unknown', () => {
    expect(stationOf(200)).toBe('unknown')
  })
})
