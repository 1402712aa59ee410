import { describe, expect, it } from 'vitest'
import { read, readWhole, sent } from './fixtures/sentences.ts'
import { encodeMessage, fullName, gpsdMessage, scaleMessage, type AisMessage } from './message.ts'

const ferry = [
  '!AIVDM,2,1,1,,53cMa3@000010WSW?V105=<45B2222222222220t388151:9e2UiDm851DTh,0*65',
  '!AIVDM,2,2,1,,j1C32CQp888,2*17',
]

describe('static and voyage data', () => {
  it('hold every field exactly as transmitted, the blanks of the texts included', () => {
    expect(read(...ferry)).toEqual({
      bits: 424, type: 5, repeat: 0, mmsi: 246901005, ais_version: 0, imo: 0, callsign: 'PI8939 ',
      shipname: 'PASSAAT             ', shiptype: 60, to_bow: 25, to_stern: 8, to_port: 1, to_starboard: 5, epfd: 0,
      month: 4, day: 20, hour: 9, minute: 45, draught: 10, destination: 'WEST TERSCHELLING   ', dte: 1, spare: 0,
    })
  })

  it('read in metres, with the expected arrival as one date', () => {
    expect(scaleMessage(readWhole(...ferry))).toMatchObject({
      callsign: 'PI8939', shipname: 'PASSAAT', shiptype_text: 'Passenger - all ships of this type', draught: 1,
      eta: '04-20T09:45Z', destination: 'WEST TERSCHELLING',
    })
  })

  const unknown: AisMessage = {
    type: 5, repeat: 0, mmsi: 345_070_001, ais_version: 0, imo: 0, callsign: '', shipname: '', shiptype: 0, to_bow: 0,
    to_stern: 0, to_port: 0, to_starboard: 0, epfd: 0, month: 0, day: 0, hour: 24, minute: 60, draught: 0,
    destination: '', dte: 1,
  }

  it('have no number, name, call sign, draught, arrival or destination for people where none is given', () => {
    const shown = scaleMessage(sent(unknown))
    for (const name of ['imo', 'callsign', 'shipname', 'draught', 'eta', 'destination']) {
      expect(shown[name]).toBeUndefined()
    }
  })

  it('show programs the codes for that', () => {
    expect(gpsdMessage(sent(unknown))).toMatchObject({ imo: 0, callsign: '', eta: '00-00T24:60Z', draught: 0 })
  })

  it.each([420, 422])('are believed at %i bits, as many transponders send them', (bits) => {
    const { payload, fillBits } = encodeMessage({ ...unknown, shipname: 'SEA JACK', destination: 'KINGSTOWN', bits })
    expect(read(`!AIVDM,1,1,,A,${payload},${fillBits}*00`)).toMatchObject({
      bits, shipname: 'SEA JACK@@@@@@@@@@@@', dte: 0,
    })
  })

  it('are refused for their length when the destination is cut', () => {
    const { payload } = encodeMessage({ ...unknown, bits: 419 })
    expect(read(`!AIVDM,1,1,,A,${payload},1*00`)).toBe('length')
  })

  it('end a text at the first @, whatever stands behind it', () => {
    expect(scaleMessage(sent({ ...unknown, shipname: 'REAL@GARBAGE' }))['shipname']).toBe('REAL')
  })

  it.each([
    [0, 'Not available'], [19, 'Reserved for future use'], [30, 'Fishing'], [37, 'Pleasure Craft'],
    [49, 'High speed craft (HSC) - No additional information'], [52, 'Tug'], [69,
    'Passenger - No additional information'],
    [71, 'Cargo - Hazardous category A'], [84, 'Tanker - Hazardous category D'],
    [99, 'Other Type - no additional information'], [100, 'INVALID SHIP TYPE'], [255, 'INVALID SHIP TYPE'],
  ])('call ship type %i %s', (shiptype, phrase) => {
    expect(gpsdMessage({ ...unknown, shiptype })['shiptype_text']).toBe(phrase)
  })
})

