import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeOf, timeReader, zoneNamed } from './time-format.ts'

const NOON = Date.UTC(2026, 2, 1, 12, 30)
const FOURTH = -240

function read(text: string, format?: string, zone = 0) {
  const reader = timeReader(format, zone)
  if (!reader.ok) throw new Error(reader.problem)
  return reader.value(text)
}

describe('a time without a format', () => {
  it.each([
    ['2026-03-01T12:30:00Z', 1],
    ['2026-03-01 12:30:00', 1],
    ['2026-03-01 12:30:00 UTC', 1],
    ['2026/03/01 12:30', 60],
    ['2026-03-01T12:30Z', 60],
    ['2026-03-01T08:30:00-04:00', 1],
    ['2026-03-01T08:30:00-0400', 1],
    ['2026-3-1 12:30:00+00', 1],
    [String(NOON), 1],
    [String(NOON / 1000), 1],
  ])('%s is read', (text, step) => {
    expect(read(text)).toEqual({ time: NOON, step })
  })

  it('keeps parts of a second', () => {
    expect(read('2026-03-01 12:30:00.123')?.time).toBe(NOON + 123)
    expect(read('2026-03-01T12:30:00,5Z')?.time).toBe(NOON + 500)
    expect(read(`${NOON / 1000}.25`)?.time).toBe(NOON + 250)
  })

  it('is in the zone of the list unless it says its own', () => {
    expect(read('2026-03-01 08:30:00', undefined, FOURTH)?.time).toBe(NOON)
    expect(read('2026-03-01 12:30:00Z', undefined, FOURTH)?.time).toBe(NOON)
  })

  it.each([
    '',
    'yesterday',
    '2026-02-30 12:00',
    '2026-13-01 12:00',
    '2026-03-01 24:00',
    '2026-03-01 12:60',
    '2026-03-01',
    '12:30',
    '01/03/2026 12:30',
    '123',
    '2026-03-01T12:30:00+99:00',
  ])('is none in %j', (text) => {
    expect(read(text)).toBeUndefined()
  })
})

describe('a time with a format', () => {
  it.each([
    ['DD/MM/YYYY HH:mm', '01/03/2026 12:30'],
    ['DD/MM/YYYY HH:mm', '1/3/2026   12:30'],
    ['MM/DD/YYYY hh:mm A', '03/01/2026 12:30 PM'],
    ['DD.MM.YY HH.mm', '01.03.26 12.30'],
    ['YYYYMMDD HHmm', '20260301 1230'],
    ['YYYYMMDDHHmmss', '20260301123000'],
    ['DD-MMM-YYYY HH:mm', '01-Mar-2026 12:30'],
    ['DD MMM YYYY HH:mm', '1 mrt. 2026 12:30'],
    ['YYYY-MM-DDTHH:mm:ssZ', '2026-03-01T08:30:00-04:00'],
    ['HHmm Z DDMMYY', '1230 UTC 010326'],
    ['DD/MM/YYYY HH:mm:ss.SSS', '01/03/2026 12:30:00.000'],
  ])('%s reads %s', (format, text) => {
    expect(read(text, format)?.time).toBe(NOON)
  })

  it('has noon and midnight at twelve', () => {
    const format = 'DD/MM/YYYY hh:mm A'
    expect(read('01/03/2026 12:30 a.m.', format)?.time).toBe(NOON - 12 * 3_600_000)
    expect(read('01/03/2026 01:30 pm', format)?.time).toBe(NOON + 3_600_000)
    expect(read('01/03/2026 13:30 PM', format)).toBeUndefined()
  })

  it.each([
    ['enero', 1],
    ['févr.', 2],
    ['Maart', 3],
    ['avril', 4],
    ['mei', 5],
    ['juin', 6],
    ['juillet', 7],
    ['août', 8],
    ['Setiembre', 9],
    ['okt', 10],
    ['novembre', 11],
    ['Diciembre', 12],
  ])('knows the month %s', (name, month) => {
    expect(read(`02 ${name} 2026 00:00`, 'DD MMM YYYY HH:mm')?.time).toBe(Date.UTC(2026, month - 1, 2))
  })

  it('says how exact it is', () => {
    expect(read('01/03/2026 12:30', 'DD/MM/YYYY HH:mm')?.step).toBe(60)
    expect(read('01/03/2026 12:30:00', 'DD/MM/YYYY HH:mm:ss')?.step).toBe(1)
  })

  it.each([
    '32/01/2026 12:30',
    '01/13/2026 12:30',
    '29/02/2026 12:30',
    '01/03/2026 25:00',
    '01/03/2026',
    '01/03/2026 12:30 x',
    'x 2',
  ])('is none in %j', (text) => {
    expect(read(text, 'DD/MM/YYYY HH:mm')).toBeUndefined()
  })

  it('has two digits each where nothing stands between', () => {
    expect(read('20260301 1230', 'YYYYMMDD HHmmss')).toBeUndefined()
    expect(read('2026031 1230', 'YYYYMMDD HHmm')).toBeUndefined()
  })

  it('takes a mark of regular expressions for itself', () => {
    expect(read('01.03.2026 (12:30)', 'DD.MM.YYYY (HH:mm)')?.time).toBe(NOON)
    expect(read('01x03x2026 (12:30)', 'DD.MM.YYYY (HH:mm)')).toBeUndefined()
    expect(read('constructor 01.03.2026 12:30', 'constructor DD.MM.YYYY HH:mm')?.time).toBe(NOON)
  })

  it.each(['', 'YYYY-MM-DD', 'HH:mm', 'whenever'])('cannot have the format %j', (format) => {
    expect(timeReader(format, 0)).toEqual({ ok: false, problem: expect.stringContaining('YYYY, MM, DD, HH and mm') })
  })

  it('reads back what it was written as', () => {
    const times = fc.integer({ min: 0, max: Date.UTC(2199, 0) / 60_000 })
    fc.assert(
      fc.property(times, fc.integer({ min: -14, max: 14 }), (minutes, hours) => {
        const iso = new Date(minutes * 60_000 + hours * 3_600_000).toISOString()
        if (iso < '1970' || iso.startsWith('+')) return
        const [, y, m, d, h, mi] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(iso)!
        expect(read(`${d}/${m}/${y} ${h}:${mi}`, 'DD/MM/YYYY HH:mm', hours * 60)?.time).toBe(minutes * 60_000)
      }),
    )
  })
})

describe('a zone', () => {
  it.each([
    ['-4', -240],
    ['+05:30', 330],
    ['-0400', -240],
    ['UTC', 0],
    ['Z', 0],
    ['GMT+1', 60],
    ['4', 240],
  ])('%s is read', (text, minutes) => {
    expect(zoneNamed(text)).toBe(minutes)
  })

  it.each(['', 'AST', '+15', '-4:75', '1234567'])('is none in %j', (text) => {
    expect(zoneNamed(text)).toBeUndefined()
  })
})

describe('the calendar', () => {
  it('has a leap day every fourth year', () => {
    expect(timeOf(2028, 2, 29, 0, 0, 0)).toBe(Date.UTC(2028, 1, 29))
    expect(timeOf(2026, 2, 29, 0, 0, 0)).toBeUndefined()
    expect(timeOf(1969, 12, 31, 0, 0, 0)).toBeUndefined()
  })
})
