import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMapping, readTimeOf, writeMapping, type Mapping } from './mapping.ts'
import { PLACE_AND_TIME, SPEED, type Vocabulary } from './vocabulary.ts'

const VOCABULARY: Vocabulary = { ...PLACE_AND_TIME, id: { headers: 'id' }, name: { headers: 'name' }, speed: SPEED }
const REQUIRED = ['time', 'lat', 'lon']
const parse = (text: string) => parseMapping(text, VOCABULARY, REQUIRED)
const PLACE = 'time=Time lat=Lat lon=Lon'

function parsed(text: string): Mapping {
  const mapping = parse(text)
  if (!mapping.ok) throw new Error(mapping.problem)
  return mapping.value
}

describe('a mapping', () => {
  it('is read as a technician writes it', () => {
    const text =
      'time=Date+Time timeFormat=DD/MM/YYYY HH:mm zone=-4 lat=Latitude lon=Longitude name="Vessel Name" id=#2 speed=Speed:kn delimiter=tab'
    expect(parsed(text)).toEqual({
      columns: {
        time: { names: ['Date', 'Time'] },
        lat: { names: ['Latitude'] },
        lon: { names: ['Longitude'] },
        name: { names: ['Vessel Name'] },
        id: { names: [2] },
        speed: { names: ['Speed'], unit: 'kn' },
      },
      timeFormat: 'DD/MM/YYYY HH:mm',
      zone: '-4',
      delimiter: '\t',
    })
  })

  it('needs no quotes for a blank', () => {
    expect(parsed(`${PLACE} name=Vessel Name id=Beacon`).columns['name']).toEqual({ names: ['Vessel Name'] })
  })

  it('takes a bare number for a column and a quoted one for a header', () => {
    expect(parsed(`${PLACE} id=7`).columns['id']).toEqual({ names: [7] })
    expect(parsed(`${PLACE} id="7"`).columns['id']).toEqual({ names: ['7'] })
  })

  it('keeps in quotes what would mean something outside', () => {
    expect(parsed(`${PLACE} name="lat=1+2:kn" speed="a:b":km/h`).columns).toMatchObject({
      name: { names: ['lat=1+2:kn'] },
      speed: { names: ['a:b'], unit: 'km/h' },
    })
  })

  it.each([
    ['', 'names no column for time and lat and lon; add time= and its header or number'],
    ['time=A lat=B', 'names no column for lon; add lon='],
    ['Latitude', 'begins with "Latitude"; begin with a key, such as lat='],
    [
      `${PLACE} colour=red`,
      'does not know colour=; write one of: time, lat, lon, ns, ew, id, name, speed, timeFormat, zone, delimiter',
    ],
    [`${PLACE} lat=Other`, 'says lat= twice; keep one of them'],
    [`${PLACE} speed=Speed:furlongs`, 'has the unit "furlongs" for speed=; write one of: kn'],
    [`${PLACE} id=`, 'names no column for id=; write its header, or its number from 1'],
    [`${PLACE} id=0`, 'names no column for id='],
    [`${PLACE} id=A+`, 'names no column for id='],
    [`${PLACE} name="Vessel`, 'has a quote that does not end'],
    [`${PLACE} zone=AST`, 'has the zone "AST"; write the hours ahead of UTC, such as -4 or +05:30'],
    [`${PLACE} timeFormat=HH:mm`, 'needs a time format with all of YYYY, MM, DD, HH and mm'],
    [`${PLACE} delimiter=dash`, 'has the delimiter "dash"; write comma, semicolon, tab or bar'],
    [`${PLACE} delimiter=constructor`, 'has the delimiter "constructor"'],
    [`${PLACE} timeFormat=constructor`, 'needs a time format'],
    [`${PLACE} constructor=A`, 'does not know constructor='],
  ])('%j is refused with what to write instead', (text, sentence) => {
    const mapping = parse(text)
    expect(mapping.ok ? undefined : mapping.problem).toContain(sentence)
  })

  it('is the same after it was written and read', () => {
    const header = fc
      .stringMatching(/^[A-Za-z0-9+=: é#./_-]{1,20}$/)
      .map((text) => text.trim())
      .filter((text) => text !== '')
    const name = fc.oneof(header, fc.integer({ min: 1, max: 200 }))
    const column = fc.record({ names: fc.array(name, { minLength: 1, maxLength: 3 }) })
    const mappings = fc.record({
      columns: fc.record({
        time: column,
        lat: column,
        lon: column,
        id: column,
        speed: fc.record({ names: fc.array(name, { minLength: 1, maxLength: 1 }), unit: fc.constantFrom('kn', 'm/s') }),
      }),
      zone: fc.constantFrom('-4', '+05:30'),
      delimiter: fc.constantFrom(';', '\t', '|', ','),
      timeFormat: fc.constantFrom('DD/MM/YYYY HH:mm', 'YYYYMMDDHHmmss'),
    })
    fc.assert(
      fc.property(mappings, (mapping) => void expect(parsed(writeMapping(mapping as Mapping))).toEqual(mapping)),
    )
  })

  it('never throws, whatever is written', () => {
    const words = fc.constantFrom(
      'time=',
      'lat=',
      '"',
      '+',
      ':kn',
      '#1',
      ' ',
      'a',
      '\ue000',
      '0',
      '\ue001',
      'zone=-4',
      'x=',
    )
    fc.assert(fc.property(fc.array(words, { maxLength: 30 }), (parts) => void parse(parts.join(''))))
  })

  it('reads its times in its zone', () => {
    const reader = readTimeOf({ zone: '-4', timeFormat: 'DD/MM/YYYY HH:mm' })
    expect(reader.ok && reader.value('01/03/2026 08:30')?.time).toBe(Date.UTC(2026, 2, 1, 12, 30))
  })
})
