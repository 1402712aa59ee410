import fc from 'fast-check'
import { knotsToMps } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { SEED_REPORTS } from './fixtures/seeds.ts'
import { readSighting } from './read-sighting.ts'
import { LONGEST_REPORT, type SightingContext } from './sighting.ts'

const context: SightingContext = {
  receivedAt: Date.UTC(2026, 10, 24, 12, 0),
  places: [{ name: 'Bequia', position: { lat: 13.01, lon: -61.24 } }],
  observer: { lat: 13.1, lon: -61.2 },
}

const read = (text: string) => readSighting(text, context)

function understood(text: string) {
  const result = read(text)
  if (!result.ok) throw new Error(`${text}: ${result.problem}`)
  return result.value
}

describe('a sighting in words', () => {
  const whole = {
    position: { lat: expect.closeTo(13 + 5 / 60, 6), lon: -61.25 },
    howSeen: 'eye-from-boat',
    peopleOnBoard: 3,
    vesselKind: 'go-fast',
    courseDeg: 270,
    speed: expect.closeTo(knotsToMps(35), 6),
    leftOver: [],
  }

  it.each([
    ['SIGHT 1305N 06115W 3 POB GOFAST 270 35KT', 'en'],
    ['sight: 13 05n 61 15w, gofast, 3 pob, heading west, 35 knots', 'en'],
    ['Saw a go-fast with three men at N13 05 W061 15 going west at 35 kts', 'en'],
    ['sihgted go fast, 3 persnos, 13 05N 61 15W, headng west, 35 knots', 'en'],
    ['AVISTADO 13 05N 61 15W 3 PERSONAS LANCHA RAPIDA RUMBO 270 35 NUDOS', 'es'],
    ['avistada una lancha r\u00e1pida con tres hombres en 13\u00b005\'N 61\u00b015\'O rumbo oeste a 35 nudos', 'es'],
    ['VISTO LANCHA RAPIDA 3 TRIPULANTES 1305N 6115O HACIA EL OESTE 35NUDOS', 'es'],
  ])('is understood: %s', (text, language) => {
    expect(understood(text)).toMatchObject({ ...whole, language })
  })

  it('may say all that a reporter can know', () => {
    expect(

      understood('Sighted 5NM NW of Bequia from shore 10 min ago, white panga "Sea Hawk" reg J8-123, 2 engines, ' +
          '4 men, westbound 20 kn, sinking'),
    ).toMatchObject({
      howSeen: 'eye-from-shore', time: context.receivedAt - 600_000, vesselKind: 'panga', colour: 'white',
      name: 'SEA HAWK', marking: 'J8-123',
      engines: 2, peopleOnBoard: 4, courseDeg: 270, emergency: 'general', leftOver: [],
    })
  })

  it('says the same in Spanish', () => {
    expect(

      understood('Avistado a 5 millas al noroeste de Bequia desde la playa hace 10 min, panga blanca nombre ' +
          'La Ni\u00f1a, 2 motores, 4 hombres, rumbo oeste'),
    ).toMatchObject({
      howSeen: 'eye-from-shore', time: context.receivedAt - 600_000, vesselKind: 'panga', colour: 'white',
      name: 'LA NINA', engines: 2, peopleOnBoard: 4,
      courseDeg: 270, leftOver: [],
    })
  })

  it('keeps the words that it does not understand', () => {
    expect(understood('SIGHT 1305N 06115W GOFAST throwing bales overboard').leftOver).toEqual([
      'THROWING', 'BALES', 'OVERBOARD',
    ])
  })

  it('may be no more than a place', () => {
    expect(understood('13.0867,-61.25')).toMatchObject({ position: { lat: 13.0867, lon: -61.25 }, leftOver: [] })
  })

  it('has a person in the water for what was seen', () => {
    expect(understood('SIGHT 1305N 06115W MAN OVERBOARD')).toMatchObject({
      vesselKind: 'person', emergency: 'man-overboard', leftOver: [],
    })
  })

  it.each([
    ['', 'nothing'],
    ['hello there', 'nothing'],
    ['gofast 270 35kt', 'nothing'],
    ['SIGHT gofast 270 35kt', 'no-position'],
    ['AVISTADO lancha rapida', 'no-position'],
    ['SIGHT 5NM NW OF ATLANTIS', 'unknown-place'],
    ['SIGHT 9900N 06115W', 'impossible-position'],
    [`SIGHT 1305N 06115W ${'x'.repeat(LONGEST_REPORT)}`, 'too-long'],
  ])('is refused: %s is %s', (text, problem) => {
    expect(read(text)).toEqual({ ok: false, problem })
  })

  it('is read alike in capitals and small letters', () => {
    for (const report of SEED_REPORTS.filter((text) => !text.startsWith('{'))) {
      expect(read(report.toLowerCase())).toEqual(read(report.toUpperCase()))
    }
  })

  it('does not depend on the order of its phrases', () => {
    const phrases = ['1305N 06115W', '3 POB', 'GOFAST', 'COURSE 270', '35KT', 'WHITE', '2 ENGINES', '0210Z']
    const expected = understood(phrases.join(', '))
    fc.assert(
      fc.property(fc.shuffledSubarray(phrases, { minLength: phrases.length }), (shuffled) => {
        expect(understood(shuffled.join(', '))).toEqual(expected)
      }),
    )
  })

  it('never fails on anything, and never takes more than the blink of an eye', () => {
    const pieces = fc.constantFrom(
      ...SEED_REPORTS.flatMap((report) => report.split(' ')),
      '9'.repeat(80),
      ' '.repeat(80),
      'NNNN',
      '1 1 1 1 1 1',
      '"',
      "'",
      '\u0000',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 12 })), { maxLength: 60 }), (words) => {
        const result = read(words.join(' ').slice(0, LONGEST_REPORT))
        if (!result.ok) return
        const { position, covariance } = result.value
        expect(Number.isFinite(covariance.ee + covariance.nn + position.lat + position.lon)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
