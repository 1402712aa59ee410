import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confirmSighting } from './confirm.ts'
import { SEED_REPORTS } from './fixtures/seeds.ts'
import { readSighting } from './read-sighting.ts'
import type { Language, Sighting } from './sighting.ts'

function sightingIn(text: string): Sighting {
  const result = readSighting(text, { receivedAt: Date.UTC(2026, 10, 24, 12, 0), places: [] })
  if (!result.ok) throw new Error(`${text}: ${result.problem}`)
  return result.value
}

const confirm = (text: string, language: Language) => confirmSighting(sightingIn(text), language)

describe('the answer to a sighting', () => {
  it('repeats what was understood, how uncertain it is and what is missing', () => {
    expect(confirm('SIGHT 1305N 06115W 3 POB GOFAST 270 35KT', 'en')).toBe(
      'Got: go-fast, 3 people, course 270, 35 kn, 13-05.0N 061-15.0W within 3.6 NM. Missing: time.',
    )
  })

  it('does so in Spanish', () => {
    expect(confirm('AVISTADO 1305N 06115W 1 PERSONA LANCHA RAPIDA BLANCA', 'es')).toBe(

      'Recibido: lancha rapida, blanco, 1 persona, 13-05.0N 061-15.0W a menos de 2.4 MN. ' +
        'Falta: rumbo, velocidad, hora.',
    )
  })

  it('names the words that meant nothing', () => {
    expect(confirm('SIGHT 1305N 06115W gofast dumping bales', 'en')).toContain('Not understood: DUMPING BALES.')
  })

  it('says the time as it was understood', () => {
    expect(confirm('SIGHT 1305N 06115W gofast 10 min ago', 'en')).toContain('11:50Z')
  })

  it('names an emergency first', () => {
    expect(confirm('SIGHT 1305N 06115W yacht sinking', 'en')).toMatch(/^Got: EMERGENCY, yacht/)
  })

  it('rounds a minute up to the next degree', () => {
    expect(confirm('SIGHT 12.99999,-61.99999', 'en')).toContain('13-00.0N 062-00.0W')
    expect(confirm('SIGHT 1305S 06115E', 'en')).toContain('13-05.0S 061-15.0E')
  })

  it('is always one SMS, in letters that every telephone has', () => {
    const base = sightingIn('SIGHT 1305N 06115W 3 POB GOFAST 270 35KT WHITE 2 ENGINES 0210Z REG J8-123')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(
        fc.string({ maxLength: 30 }),
        { maxLength: 20 },
      ), (name, leftOver) => {
        for (const language of ['en', 'es'] as const) {
          expect(confirmSighting({ ...base, name, leftOver }, language)).toMatch(/^[ A-Za-z0-9.,:;'"()/+?-]{1,160}$/)
        }
      }),
    )
  })

  it('can be given to every report that is understood', () => {
    for (const report of SEED_REPORTS.slice(0, 7).filter((text) => !text.includes('Bequia'))) {
      expect(confirm(report, 'es')).toMatch(/^Recibido: .*\dW/)
    }
  })
})
