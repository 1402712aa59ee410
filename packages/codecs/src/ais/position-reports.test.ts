import { describe, expect, it } from 'vitest'
import { read, readWhole, sent } from './fixtures/sentences.ts'
import { encodeMessage, gpsdMessage, scaleMessage, type AisMessage } from './message.ts'

const underWay = '!AIVDM,1,1,,A,33nr7t001f13KNTOahh2@QpF00vh,0*58'

describe('the position report of a Class A ship', () => {
  it('holds every field exactly as transmitted', () => {
    expect(read(underWay)).toEqual({
      bits: 168, type: 3, repeat: 0, mmsi: 258902000, status: 0, turn: 0, speed: 110, accuracy: false, lon: 8838098,
      lat: 33190080, course: 578, heading: 60, second: 11, maneuver: 0, spare: 0, raim: false, radio: 4016,
    })
  })

  it('reads in degrees and knots', () => {
    expect(scaleMessage(readWhole(underWay))).toMatchObject({
      status: 0, status_text: 'Under way using engine', turn: 0, speed: 11, lon: 14.730163, lat: 55.3168, course: 57.8,
      heading: 60, second: 11,
    })
  })

  const report: AisMessage = {
    type: 1, repeat: 0, mmsi: 345_070_001, status: 15, turn: -128, speed: 1023, accuracy: false, lon: 108_600_000,
    lat: 54_600_000, course: 3600, heading: 511, second: 60, maneuver: 0, raim: false, radio: 0,
  }

  it('has no turn, speed, position, course or heading for people where they are not available', () => {
    const shown = scaleMessage(sent(report))
    for (const name of ['turn', 'speed', 'lon', 'lat', 'course', 'heading']) expect(shown[name]).toBeUndefined()
  })

  it('keeps the codes for "not available" for programs', () => {
    expect(gpsdMessage(sent(report))).toMatchObject({
      status_text: 'Not defined', turn: -128, speed: 1023, lon: 108_600_000, lat: 54_600_000, course: 3600,
      heading: 511,
    })
  })

  it.each([
    [0, 0], [-23, -23.6], [23, 23.6], [126, 708.7], [-126, -708.7], [127, 'fastright'], [-127, 'fastleft'],
  ])('turns at raw rate %i by %s degrees a minute', (turn, expected) => {
    expect(scaleMessage({ ...report, turn })['turn']).toBe(expected)
  })

  it.each([
    ['the far west', -108_000_000, -180], ['the far east', 107_999_999, 179.999998], ['Greenwich', 0, 0],
    ['the first step west', -1, -0.000002],
  ])('reaches %s', (_, lon, degrees) => {
    const message = sent({ ...report, lon })
    expect(message).toMatchObject({ lon })
    expect(scaleMessage(message)['lon']).toBe(degrees)
  })

  it('is believed when five of its radio bits are missing, as some transponders send it', () => {
    const { payload } = encodeMessage({ ...report, radio: 0x7ffff, bits: 163 })
    expect(read(`!AIVDM,1,1,,A,${payload},5*00`)).toMatchObject({ bits: 163, radio: 0x7ffe0 })
  })

  it('shows a radio state that is cut short as gpsd does, counted from its last bit', () => {
    expect(gpsdMessage({ ...report, radio: 0x7ffe0, bits: 163 })['radio']).toBe(0x3fff)
  })

  it('is refused for its length when more is missing', () => {
    const { payload } = encodeMessage({ ...report, bits: 162 })
    expect(read(`!AIVDM,1,1,,A,${payload},0*00`)).toBe('length')
  })

  it('ignores what follows its last bit', () => {
    expect(read('!AIVDM,1,1,,A,33nr7t001f13KNTOahh2@QpF00vhwwww,0*58')).toMatchObject({ bits: 192, radio: 4016 })
  })
})

