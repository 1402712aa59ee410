import { describe, expect, it } from 'vitest'
import { read, readWhole, sent } from '../fixtures/sentences.ts'
import { encodeMessage, gpsdMessage, scaleMessage, type AisMessage } from '../message.ts'

describe('an inland vessel', () => {
  const tanker = '!AIVDM,1,1,,A,83aEQw@j2d<dtttM=B9Q3gbh00P0,0*1B'

  it('says what she is, in decimetres and centimetres', () => {
    expect(read(tanker)).toEqual({
      bits: 168, type: 8, repeat: 0, mmsi: 244670973, spare: 0, dac: 200, fid: 10, vin: '02333145', length: 1100,
      beam: 135, shiptype: 8022, hazard: 0, draught: 0, loaded: 1, speed_q: false, course_q: false, heading_q: false,
      spare2: 0,
    })
  })

  it('is shown to people in metres', () => {
    const shown = scaleMessage(readWhole(tanker))
    expect(shown).toMatchObject({
      length: 110, beam: 13.5, shiptype_text: 'Motor tanker, liquid cargo, type C', hazard_text: '0 blue cones/lights',
      loaded_text: 'Unloaded',
    })
    expect(shown['draught']).toBeUndefined()
  })

  it.each([[79, 'Motor freighter'], [31, 'Tug freighter, coupled'], [5, 'Illegal ship type value.']])(
    'of type %i is a %s',
    (shiptype, phrase) => {
      const message = readWhole(tanker)
      if (message.type !== 8 || !('vin' in message)) throw new Error('not an inland vessel')
      expect(gpsdMessage({ ...message, shiptype })['shiptype_text']).toBe(phrase)
    },
  )

  it('with a hazard that does not exist is another content under the same number', () => {
    const message = readWhole(tanker)
    if (message.type !== 8 || !('vin' in message)) throw new Error('not an inland vessel')
    expect(sent({ ...message, hazard: 6 })).toHaveProperty('data')
    expect(sent({ ...message, hazard: 5 })).not.toHaveProperty('data')
  })

  it('is believed at one length only', () => {
    const { payload } = encodeMessage(readWhole(tanker))
    expect(read(`!AIVDM,1,1,,A,${payload}0,0*00`)).toMatchObject({ dac: 200, fid: 10, data: expect.any(String) })
  })
})

const lock = {
  repeat: 0, mmsi: 244_670_973, seqno: 1, dest_mmsi: 2_268_401, retransmit: false, dac: 200, country: 'NL',
  locode: 'VLA', section: '12345', terminal: 'LOCK7', hectometre: '00420', month: 7, day: 9, hour: 8, minute: 5,
} as const

describe('the traffic between vessel and lock', () => {
  it('says when the vessel expects to arrive', () => {
    const estimate: AisMessage = { ...lock, type: 6, fid: 21, tugs: 2, airdraught: 640 }
    expect(sent(estimate)).toMatchObject({ ...estimate, bits: 248 })
    expect(gpsdMessage(estimate)).toMatchObject({ locode: 'VLA', eta: '7-9T8:5', tugs: 2, airdraught: 640 })
    expect(scaleMessage(estimate)).toMatchObject({ airdraught: 6.4 })
  })

  it('says when the lock wants her', () => {
    const request: AisMessage = { ...lock, type: 6, fid: 22, status: 1 }
    expect(sent(request)).toMatchObject({ ...request, bits: 232 })
    expect(gpsdMessage(request)).toMatchObject({ eta: '7-9T8:5', status: 1, status_text: 'Limited operation' })
  })
})

describe('the persons on board of an inland vessel', () => {
  it('are counted by kind', () => {
    expect(read('!AIVDM,1,1,,A,63aDq8P0RW?4<SL3000000000000,0*31')).toMatchObject({
      dac: 200, fid: 55, crew: 3, passengers: 0, personnel: 0,
    })
  })

  it('are not counted for people where they are not known', () => {
    const shown = scaleMessage(readWhole('!AIVDM,1,1,,B,640UrH@0RW?<<SOwwwwp00000000,0*5E'))
    expect(shown).toMatchObject({ crew: undefined, passengers: undefined, personnel: undefined })
  })
})

describe('the news of the river', () => {
  it('warns of weather between two places and two times', () => {
    const warning: AisMessage = {
      type: 8, repeat: 0, mmsi: 2_268_401, dac: 200, fid: 23, start_year: 26, start_month: 2, start_day: 3,
      end_year: 26,
      end_month: 2, end_day: 4, start_hour: 6, start_minute: 30, end_hour: 18, end_minute: 0, start_lon: 3_600_000,
      start_lat: 31_200_000, end_lon: 3_660_000, end_lat: 31_260_000, warning: 3, min: -5, max: 3, class: 2, wind: 8,
    }
    expect(sent(warning)).toMatchObject({ ...warning, bits: 256 })
    expect(scaleMessage(warning)).toMatchObject({
      start: '2026-02-03T06:30', end: '2026-02-04T18:00', start_lon: 6, start_lat: 52, end_lon: 6.1, end_lat: 52.1,
      warning_text: 'Snow and ice', min: -5, max: 3, class_text: 'Strong', wind_text: 'North West',
    })
  })

  it('gives the level at four gauges', () => {
    const levels: AisMessage = {
      type: 8, repeat: 0, mmsi: 2_268_401, dac: 200, fid: 24, country: 'DE',
      gauges: [{ id: 1, level: -8191 }, { id: 2, level: 0 }, { id: 3, level: 8191 }, { id: 2047, level: 12 }],
    }
    expect(sent(levels)).toMatchObject({ ...levels, bits: 168 })
    expect(gpsdMessage(levels)).toMatchObject({ country: 'DE', gauges: levels.gauges })
  })

  it('shows what a signal shows', () => {
    const signal: AisMessage = {
      type: 8, repeat: 0, mmsi: 2_268_401, dac: 200, fid: 40, lon: 3_600_000, lat: 31_200_000, form: 2, facing: 180,
      direction: 1, status: 5,
    }
    expect(sent(signal)).toMatchObject({ ...signal, bits: 168 })
    expect(scaleMessage(signal)).toMatchObject({ lon: 6, lat: 52, direction_text: 'Upstream', status_text: 'Red' })
  })
})
