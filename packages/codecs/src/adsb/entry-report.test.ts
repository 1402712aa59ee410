import { describe, expect, it } from 'vitest'
import { readDocument } from './aircraft-json.ts'
import { readEntry } from './entry-report.ts'
import { bytesOf } from './fixtures/heard.ts'
import { document } from './fixtures/seeds.ts'

describe('a document of aircraft', () => {
  it('is read with its time', () => {
    const read = readDocument(bytesOf(document))
    expect(read?.now).toBe(1_795_478_400_200)
    expect(read?.aircraft.map(({ hex }) => hex)).toEqual(['0c8a11', '~2c8a12'])
  })

  it('is none when it is cut off anywhere', () => {
    for (let length = 0; length < document.length; length++) expect(readDocument(bytesOf(document.slice(0,
      length)))).toBeUndefined()
  })

  it.each(['[]', '{}', '{"now":"1","aircraft":[]}', '{"now":-1,"aircraft":[]}', '{"now":1e300,"aircraft":[]}',
    '{"now":1,"aircraft":{}}', 'null', '"x"'])(
    'is none of another shape: %s', (text) => expect(readDocument(bytesOf(text))).toBeUndefined(),
  )

  it('can hold entries that are none', () => {
    const read = readDocument(bytesOf('{"now":1,"aircraft":[1,null,"x",[],{"hex":"0c8a11"}]}'))
    expect(read?.aircraft.map(readEntry)).toEqual([undefined, undefined, undefined, undefined,
      expect.objectContaining({ icao: 0xc8a11 })])
  })
})

const AT = { hex: '0c8a11', lat: 13.3, lon: -61.4 }
const sigma = (entry: object) => Math.sqrt(readEntry({ ...AT, ...entry })!.report!.covariance.nn)

describe('an aircraft in a document', () => {
  it('says where it is and how it moves, in metres and seconds', () => {
    expect(readEntry({ ...AT, alt_baro: 8000, gs: 240, track: 190, true_heading: 188, seen: 0.1,
      seen_pos: 0.4 })).toEqual({
      icao: 0xc8a11, isOther: false, seen: 0.1, seenPosition: 0.4, claim: { icaoAddress: 0xc8a11, station: 'aircraft' },
      report: { position: { lat: 13.3, lon: -61.4 }, covariance: expect.anything(), speed: expect.closeTo(123.47, 2),
      courseDeg: 190, headingDeg: 188, altitude: expect.closeTo(2438.4) },
    })
  })

  it('is read as the older program writes it', () => {
    expect(readEntry({ ...AT, altitude: 8000, speed: 240, track: 190, seen: 2 })).toMatchObject({ seenPosition: 2,
      report: { altitude: expect.closeTo(2438.4), speed: expect.closeTo(123.47, 2) } })
  })

  it('says who it is and what trouble it is in', () => {
    expect(readEntry({ ...AT, flight: 'SVD712  ', squawk: '4271', category: 'A2',
      emergency: 'nordo' })?.claim).toEqual({
      icaoAddress: 0xc8a11, station: 'aircraft', callSign: 'SVD712', squawk: '4271', emergency: 'no-communications',
    })
    expect(readEntry({ ...AT, squawk: '7500',
      emergency: 'none' })?.claim).toMatchObject({ emergency: 'unlawful-interference' })
    for (const [word, emergency] of [['general', 'general'], ['lifeguard', 'medical'], ['minfuel', 'minimum-fuel'],
      ['unlawful', 'unlawful-interference'], ['downed', 'downed']])
      expect(readEntry({ ...AT, emergency: word })?.claim.emergency).toBe(emergency)
  })

  it('is a vehicle by its category, and on the ground not known to be an aircraft', () => {
    expect(readEntry({ ...AT, category: 'C2' })?.claim.station).toBe('vehicle')
    const grounded = readEntry({ ...AT, alt_baro: 'ground' })
    expect(grounded?.claim).not.toHaveProperty('station')
    expect(grounded?.report).not.toHaveProperty('altitude')
  })

  it('has an error as it says, or else as is usual', () => {
    expect(sigma({ nac_p: 9 })).toBeCloseTo(30 / 2.4477, 1)
    expect(sigma({ rc: 186 })).toBeCloseTo(93 / 2.4477, 1)
    expect(sigma({})).toBeCloseTo(185.2 / 2.4477, 1)
    expect(sigma({ nac_p: 9, mlat: ['lat', 'lon'] })).toBeCloseTo(926 / 2.4477, 1)
    expect(sigma({ nac_p: 9, mlat: [] })).toBeCloseTo(30 / 2.4477, 1)
  })

  it('has a number that is none of ICAO where a tilde says so', () => {
    expect(readEntry({ ...AT, hex: '~0c8a11' })).toMatchObject({ isOther: true, claim: { station: 'aircraft' } })
    expect(readEntry({ ...AT, hex: '~0c8a11' })?.claim).not.toHaveProperty('icaoAddress')
  })

  it('is refused without an address', () => {
    for (const hex of [undefined, '', '000000', 'ffffff', 'xyz', 12,
      '0c8a1']) expect(readEntry({ ...AT, hex })).toBeUndefined()
  })

  it('is refused when it was heard at no possible time, and has no place that is too old', () => {
    for (const seen of [-1, 1e6, 'now', null]) expect(readEntry({ ...AT, seen })).toBeUndefined()
    for (const age of [-1, 601, 'now', null]) expect(readEntry({ ...AT, seen: 1,
      seen_pos: age })).not.toHaveProperty('report')
  })

  it('leaves out what it cannot be', () => {
    for (const wrong of [{ lat: 91 }, { lon: '5' }, { lat: null },
      { lon: -181 }]) expect(readEntry({ ...AT, ...wrong })).not.toHaveProperty('report')
    const entry = readEntry({ ...AT, gs: -1, track: 'north', alt_baro: 1e9, flight: '????', squawk: '9999',
      emergency: 'toString' })
    expect(entry?.report).toEqual({ position: { lat: 13.3, lon: -61.4 }, covariance: expect.anything() })
    expect(entry?.claim).toEqual({ icaoAddress: 0xc8a11, station: 'aircraft' })
  })
})