describe('an aid to navigation', () => {
  const mark = '!BSVDM,1,1,,B,E>jQMD:Q7a2h97QUah@@@@@@@@@?i3KK>r0KP20@@@Uf@0,4*56'

  it('holds every field exactly as transmitted', () => {
    expect(read(mark)).toEqual({
      bits: 272, type: 21, repeat: 0, mmsi: 992501072, aid_type: 21, name: 'BORE ROCKS          ', accuracy: false,
      lon: -3918117, lat: 31260892, to_bow: 2, to_stern: 2, to_port: 2, to_starboard: 2, epfd: 1, second: 11,
      off_position: false, regional: 228, raim: false, virtual_aid: false, assigned: false, spare: 0,
      name_extension: '',
    })
  })

  it('says what it is', () => {
    expect(scaleMessage(readWhole(mark))).toMatchObject({
      name: 'BORE ROCKS', aid_type_text: 'Cardinal Mark E', lon: -6.530195, lat: 52.101487,
    })
  })

  const trial = '!AIVDO,1,1,,A,E@2=Vg@;4a::PV@0b7W@:94PV@3P0qo>>evWP000006f11@,2*0F'

  it('goes on in the extension with a name that fills its field', () => {
    const message = readWhole(trial)
    expect(message).toMatchObject({ name: 'VIRTUAL ATON TRIAL G', name_extension: 'E' })
    expect(gpsdMessage(message)['name']).toBe('VIRTUAL ATON TRIAL GE')
  })

  it('has no more of a name that ends before its field does', () => {
    expect(fullName('BORE ROCKS@@@@@@@@@@', 'GARBAGE')).toBe('BORE ROCKS')
  })

  it('is sent on with its extension', () => {
    const message = readWhole(trial)
    expect(sent(message)).toEqual(message)
  })

  it('is refused when it is longer than any extension', () => {
    expect(read(`!AIVDM,1,1,,A,E>jQMD:Q7a2h97QUah@@@@@@@@@?i3KK>r0KP20@@@Uf@0${'0'.repeat(17)},4*00`)).toBe('length')
  })
})

describe('the static data of a Class B ship', () => {
  it('give her name in part A', () => {
    const part = readWhole('!ABVDM,1,1,,A,H3ug8d1HN373J1@PE<EE<000000,2*34')
    expect(part).toEqual({
      bits: 160, type: 24, repeat: 0, mmsi: 266062000, part: 'A', shipname: 'VG 106 THESEUS@@@@@@',
    })
    expect(scaleMessage(part)['shipname']).toBe('VG 106 THESEUS')
  })

  const partB = '!BSVDM,1,1,,B,H3`iqAlUDBE5847@9ljln00p5220,0*02'

  it('give the rest in part B', () => {
    expect(read(partB)).toEqual({
      bits: 168, type: 24, repeat: 0, mmsi: 244087111, part: 'B', shiptype: 37, vendorid: 'TRU', model: 1,
      serial: 295175, callsign: 'PI4246@', to_bow: 7, to_stern: 5, to_port: 2, to_starboard: 2, epfd: 0, spare: 0,
    })
  })

  it('show the vendor in the seven characters of older units, as gpsd does', () => {
    expect(gpsdMessage(readWhole(partB))).toMatchObject({ vendorid: 'TRUEHDG', model: 1, serial: 295175 })
  })

  it('give a tender the number of her mother ship in place of dimensions', () => {
    const tender: AisMessage = {
      type: 24, repeat: 0, mmsi: 983_450_001, part: 'B', shiptype: 37, vendorid: 'SRT', model: 2, serial: 77,
      callsign: 'J8XY', mothership_mmsi: 345_070_001, epfd: 1,
    }
    expect(sent(tender)).toMatchObject({ mothership_mmsi: 345_070_001, callsign: 'J8XY@@@' })
    expect(gpsdMessage(tender)).toMatchObject({ mothership_mmsi: 345_070_001 })
    expect(gpsdMessage(tender)).not.toHaveProperty('to_bow')
  })

  it('have no other parts', () => {
    expect(read('!AIVDM,1,1,,A,H3KLehdt00000000?6ekkjm000000,0*2C')).toBe('unsupported')
  })

  it('are refused for their length when part A has more than a slot', () => {
    expect(read('!AIVDM,1,1,,A,H3ug8d1HN373J1@PE<EE<00000000,0*00')).toBe('length')
  })
})
