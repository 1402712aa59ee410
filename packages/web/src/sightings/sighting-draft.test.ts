import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT, nextDraft, reportOf, whereOf, type SightingDraft } from './sighting-draft.ts'

const NOW = Date.UTC(2026, 10, 24, 12, 0)
const report = (draft: Partial<SightingDraft>) => reportOf({ ...EMPTY_DRAFT, ...draft }, NOW)

describe('what a form tells the node', () => {
  it('is nothing while nothing is said, whatever the settings', () => {
    expect(report({})).toBeUndefined()
    expect(report({ text: '  \n', language: 'es', exercise: true })).toBeUndefined()
    expect(report({ form: 'fields', where: ' ' })).toBeUndefined()
  })

  it('is the words alone in one form, and the fields alone in the other', () => {
    const both = { text: ' SIGHT 1305N 06115W ', where: '13N 61W' }
    expect(report(both)).toEqual({ text: 'SIGHT 1305N 06115W' })
    expect(report({ ...both, form: 'fields' })).toEqual({ where: '13N 61W' })
  })

  it('is in metres, seconds and the time of the node', () => {
    expect(report({ form: 'fields', where: '13N 61W', speedKn: '35', courseDeg: '270', minutesAgo: '10', people: '3', engines: '2' })).toEqual({
      where: '13N 61W', speed: expect.closeTo(18, 1), courseDeg: 270, time: NOW - 600_000, peopleOnBoard: 3, engines: 2,
    })
    expect(report({ form: 'fields', minutesAgo: '0', people: '0' })).toEqual({ time: NOW, peopleOnBoard: 0 })
  })

  it('leaves out what is no number', () => {
    expect(report({ form: 'fields', where: 'x', people: 'many', courseDeg: '  ', speedKn: 'Infinity' })).toEqual({ where: 'x' })
  })

  it('has what was chosen, and the settings that somebody chose', () => {
    expect(report({
      form: 'fields', howSeen: 'radar', vesselKind: 'panga', colour: 'blue', emergency: 'man-overboard', name: ' Sea Hawk ', exercise: false, language: 'en',
    })).toEqual({ howSeen: 'radar', vesselKind: 'panga', colour: 'blue', emergency: 'man-overboard', name: 'Sea Hawk', exercise: false, language: 'en' })
  })
})

describe('the next report', () => {
  it('begins empty, in the same form and language, and is still an exercise', () => {
    const done: SightingDraft = { ...EMPTY_DRAFT, form: 'fields', where: '13N 61W', people: '3', language: 'es', exercise: true }
    expect(nextDraft(done)).toEqual({ ...EMPTY_DRAFT, form: 'fields', language: 'es', exercise: true })
  })
})

describe('a place of the map', () => {
  it.each([
    [13.1, -61.25, '13 06.000N 061 15.000W'],
    [-0.5, 179.999_99, '00 30.000S 179 59.999E'],
    [12.999_999_9, 5, '13 00.000N 005 00.000E'],
  ])('at %d, %d is written as %s', (lat, lon, words) => {
    expect(whereOf({ lat, lon })).toBe(words)
  })
})
