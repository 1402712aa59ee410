import { describe, expect, it } from 'vitest'
import { COUNT, countOf, decimalOf, literal, phrasePattern, plain, Remaining } from './remaining.ts'

describe('a report made plain', () => {
  it.each([
    ['lancha r\u00e1pida, Ni\u00f1a', 'LANCHA RAPIDA, NINA'],
    ['13\u00ba05\u203212\u2033N', '13\u00b005\'12"N'],
    ['\u201cSea\u00a0Hawk\u201d', '"SEA HAWK"'],
    ['13\u201305\u2212N', '13-05-N'],
    ['  two\n\tlines ', 'TWO LINES'],
    ["05''N", '05"N'],
    ['a|b@c', 'ABC'],
  ])('%j is %j', (report, expected) => {
    expect(plain(report)).toBe(expected)
  })

  it('is plain already when it was', () => {
    for (const report of ['SIGHT 1305N 06115W', '13\u00b005\'12"N']) expect(plain(plain(report))).toBe(plain(report))
  })
})

describe('what remains of a report', () => {
  it('lacks what was taken, and no words meet over the gap', () => {
    const remaining = new Remaining('two big go fast boats')
    expect(remaining.take(/BIG/)?.[0]).toBe('BIG')
    expect(remaining.has(/TWO GO/)).toBe(false)
    expect(remaining.words()).toEqual(['TWO', 'GO', 'FAST', 'BOATS'])
  })

  it('is unchanged where nothing was found', () => {
    const remaining = new Remaining('two boats')
    expect(remaining.take(/SHIP/)).toBeUndefined()
    expect(remaining.isolate(/SHIP/)).toBeUndefined()
    expect(remaining.words()).toEqual(['TWO', 'BOATS'])
  })

  it('may keep a phrase apart from its neighbours', () => {
    const remaining = new Remaining('at 0210 13 05N')
    remaining.isolate(/0210/)
    expect(remaining.has(/0210 13/)).toBe(false)
    expect(remaining.words()).toEqual(['AT', '0210', '13', '05N'])
  })

  it('has words without the marks around them', () => {
    expect(new Remaining('"Hawk", (J8-123). 3.5; - F/V').words()).toEqual(['HAWK', 'J8-123', '3.5', 'F/V'])
  })
})

describe('a pattern of phrases', () => {
  it('finds whole words, the longest first', () => {
    const pattern = phrasePattern(['GO', 'GO FAST', 'RED'])
    expect(pattern.exec('A GO FAST BOAT')?.[0]).toBe('GO FAST')
    expect(pattern.test('REDDISH AGO')).toBe(false)
  })

  it('may hold any text literally', () => {
    expect(new RegExp(`^${literal('St. John (north) [1] a+b')}$`).test('St. John (north) [1] a+b')).toBe(true)
    expect(new RegExp(literal('a.c')).test('abc')).toBe(false)
  })
})

describe('a number', () => {
  it('is counted in digits or words', () => {
    expect(['3', 'THREE', 'TRES', 'UNA', 'A', 'TWIN', '12'].map(countOf)).toEqual([3, 3, 3, 1, 1, 2, 12])
    const pattern = new RegExp(`^(?:${COUNT})$`)
    for (const word of ['DIEZ', 'NUEVE', 'TEN', '150']) expect(pattern.test(word)).toBe(true)
    expect(pattern.test('SEVERAL')).toBe(false)
  })

  it('has a point or a comma', () => {
    expect(['5.2', '5,2', '5'].map(decimalOf)).toEqual([5.2, 5.2, 5])
  })
})
