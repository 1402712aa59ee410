import { FLAG } from '@csii/contract'
import { MEANS, STATIONS } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { ferry } from '../picture/contact-fixture.ts'
import { dotKey, readImageKey, symbolKey } from './image-key.ts'

describe('what nobody can name', () => {
  it.each([
    ['radar', 'seen/radar'], ['satellite', 'seen/satellite'], ['person', 'seen/person'],
  ] as const)('is shown by how it was seen, near and far: %s', (means, shape) => {
    const seen = ferry({ station: 0, means: MEANS.indexOf(means), mmsi: undefined, name: undefined, shipType: undefined })
    expect([symbolKey(seen, 'late'), dotKey(seen, 'late')]).toEqual([`${shape}|real|late`, `${shape}|real|late`])
  })

  it('is shown as any other where it says what it is', () => {
    expect(symbolKey(ferry({ means: MEANS.indexOf('radar') }), 'fresh')).toMatch(/^mil\//)
  })
})

describe('the picture of a contact', () => {
  it('is its military symbol', () => {
    expect(symbolKey(ferry(), 'fresh')).toBe('mil/10043000001401100000|real|fresh')
  })

  it('is another when it is simulated, near and far', () => {
    const simulated = ferry({ flags: FLAG.simulated })
    expect(readImageKey(symbolKey(simulated, 'fresh'))).toMatchObject({ simulated: true })
    expect(readImageKey(dotKey(simulated, 'fresh'))).toMatchObject({ simulated: true, shape: 'dot/neutral' })
  })

  it.each(['fresh', 'late', 'stale'] as const)('shows that it is %s, near and far', (staleness) => {
    expect(readImageKey(symbolKey(ferry(), staleness)).staleness).toBe(staleness)
    expect(readImageKey(dotKey(ferry(), staleness)).staleness).toBe(staleness)
  })

  it('of a distress device never fades, and a test of one is another', () => {
    expect(symbolKey(ferry({ flags: FLAG.distress }), 'stale')).toBe('distress|real|fresh')
    expect(symbolKey(ferry({ flags: FLAG.distress | FLAG.test }), 'stale')).toBe('distress-test|real|fresh')
  })

  it('of what stays in its place is no military symbol', () => {
    expect(symbolKey(ferry({ station: STATIONS.indexOf('aton') }), 'late')).toBe('aton|real|late')
    expect(symbolKey(ferry({ station: STATIONS.indexOf('base') }), 'fresh')).toBe('base|real|fresh')
    expect(dotKey(ferry({ station: STATIONS.indexOf('base') }), 'fresh')).toBe('dot/mark|real|fresh')
  })

  it('is shared by all that look alike, so that few are drawn', () => {
    const fleet = Array.from({ length: 1000 }, (_, i) =>
      ferry({ serial: i, mmsi: 375_000_000 + i, shipType: 60 + (i % 10) }),
    )
    expect(new Set(fleet.map((contact) => symbolKey(contact, 'fresh'))).size).toBe(1)
  })
})
