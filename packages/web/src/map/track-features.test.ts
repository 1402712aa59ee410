import { FLAG } from '@csii/contract'
import { knotsToMps, MEANS, STATIONS } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { ferry } from '../picture/contact-fixture.ts'
import { leaderFeature, trackFeature } from './track-features.ts'

const contact = ferry()
const soon = contact.time + 5000
const label = (changes: Parameters<typeof ferry>[0], now = soon) => trackFeature(ferry(changes), now).properties.label

describe('a track on the map', () => {
  it('stands where it was reported', () => {
    expect(trackFeature(contact, soon).geometry.coordinates).toEqual([-61.25, 13.1])
  })

  it('is labelled with her name, or her MMSI when she has none', () => {
    expect(label({})).toBe('BEQUIA TRADER')
    expect(label({ name: undefined })).toBe('375000123')
    expect(label({ name: undefined, mmsi: undefined })).toBe('')
  })

  it('says how old it is once reports are missing', () => {
    expect(label({}, contact.time + 4 * 60_000)).toBe('BEQUIA TRADER (4 min)')
  })

  it('fades once reports are missing, and has another picture', () => {
    const late = trackFeature(contact, contact.time + 4 * 60_000).properties
    expect(late.faded).toBe(true)
    expect(late.symbol).not.toBe(trackFeature(contact, soon).properties.symbol)
  })

  it('in distress says what calls, and whether it is a test', () => {
    const station = STATIONS.indexOf('ais-sart')
    const distress = { station, flags: FLAG.distress, name: undefined, mmsi: 970_010_001 }
    expect(label(distress)).toBe('SART 970010001')
    expect(label({ ...distress, flags: FLAG.distress | FLAG.test })).toBe('TEST SART 970010001')
    expect(trackFeature(ferry(distress), soon).properties.symbol).toMatch(/^distress\|/)
    const test = ferry({ ...distress, flags: FLAG.distress | FLAG.test })
    expect(trackFeature(test, soon).properties.symbol).toMatch(/^distress-test\|/)
  })

  it('lies over what lies still, which lies over what stays', () => {
    const order = (changes: Parameters<typeof ferry>[0]) => trackFeature(ferry(changes), soon).properties.order
    const buoy = order({ station: STATIONS.indexOf('aton') })
    expect(order({ speed: 5 })).toBeGreaterThan(order({ speed: 0 }))
    expect(order({ speed: 0 })).toBeGreaterThan(buoy)
  })

  it('says that it is dark, in its label too, and that its position is doubted', () => {
    expect(trackFeature(ferry({ dark: 0.97, name: undefined, mmsi: undefined, means: MEANS.indexOf('radar') }), soon).properties)
      .toMatchObject({ dark: true, suspect: false, label: 'DARK RDR' })
    expect(trackFeature(ferry({ dark: 0.3, suspect: 0.8 }), soon).properties).toMatchObject({ dark: false, suspect: true, label: 'BEQUIA TRADER' })
  })

  it('is marked when somebody uses its identity elsewhere', () => {
    expect(trackFeature(ferry({ flags: FLAG.conflicting }), soon).properties.conflict).toBe(true)
  })
})

describe('a course leader', () => {
  const to = (changes: Parameters<typeof ferry>[0]) => leaderFeature(ferry(changes), soon)?.geometry.coordinates[1]

  it('reaches one mile in six minutes at ten knots', () => {
    const [lon, lat] = to({ lat: 13, lon: -61, speed: knotsToMps(10), courseDeg: 0 })!
    expect(lon).toBeCloseTo(-61, 9)
    expect(lat).toBeCloseTo(13 + 1 / 60, 9)
  })

  it('is as long eastward as northward, in miles', () => {
    const [lon, lat] = to({ lat: 60, lon: 5, speed: knotsToMps(10), courseDeg: 90 })!
    expect(lon).toBeCloseTo(5 + 2 / 60, 9)
    expect(lat).toBeCloseTo(60, 9)
  })

  it('is not drawn for a vessel that lies still, or does not say how she moves', () => {
    expect(to({ speed: 0.1 })).toBeUndefined()
    expect(to({ speed: undefined })).toBeUndefined()
    expect(to({ courseDeg: undefined })).toBeUndefined()
  })

  it('is not drawn from a stale report', () => {
    expect(leaderFeature(contact, contact.time + 10 * 60_000)).toBeUndefined()
  })
})
