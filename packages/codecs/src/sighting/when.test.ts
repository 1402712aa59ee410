import { describe, expect, it } from 'vitest'
import { Remaining } from './remaining.ts'
import { takeTime } from './when.ts'

const NOON = Date.UTC(2026, 10, 24, 12, 0)
const at = (text: string, zone?: number, receivedAt = NOON) => {
  const time = takeTime(new Remaining(text), receivedAt, zone)
  return time === undefined ? undefined : new Date(time).toISOString().slice(8, 16)
}

describe('the time of a sighting', () => {
  it.each([
    ['AT 0210Z', '24T02:10'],
    ['0210Z', '24T02:10'],
    ['at 02:10 UTC', '24T02:10'],
    ['A LAS 1155Z', '24T11:55'],
    ['10 min ago', '24T11:50'],
    ['HACE 10 MIN', '24T11:50'],
    ['hace 10 minutos', '24T11:50'],
    ['an hour ago', '24T11:00'],
    ['hace una hora', '24T11:00'],
    ['2 hrs ago', '24T10:00'],
    ['now', '24T12:00'],
    ['ahorita', '24T12:00'],
  ])('is read from %s', (text, expected) => {
    expect(at(text)).toBe(expected)
  })

  it.each([
    ['at 0750', -4, '24T11:50'],
    ['A LAS 07:50', -4, '24T11:50'],
    ['0750 local', -4, '24T11:50'],
    ['7:50 LT', -4, '24T11:50'],
    ['at 1730', 5.5, '24T12:00'],
  ])('is local without a Z, where the zone is known: %s', (text, zone, expected) => {
    expect(at(text, zone)).toBe(expected)
  })

  it('has no single meaning without a Z and without a zone', () => {
    const remaining = new Remaining('sight at 0750 13 05N 61 15W')
    expect(takeTime(remaining, NOON, undefined)).toBeUndefined()
    expect(remaining.words()).toContain('0750')
  })

  it('is of the day before when the clock has not come so far yet', () => {
    expect(at('2350Z', undefined, Date.UTC(2026, 10, 24, 0, 10))).toBe('23T23:50')
    expect(at('1300Z')).toBe('23T13:00')
  })

  it('may be a little ahead of ours', () => {
    expect(at('1205Z')).toBe('24T12:05')
  })

  it.each([
    '1305N 06115W', 'AT 1305N', 'AT 1305 N', '2460Z', 'AT 2530', '270 35KT', 'GOFAST',
  ])('is not in %s', (text) => {
    expect(at(text, -4)).toBeUndefined()
  })
})
