import { describe, expect, it } from 'vitest'
import { read, readWhole, sent } from './fixtures/sentences.ts'
import { gpsdMessage, scaleMessage } from './message.ts'

const station = '!AIVDM,1,1,,B,402=481uaUcf;OQ55JS9ITi025Jp,0*2B'

describe('the report of a base station', () => {
  it('holds every field exactly as transmitted', () => {
    expect(read(station)).toEqual({
      bits: 168, type: 4, repeat: 0, mmsi: 2311200, year: 2010, month: 6, day: 11, hour: 11, minute: 46, second: 11,
      accuracy: false, lon: -4052819, lat: 36854163, epfd: 1, spare: 0, raim: true, radio: 22200,
    })
  })

  it('tells the time as one date', () => {
    const shown = scaleMessage(readWhole(station))
    expect(shown).toMatchObject({ timestamp: '2010-06-11T11:46:11Z', lon: -6.754698, lat: 61.423605, epfd_text: 'GPS' })
    expect(shown['year']).toBeUndefined()
  })

  it('tells people no time where its clock has none, and programs the codes for that', () => {
    const message = readWhole(station)
    if (message.type !== 4) throw new Error('not a base station')
    const lost = sent({ ...message, year: 0, month: 0, day: 0, hour: 24, minute: 60, second: 60 })
    expect(scaleMessage(lost)['timestamp']).toBeUndefined()
    expect(gpsdMessage(lost)['timestamp']).toBe('0000-00-00T24:60:60Z')
  })

  it('is what a ship answers that was asked for the time', () => {
    expect(read('!AIVDM,1,1,,B,;8IVO`1ua>09pqGjTp?hsa100000,0*48')).toMatchObject({
      type: 11, mmsi: 563716000, year: 2010, month: 4, day: 28, hour: 0, minute: 9, second: 56,
    })
  })

  it('is refused for its length when a bit is missing', () => {
    expect(read(station.replace(',0*', ',1*'))).toBe('length')
  })
})

describe('the question for the time', () => {
  it('says whom it asks', () => {
    expect(read('!AIVDM,1,1,,A,:5AKhr1GORMH,0*57')).toEqual({
      bits: 72, type: 10, repeat: 0, mmsi: 353825000, spare: 0, dest_mmsi: 366971350, spare2: 0,
    })
  })
})
