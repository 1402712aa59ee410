import { describe, expect, it } from 'vitest'
import { isOneSlip, respelt } from './spelling.ts'

const PLACES = [{ name: 'Bequia', position: { lat: 13.01, lon: -61.24 } }]

describe('a misspelt report', () => {
  it.each([
    ['avistdo 3 persnoas', 'AVISTADO 3 PERSONAS'],
    ['35 knots cuorse 270', '35 KNOTS COURSE 270'],
    ['lancah rapidda blancca', 'LANCHA RAPIDA BLANCA'],
    ['trawlr near Bequai', 'TRAWLER NEAR BEQUIA'],
    ['carguro al noroeste', 'CARGUERO AL NOROESTE'],
  ])('%s is read as %s', (report, read) => {
    expect(respelt(report, PLACES)).toBe(read)
  })

  it.each([
    'SIGHT 1305N 06115W 3 POB GOFAST 270 35KT', 'BOAT "KNTOS" WHITE', 'NAME PERSNOAS', 'CAT COAT', 'THROWING BALES',
    '4 MALES IN A BARCO PESQUERO', 'HOMBRE NADAR LARGO RANGE', 'ENGINE MOTOR PERSON', 'NARCO BOLSAS',
    'SLOW FELLOW READING',
    'J8-KNTOS', 'BLANCO BLANCA',
  ])('keeps what is right, what is a name and what is something else: %s', (report) => {
    expect(respelt(report, PLACES)).toBe(report)
  })

  it.each([
    ['ABCDE', 'ABCDEF'], ['ABCDE', 'BCDE'], ['ABCDE', 'ABXDE'], ['ABCDE', 'ABDCE'], ['ABCDE', 'BACDE'],
    ['ABCDE', 'ABCED'],
  ])(
    'is one slip away: %s, %s',
    (a, b) => expect([isOneSlip(a, b), isOneSlip(b, a)]).toEqual([true, true]),
  )

  it.each([['ABCDE', 'ABCDE'], ['ABCDE', 'ABC'], ['ABCDE', 'ABXYE'], ['ABCDE', 'EBCDA'], ['ABCDE', 'ABDXE']])(
    'is not one slip away: %s, %s',
    (a, b) => expect([isOneSlip(a, b), isOneSlip(b, a)]).toEqual([false, false]),
  )
})
