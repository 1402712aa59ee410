import { describe, expect, it } from 'vitest'
import type { MessageId } from './catalogue.ts'
import english from './en.json'
import { navigationStatusInWords, shipTypeInWords } from './ship-words.ts'

const text = (id: MessageId, values: Readonly<Record<string, string | number>> = {}) =>
  english[id].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]))

describe('a ship type', () => {
  it.each([
    [30, 'Fishing'], [36, 'Sailing'], [55, 'Law enforcement'], [60, 'Passenger'], [69, 'Passenger'], [70, 'Cargo'],
    [81, 'Tanker, hazardous category A'], [44, 'High-speed craft, hazardous category D'], [99, 'Other type'],
  ])('%i reads %s', (type, words) => {
    expect(shipTypeInWords(type, text)).toBe(words)
  })

  it('that was not stated says so', () => {
    expect(shipTypeInWords(undefined, text)).toBe('Type not stated')
    expect(shipTypeInWords(0, text)).toBe('Type not stated')
  })

  it('that the standard reserves keeps its number', () => {
    expect(shipTypeInWords(12, text)).toBe('Reserved (12)')
    expect(shipTypeInWords(39, text)).toBe('Reserved (39)')
  })
})

describe('a navigational status', () => {
  it('reads in words', () => {
    expect(navigationStatusInWords(5, text)).toBe('Moored')
    expect(navigationStatusInWords(14, text)).toBe('AIS-SART, MOB or EPIRB active')
  })

  it('beyond the standard keeps its number', () => {
    expect(navigationStatusInWords(15, text)).toBe('15')
  })
})
