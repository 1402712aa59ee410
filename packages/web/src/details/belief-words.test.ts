import type { TrackDetail } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import type { MessageId } from '../text/catalogue.ts'
import english from '../text/en.json'
import { beliefsOf, doubtsOf } from './belief-words.ts'
import { DETAIL, NOW } from './detail-fixture.ts'

const text = (id: MessageId, values: Readonly<Record<string, string | number>> = {}) =>
  english[id].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))
const beliefs = (changes: Partial<TrackDetail> = {}) => Object.fromEntries(beliefsOf({ ...DETAIL, ...changes }, text))
const doubts = (changes: Partial<TrackDetail>) => doubtsOf({ ...DETAIL, ...changes }, text)

describe('what fusion concludes of a track', () => {
  it('is how likely it exists, and how likely its identity is its own', () => {
    expect(beliefs()).toEqual({ 'Really there': '0.99', Identity: '375000001 (0.98)' })
  })

  it('says that an identity is contested, or that a person has pinned it', () => {
    const identity = { stated: '375000001', probability: 0.4, conflicting: true, pinned: true }
    expect(beliefs({ identity })['Identity']).toBe(
      '375000001 (0.40); contested: heard in two places, or radar contradicts it; pinned by a person',
    )
  })

  it('does not weigh an identity that nobody has weighed, and names none where none is stated', () => {
    expect(beliefs({ identity: { stated: 'icao 123', conflicting: false, pinned: false } })['Identity']).toBe('icao 123')
    const { identity: _, ...nameless } = DETAIL
    expect(Object.fromEntries(beliefsOf(nameless, text))['Identity']).toBe('states none')
  })

  it('tells from when on late data changed it, once they have', () => {
    expect(beliefs({ revision: 3, revisedFrom: NOW - 9 * 60_000 })['Revised']).toBe('changed by late data from 02:56:09 UTC on')
    expect(beliefs({ revision: 0 })).not.toHaveProperty('Revised')
  })
})

describe('a doubt', () => {
  it('says why a contact is taken to be dark', () => {
    expect(doubts({ darkness: { probability: 0.97, since: NOW - 9 * 60_000, missedReports: 30.7 } })).toEqual([
      'Dark (0.97): it is seen, and transmits nothing. Reports that would have been heard of a transmitting vessel since 02:56 UTC: 31. Heard: none.',
    ])
  })

  it('does not call dark what probably is not', () => {
    expect(doubts({ darkness: { probability: 0.2, since: NOW, missedReports: 1 } })).toEqual(['Probably not dark (0.20).'])
  })

  it.each([
    ['no-echo', 'no radar that covers the place sees anything there.'],
    ['left-its-echo', 'a radar still follows the vessel elsewhere.'],
    ['impossible-move', 'no vessel moves so fast.'],
  ] as const)('says why a position is: %s', (reason, words) => {
    expect(doubts({ suspicion: { probability: 0.9, reason, since: NOW } })).toEqual([`Position suspect (0.90) since 03:05:09 UTC: ${words}`])
  })

  it('is not spoken of where there is none', () => {
    expect(doubts({})).toEqual([])
  })
})
