import { describe, expect, it } from 'vitest'
import { parseMapping } from './mapping.ts'
import { proposeMapping } from './propose.ts'
import { PLACE_AND_TIME, type Vocabulary } from './vocabulary.ts'

const VOCABULARY: Vocabulary = { ...PLACE_AND_TIME, id: { headers: 'id' } }
const REQUIRED = ['time', 'lat', 'lon']
const propose = (...lines: readonly string[]) => proposeMapping(lines.join('\r\n'), VOCABULARY, REQUIRED)

/** What is proposed for a list with such times. */
const forTimes = (...times: readonly string[]) =>
  propose('id,Time,lat,lon', ...times.map((time) => `7,${time},13.1,-61.2`))
const COLUMNS = 'time=Time lat=lat lon=lon id=id'

describe('a mapping that is proposed', () => {
  it('needs no format where the times are those of ISO 8601 or seconds', () => {
    expect(forTimes('2026-03-01 12:30:00', '2026-03-01T12:30Z')).toEqual({ mapping: COLUMNS, missing: [] })
    expect(forTimes('1772368200')).toEqual({ mapping: COLUMNS, missing: [] })
    expect(forTimes()).toEqual({ mapping: COLUMNS, missing: [] })
  })

  it.each([
    ['DD/MM/YYYY HH:mm', '31/01/2026 12:30', '01/02/2026 00:00'],
    ['MM/DD/YYYY HH:mm', '01/31/2026 12:30', '02/01/2026 00:00'],
    ['DD/MM/YYYY HH:mm:ss', '31/01/2026 12:30:07'],
    ['MM/DD/YYYY hh:mm:ss A', '1/31/2026 12:30:07 PM'],
    ['DD.MM.YY HH:mm', '31.01.26 12:30'],
    ['DD-MMM-YYYY HH:mm', '31-ene-2026 12:30'],
    ['YYYYMMDD HHmm', '20260131 1230'],
  ])('has the format %s for what can be nothing else', (format, ...times) => {
    expect(forTimes(...times)).toEqual({ mapping: `${COLUMNS} timeFormat=${format}`, missing: [] })
  })

  it('asks which is the day where nothing tells, and proposes the day first', () => {
    expect(forTimes('01/02/2026 12:30', '03/04/2026 12:30')).toEqual({
      mapping: `${COLUMNS} timeFormat=DD/MM/YYYY HH:mm`,
      missing: ['timeFormat'],
    })
  })

  it('asks for a format where it knows none', () => {
    expect(forTimes('soon')).toEqual({ mapping: COLUMNS, missing: ['timeFormat'] })
    expect(forTimes('31/01/2026 12:30', '01/31/2026 12:30')).toEqual({ mapping: COLUMNS, missing: ['timeFormat'] })
  })

  it('joins a date and a time of day that stand apart', () => {
    expect(propose('Fecha;Hora;lat;lon', '31/01/2026;12:30;13,1;-61,2').mapping).toBe(
      'time=Fecha+Hora lat=lat lon=lon timeFormat=DD/MM/YYYY HH:mm',
    )
  })

  it('finds the header behind titles', () => {
    expect(propose('Fleet of March', '', 'id,Time,lat,lon', '7,31/01/2026 12:30,1,2').missing).toEqual([])
  })

  it('says what is missing where there is no header, or nothing at all', () => {
    expect(propose('a,b,c', '1,2,3')).toEqual({ mapping: '', missing: REQUIRED })
    expect(propose('')).toEqual({ mapping: '', missing: REQUIRED })
  })

  it('is one that can be saved', () => {
    const { mapping } = propose('"Time (local, 24 h)",lat,lon,id', '31/01/2026 12:30,13,-61,7')
    expect(parseMapping(mapping, VOCABULARY, REQUIRED).ok).toBe(true)
  })
})