describe('the report of a search and rescue aircraft', () => {
  const silent = '!AIVDM,1,1,,B,91b55uOwww<tSF0l4Q@>4?h20h@B,0*13'

  it('holds every field exactly as transmitted', () => {
    expect(read(silent)).toEqual({
      bits: 168, type: 9, repeat: 0, mmsi: 111232501, alt: 4095, speed: 1023, accuracy: false, lon: 108600000,
      lat: 54600000, course: 3600, second: 63, regional: 0, dte: 1, spare: 0, assigned: false, raim: false,
      radio: 197650,
    })
  })

  it('has no altitude, speed, position or course for people where they are not available', () => {
    const shown = scaleMessage(readWhole(silent))
    for (const name of ['alt', 'speed', 'lon', 'lat', 'course']) expect(shown[name]).toBeUndefined()
  })

  it('flies in metres and whole knots', () => {
    const message = readWhole(silent)
    if (message.type !== 9) throw new Error('not an aircraft')
    const searching = { ...message, alt: 303, speed: 142, lon: -35_700_000, lat: 7_860_000, course: 905 }
    expect(scaleMessage(sent(searching))).toMatchObject({ alt: 303, speed: 142, lon: -59.5, lat: 13.1, course: 90.5 })
  })
})

describe('the position report of a Class B ship', () => {
  const sailing = '!BSVDM,1,1,,A,B3P;Uh00Gwl`RM7j=JdIGwU5kP06,0*51'

  it('holds every field exactly as transmitted', () => {
    expect(read(sailing)).toEqual({
      bits: 168, type: 18, repeat: 0, mmsi: 235070912, reserved: 0, speed: 95, accuracy: true, lon: -5959366,
      lat: 32650667, course: 405, heading: 511, second: 10, regional: 0, cs: true, display: false, dsc: true,
      band: true,
      msg22: true, assigned: false, raim: false, radio: 917510,
    })
  })

  it('reads in degrees and knots, without a heading where there is no compass', () => {
    const shown = scaleMessage(readWhole(sailing))
    expect(shown).toMatchObject({ speed: 9.5, lon: -9.932277, lat: 54.417778, course: 40.5 })
    expect(shown['heading']).toBeUndefined()
  })

  it('is refused for its length when a bit is missing', () => {
    expect(read(sailing.replace(',0*', ',1*'))).toBe('length')
  })
})

describe('the extended report of a Class B ship', () => {
  const fishing = '!AIVDM,1,1,,B,C69EG6@0026tkc3Ln`sBL000JBM0l@2L?0jc1QWQed00f0D210R0,0*5C'

  it('holds every field exactly as transmitted, the padding of the name included', () => {
    expect(read(fishing)).toEqual({
      bits: 312, type: 19, repeat: 0, mmsi: 412440345, reserved: 0, speed: 0, accuracy: false, lon: 70752726,
      lat: 14473870, course: 3367, heading: 0, second: 0, regional: 0, shipname: 'MIN ZHANG YU 03066@@', shiptype: 92,
      to_bow: 5, to_stern: 4, to_port: 2, to_starboard: 1, epfd: 1, raim: false, dte: 0, assigned: false, spare: 0,
      })
  })

  it('names the ship and her kind', () => {
    expect(scaleMessage(readWhole(fishing))).toMatchObject({
      shipname: 'MIN ZHANG YU 03066', shiptype_text: 'Other Type - Hazardous category B', epfd_text: 'GPS',
    })
  })
})

describe('the long-range report', () => {
  const far = '!AIVDM,1,1,,A,K3KLehP0rPTJ10Qr,0*2A'

  it('holds every field exactly as transmitted', () => {
    expect(read(far)).toEqual({
      bits: 96, type: 27, repeat: 0, mmsi: 230108610, accuracy: false, raim: false, status: 0, lon: 14978, lat: 36098,
      speed: 1, course: 30, gnss: true, spare: 0,
    })
  })

  it('reads in degrees, whole knots and whole degrees', () => {
    expect(scaleMessage(readWhole(far))).toMatchObject({ lon: 24.963333, lat: 60.163333, speed: 1, course: 30 })
  })

  it('has no position, speed or course for people where they are not available', () => {
    const message = readWhole(far)
    if (message.type !== 27) throw new Error('not a long-range report')
    const shown = scaleMessage(sent({ ...message, lon: 108_600, lat: 54_600, speed: 63, course: 511 }))
    for (const name of ['lon', 'lat', 'speed', 'course']) expect(shown[name]).toBeUndefined()
  })

  it('may fill a whole slot, as some transponders send it', () => {
    expect(read('!AIVDM,1,1,,A,K3KLehP0rPTJ10Qr000000000000,0*00')).toMatchObject({ bits: 168, lon: 14978 })
  })

  it.each(['K3KLehP0rPTJ10Q', 'K3KLehP0rPTJ10Qr0'])('is refused at any other length: %s', (payload) => {
    expect(read(`!AIVDM,1,1,,A,${payload},0*00`)).toBe('length')
  })
})
