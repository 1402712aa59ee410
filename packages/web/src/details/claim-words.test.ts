import { describe, expect, it } from 'vitest'
import type { MessageId } from '../text/catalogue.ts'
import english from '../text/en.json'
import { fieldInWords, inOrder, valueInWords } from './claim-words.ts'

const text = (id: MessageId) => english[id]
const value = (field: string, stated: unknown) => valueInWords({ field, value: stated }, text)

describe('a claim', () => {
  it('reads in words and units', () => {
    expect(value('shipType', 60)).toBe('Passenger (60)')
    expect(value('navigationStatus', 5)).toBe('Moored')
    expect(value('draught', 4.25)).toBe('4.3 m')
    expect(value('station', 'class-b')).toBe('AIS class B')
    expect(value('dimensions', { bow: 40, stern: 12, port: 6, starboard: 5 })).toBe('52 × 11 m')
    expect(value('virtualAid', true)).toBe('yes')
    expect(value('destination', 'KINGSTOWN')).toBe('KINGSTOWN')
  })

  it('of a kind this screen does not know is shown as it came', () => {
    expect(fieldInWords('beacon', text)).toBe('beacon')
    expect(value('beacon', { hex: 'ab' })).toBe('{"hex":"ab"}')
    expect(value('station', 'submarine')).toBe('submarine')
    expect(value('dimensions', null)).toBe('null')
  })
})

describe('the claims of a track', () => {
  it('begin with the name, and of one field the newest is first', () => {
    const claim = (field: string, time: number) => ({ field, value: '', sensorId: 'a', time })
    const ordered = inOrder([claim('beacon', 9), claim('mmsi', 1), claim('name', 2), claim('name', 5)])
    expect(ordered.map(({ field, time }) => `${field} ${time}`)).toEqual(['name 5', 'name 2', 'mmsi 1', 'beacon 9'])
  })
})
