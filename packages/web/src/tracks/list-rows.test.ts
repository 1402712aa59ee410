import { FLAG, type TrackView } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { ferry } from '../picture/contact-fixture.ts'
import { distanceTo, matches, rowOf, rowsOf, type Sort } from './list-rows.ts'

const CENTRE = { lat: 13, lon: -61 }
const slow = ferry({ serial: 1, name: 'ALMA', speed: 1, lat: 13.5, time: 3000 })
const fast = ferry({ serial: 2, name: 'ZULU', speed: 12, lat: 13.1, time: 1000 })
const silent = ferry({ serial: 3, name: undefined, mmsi: 341_000_001, speed: undefined, lat: 13.2, time: 2000 })
const contacts = [fast, silent, slow]
const order = (sort: Sort, words = '') => rowsOf(contacts, [], words, sort, CENTRE).map(({ contact }) => contact.serial)

const found = (changes: Partial<TrackView> = {}): TrackView => ({
  id: 'T-9', simulated: false, heardAt: 9000, fix: { time: 8000, lat: 15, lon: -61, sigma: 20 }, name: 'ALMA TWO',
  station: 'class-a', means: 'ais', conflicting: false, distress: false, test: false, sensors: 1, ...changes,
})

describe('the track list', () => {
  it('sorts by name, the nameless last', () => {
    expect(order({ key: 'name', descending: false })).toEqual([1, 2, 3])
  })

  it('sorts by speed both ways, with those who state none last', () => {
    expect(order({ key: 'speed', descending: true })).toEqual([2, 1, 3])
    expect(order({ key: 'speed', descending: false })).toEqual([1, 2, 3])
  })

  it('sorts by age, the latest heard first', () => {
    expect(order({ key: 'age', descending: false })).toEqual([1, 3, 2])
  })

  it('sorts by distance from the centre of the map', () => {
    expect(order({ key: 'distance', descending: false })).toEqual([2, 3, 1])
  })

  it('puts distress first and its tests second, however it is sorted', () => {
    const mayday = ferry({ serial: 8, name: 'ZZZ', flags: FLAG.distress })
    const tested = ferry({ serial: 7, name: 'AAA', flags: FLAG.distress | FLAG.test })
    const rows = rowsOf([slow, tested, mayday], [], '', { key: 'name', descending: false }, CENTRE)
    expect(rows.map(({ contact }) => contact.serial)).toEqual([8, 7, 1])
  })

  it('is narrowed by name and by MMSI', () => {
    const byName: Sort = { key: 'name', descending: false }
    expect(order(byName, 'zul')).toEqual([2])
    expect(order(byName, '3410')).toEqual([3])
  })

  it('adds what the node found outside the view, once', () => {
    const rows = rowsOf(contacts, [found(), found({ id: 'T-1' })], 'alma', { key: 'name', descending: false }, CENTRE)
    expect(rows.map(({ contact, outside }) => [contact.serial, outside])).toEqual([[1, false], [9, true]])
  })

  it('adds nothing while nothing is searched', () => {
    expect(rowsOf([], [found()], '', { key: 'name', descending: false }, CENTRE)).toEqual([])
  })
})

describe('a list of the dark, or of the suspect', () => {
  const dark = ferry({ serial: 4, name: 'B', dark: 0.97 })
  const suspect = ferry({ serial: 5, name: 'C', suspect: 0.86, dark: 0.1 })
  const mayday = ferry({ serial: 6, name: 'D', flags: FLAG.distress })
  const alone = (doubt?: 'dark' | 'suspect') =>
    rowsOf([slow, dark, suspect, mayday], [found({ dark: 0.9 })], 'a', { key: 'name', descending: false }, CENTRE, doubt).map(({ contact }) => contact.serial)
  const inView = (doubt?: 'dark' | 'suspect') =>
    rowsOf([slow, dark, suspect, mayday], [], '', { key: 'name', descending: false }, CENTRE, doubt).map(({ contact }) => contact.serial)

  it('has no others, but for who calls for help', () => {
    expect(inView()).toEqual([6, 1, 4, 5])
    expect(inView('dark')).toEqual([6, 4])
    expect(inView('suspect')).toEqual([6, 5])
  })

  it('has what is found elsewhere only when it is so too', () => {
    expect(alone('dark')).toEqual([])
    expect(rowsOf([], [found({ dark: 0.9 }), found({ id: 'T-8' })], 'alma', { key: 'name', descending: false }, CENTRE, 'dark').map(({ contact }) => contact.serial)).toEqual([9])
  })
})

describe('a name', () => {
  it('is found without its case and accents', () => {
    expect(matches({ name: 'LA CRÉOLE' }, ' creole ')).toBe(true)
    expect(matches({ name: 'ALMA' }, 'almx')).toBe(false)
  })
})

describe('a distance', () => {
  it('is a mile for a minute of latitude, and goes the short way around', () => {
    expect(distanceTo({ lat: 13 + 1 / 60, lon: -61 }, CENTRE)).toBeCloseTo(1852, 6)
    expect(distanceTo({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 })).toBeCloseTo(60 * 1852, 6)
  })
})

describe('a track found outside the view', () => {
  it('keeps its marks and its time', () => {
    const row = rowOf(found({ id: 'SIM-4', simulated: true, test: true, distress: true }))
    expect(row?.contact).toMatchObject({ serial: 4, time: 8000, flags: FLAG.simulated | FLAG.test | FLAG.distress })
  })

  it('may have no position yet', () => {
    const { fix: _, ...nowhere } = found()
    expect(rowOf(nowhere)).toMatchObject({ hasFix: false, contact: { time: 9000 } })
  })
})
