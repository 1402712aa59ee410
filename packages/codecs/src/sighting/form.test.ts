import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestSigma } from './ellipse.ts'
import { sightingOf, type SightingForm } from './form.ts'
import type { SightingContext } from './sighting.ts'

const context: SightingContext = { receivedAt: Date.UTC(2026, 10, 24, 12, 0), places: [] }
const position = { lat: 13.08, lon: -61.25 }

const read = (json: unknown) => sightingOf(json, context)

function understood(form: SightingForm) {
  const result = read(form)
  if (!result.ok) throw new Error(result.problem)
  return result.value
}

describe('a sighting from a form', () => {
  it('says the same as one in words', () => {
    expect(understood({
      position, howSeen: 'radar', vesselKind: 'go-fast', peopleOnBoard: 3, courseDeg: 360, speed: 18, language: 'es',
    })).toMatchObject({
      position, howSeen: 'radar', vesselKind: 'go-fast', peopleOnBoard: 3, courseDeg: 0, speed: 18, language: 'es',
      leftOver: [],
    })
  })

  it('may tell everything', () => {
    const told = {
      colour: 'white', engines: 2, name: 'Sea Hawk', marking: 'J8-123', emergency: 'medical',
      description: 'low in the water',
    }
    expect(understood({ id: 'a1', position, ...told })).toMatchObject({ uid: 'a1', ...told })
  })

  it('may hold a report in words instead', () => {
    expect(understood({ text: 'SIGHT 1305N 06115W GOFAST' })).toMatchObject({ vesselKind: 'go-fast' })
    expect(read({ text: 'hello' })).toEqual({ ok: false, problem: 'nothing' })
  })

  it('ties a report in words to the object by the id that is given with it', () => {
    expect(understood({ id: 'r7', text: 'SIGHT 1305N 06115W GOFAST' })).toMatchObject({ uid: 'r7', vesselKind: 'go-fast' })
    expect(read({ id: 'x'.repeat(65), text: 'SIGHT 1305N 06115W' })).toEqual({ ok: false, problem: 'form' })
  })

  it('may say its place in words, and is then as uncertain as a report in words', () => {
    const places = [{ name: 'Bequia', position: { lat: 13.01, lon: -61.24 } }]
    const said = { where: '5NM NW OF Bequia', vesselKind: 'panga' }
    const seen = sightingOf(said, { ...context, places })
    const inWords = sightingOf({ text: 'SIGHT 5NM NW OF Bequia PANGA' }, { ...context, places })
    expect(seen).toEqual(inWords)
    expect(understood({ where: '13 04.8N 61 15W' }).position.lat).toBeCloseTo(13.08, 9)
    expect(understood({ where: 'roughly 1305N 06115W' }).leftOver).toEqual(['ROUGHLY'])
  })

  it.each([
    ['no place at all', 'somewhere', 'no-position'],
    ['a place that nobody listed', '5NM NW OF Atlantis', 'unknown-place'],
    ['no place on earth', '9505N 06115W', 'impossible-position'],
    ['too many words', 'x'.repeat(101), 'form'],
  ])('is refused when its words name %s', (_what, where, problem) => {
    expect(read({ where })).toEqual({ ok: false, problem })
  })

  it('takes fields that were not filled in for absent', () => {
    expect(understood({ position, name: '' }).name).toBeUndefined()
    expect(read({ position, speed: null })).toMatchObject({ ok: true })
  })

  it('dates itself, but never after it came', () => {
    expect(understood({ position, time: '2026-11-24T02:10:00Z' }).time).toBe(Date.UTC(2026, 10, 24, 2, 10))
    expect(understood({ position, time: 5000 }).time).toBe(5000)
    expect(understood({ position, time: '2027-01-01T00:00:00Z' }).time).toBe(context.receivedAt)
  })

  it('lies where its bearing and distance say', () => {
    const seen = understood({
      observer: { ...position, accuracy: 10 }, bearingDeg: 0, distance: 1852, howSeen: 'eye-from-shore', time: 0,
      speed: 0,
    })
    expect(seen.position.lat).toBeCloseTo(position.lat + 1 / 60, 4)
    expect(longestSigma(seen.covariance)).toBeCloseTo(0.39 * 1852, -1)
  })

  it('is as good as its phone where the phone was there', () => {
    const seen = understood({ position: { ...position, accuracy: 24.48 }, howSeen: 'phone', time: 0, speed: 0 })
    expect(longestSigma(seen.covariance)).toBeCloseTo(10)
  })

  it('is no better for a good phone where the object was only seen', () => {
    const seen = understood({ position: { ...position, accuracy: 5 }, howSeen: 'eye-from-boat', time: 0, speed: 0 })
    expect(longestSigma(seen.covariance)).toBeGreaterThan(1500)
  })

  it.each([
    ['no object', 'x', 'form'],
    ['a list', [position], 'form'],
    ['nothing at all', undefined, 'form'],
    ['no place', {}, 'no-position'],
    ['a bearing without a distance', { observer: position, bearingDeg: 5 }, 'no-position'],
    ['a place beyond the globe', { position: { lat: 91, lon: 0 } }, 'impossible-position'],
    ['half a place', { position: { lat: 13 } }, 'form'],
    ['a place in words', { position: 'Bequia' }, 'form'],
    ['a place that is no number', { position: { lat: '13', lon: -61 } }, 'form'],
    ['a speed of a rocket', { position, speed: 500 }, 'form'],
    ['half a person', { position, peopleOnBoard: 2.5 }, 'form'],
    ['a kind of no list', { position, vesselKind: 'galleon' }, 'form'],
    ['a time that is none', { position, time: 'yesterday' }, 'form'],
    ['a time beyond all calendars', { position, time: 9e15 }, 'form'],
    ['a name without end', { position, name: 'x'.repeat(41) }, 'form'],
    ['a colour of no list', { position, colour: 'toString' }, 'form'],
  ])('is refused with %s', (_, json, problem) => {
    expect(read(json)).toEqual({ ok: false, problem })
  })

  it('does not take for its own what every object inherits', () => {
    expect(read(JSON.parse('{"__proto__":{"position":{"lat":1,"lon":1}}}'))).toEqual({
      ok: false, problem: 'no-position',
    })
  })

  it('is refused when its time is an object that has no value', () => {
    expect(read({ position, time: { toString: 0 } })).toEqual({ ok: false, problem: 'form' })
  })

  it('never fails on anything', () => {
    const value = fc.oneof(fc.anything(), fc.constant(position), fc.double())
    fc.assert(
      fc.property(fc.dictionary(
        fc.constantFrom('position', 'observer', 'bearingDeg', 'distance', 'time', 'text', 'name', 'id', 'speed'),
        value,
      ), (json) => {
        const result = read(json)
        if (result.ok) expect(Number.isFinite(result.value.covariance.ee)).toBe(true)
      }),
    )
  })
})
