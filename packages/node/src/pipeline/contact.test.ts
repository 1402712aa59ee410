import { FLAG } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { contactOf } from './contact.ts'
import { ship } from './fixtures/tracks.ts'

describe('a track as a contact', () => {
  it('shows its place, its error and when it was there', () => {
    const shown = { lat: 13, lon: -61, sigma: 10, time: 1000, courseDeg: 90 }
    expect(contactOf(ship(1, { courseDeg: 90 }))).toMatchObject(shown)
  })

  it('shows what it claims to be', () => {
    const claim = { mmsi: 377000001, name: 'ADMIRAL BAY', shipType: 60, navigationStatus: 0 }
    expect(contactOf(ship(1, { claim: { ...claim, station: 'class-b' } }))).toMatchObject({ ...claim, station: 2 })
  })

  it('shows what is believed of it, and that its identity is contested', () => {
    const believed = ship(1, { darkness: { probability: 0.9, since: 1, missedReports: 4 }, suspicion: { probability: 0.4, reason: 'no-echo', since: 1 } })
    expect(contactOf(believed)).toMatchObject({ dark: 0.9, suspect: 0.4, flags: 0 })
    expect(contactOf(ship(1, { identity: { probability: 0.5, isConflicting: true, isPinned: false } })).flags).toBe(FLAG.conflicting)
    expect(contactOf(ship(1))).toMatchObject({ dark: undefined, suspect: undefined })
  })

  it('is unknown when it claims nothing', () => {
    expect(contactOf(ship(1, { claim: {} }))).toMatchObject({ station: 0, mmsi: undefined, name: undefined })
  })
})
