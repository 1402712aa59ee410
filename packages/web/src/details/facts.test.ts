import { describe, expect, it } from 'vitest'
import type { MessageId } from '../text/catalogue.ts'
import english from '../text/en.json'
import { DETAIL, NOW, TRACK } from './detail-fixture.ts'
import { detailText, factsOf } from './facts.ts'

const text = (id: MessageId, values: Readonly<Record<string, string | number>> = {}) =>
  english[id].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
const facts = (changes: Partial<typeof TRACK> = {}) => 
  new Map(factsOf({ ...DETAIL, track: { ...TRACK, ...changes } }, NOW, 'en', text))

describe('the facts of a track', () => {
  it('read in degrees and minutes, knots and ages', () => {
    expect(Object.fromEntries(facts())).toMatchObject({
      Position: '13°09.402′N 061°14.250′W',
      'Uncertainty (1 σ)': '12 m',
      'Speed (SOG)': '14.0 kn',
      'Course (COG)': '190°',
      Heading: '188°',
      'Last position': '9 s · 03:05:00 UTC',
      'Last heard': '2 s',
      Status: 'Under way using engine',
      Flag: 'St. Vincent & Grenadines',
      Track: 'T-7',
    })
  })

  it('say what was not stated by a dash, and never by a zero', () => {
    const { speed: _s, courseDeg: _c, headingDeg: _h, navigationStatus: _n, ...silent } = TRACK
    const said = new Map(factsOf({ ...DETAIL, track: silent }, NOW, 'en', text))
    expect(['Speed (SOG)', 'Course (COG)', 'Heading'].map((name) => said.get(name))).toEqual(['–', '–', '–'])
    expect(said.has('Status')).toBe(false)
  })

  it('say that nobody knows yet where she is', () => {
    const { fix: _, ...nowhere } = TRACK
    const said = new Map(factsOf({ ...DETAIL, track: nowhere }, NOW, 'en', text))
    expect(said.get('Position')).toBe('no position yet')
    expect(said.get('Last position')).toBe('–')
  })

  it('give the altitude of an aircraft in feet, and by what means it is seen', () => {
    const said = new Map(factsOf({ ...DETAIL, altitude: 3048, track: { ...TRACK, means: 'adsb' } }, NOW, 'en', text))
    expect([said.get('Altitude'), said.get('Seen by')]).toEqual(['10000 ft', 'ADS-B'])
    expect(facts().has('Altitude')).toBe(false)
  })

  it('do not guess a flag', () => {
    expect(facts({ mmsi: 970_110_001 }).get('Flag')).toBe('unknown')
  })
})

describe('a track as text', () => {
  const lines = (changes: Partial<typeof TRACK> = {}) =>
    detailText({ ...DETAIL, track: { ...TRACK, ...changes } }, NOW, 'en', text).split('\n')

  it('begins with who it is and when it was copied', () => {
    expect(lines().slice(0, 2)).toEqual(['ADMIRAL BAY', '2026-11-24T03:05:09Z'])
  })

  it('carries its marks, so that no exercise is taken for real elsewhere', () => {
    expect(lines({ simulated: true, test: true, distress: true })[0]).toBe('ADMIRAL BAY · SIMULATED · TEST · DISTRESS')
  })

  it('carries what fusion concludes, and its doubts', () => {
    const doubted = detailText({ ...DETAIL, track: { ...TRACK, dark: 0.97 }, darkness: { probability: 0.97, since: NOW, missedReports: 31 } }, NOW, 'en', text)
    expect(doubted.split('\n')[0]).toBe('ADMIRAL BAY · dark 0.97')
    expect(doubted).toContain('\nReally there: 0.99\n')
    expect(doubted).toContain('\nDark (0.97): it is seen, and transmits nothing.')
  })

  it('names for each claim who heard it and how long ago', () => {
    expect(lines()).toContain('Name: ADMIRAL B (bequia, 2 h 00)')
    expect(lines()).toContain('kingstown: 212 positions')
  })
})
