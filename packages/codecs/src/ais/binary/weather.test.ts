import { describe, expect, it } from 'vitest'
import { read, readWhole, sent } from '../fixtures/sentences.ts'
import { encodeMessage, gpsdMessage, scaleMessage } from '../message.ts'

const old = [
  '!AIVDM,2,1,6,A,8@2Ha<00Bk8oOgmG0bmnRA8M3Jowwwdnwwwwwwwwwwwwwwwwwwwwwwww,0*6C', '!AIVDM,2,2,6,A,wt0,2*21',
]
const recent = [
  '!ABVDM,2,1,6,B,8h2=Vg@0Gh0qNiN>fQB0AhulnR06EuOwgwl?wnSwe7wvlOwwsAwwnSGm,0*50', '!ABVDM,2,2,6,B,wvh0,0*41',
]

const WATER = [
  'waterlevel', 'leveltrend', 'cspeed', 'cdir', 'cspeed2', 'cdir2', 'cdepth2', 'cspeed3', 'cdir3', 'cdepth3',
  'waveheight', 'waveperiod', 'wavedir', 'swellheight', 'swellperiod', 'swelldir', 'seastate', 'watertemp', 'salinity',
]

describe('weather in the old form', () => {
  it('says where, when and how it blows', () => {
    expect(scaleMessage(readWhole(...old))).toMatchObject({
      dac: 1, fid: 11, lat: 54.8501, lon: -5.811117, timestamp: '11T11:45Z', wspeed: 9, wgust: 9, wdir: 29,
      wgustdir: 27,
      airtemp: 13.5, pressure: 1005, pressuretend: 2,
    })
  })

  it('says nothing of what its station does not measure', () => {
    const shown = scaleMessage(readWhole(...old))
    for (const name of [...WATER, 'humidity', 'dewpoint', 'visibility']) expect(shown[name]).toBeUndefined()
    expect(shown).toMatchObject({ preciptype_text: 'N/A', ice_text: 'N/A' })
  })

  it('adds the offsets of the standard', () => {
    const message = readWhole(...old)
    if (message.type !== 8 || !('airtemp' in message) || message.fid !== 11) throw new Error('not the old form')
    const frost = sent({ ...message, airtemp: 0, dewpoint: 0, waterlevel: 0, watertemp: 0, pressure: 0, humidity: 99 })
    expect(scaleMessage(frost)).toMatchObject({
      airtemp: -60, dewpoint: -20, waterlevel: -10, watertemp: -10, pressure: 800, humidity: 99,
    })
  })
})

describe('weather', () => {
  it('says where, when and how it blows', () => {
    expect(scaleMessage(readWhole(...recent))).toMatchObject({
      dac: 1, fid: 31, lat: 51.4622, lon: 0.4905, accuracy: false, timestamp: '10T08:01Z', wspeed: 14, wgust: 15,
      wdir: 233,
    })
  })

  it('says nothing of what its station does not measure', () => {
    const shown = scaleMessage(readWhole(...recent))
    for (const name of [...WATER, 'wgustdir', 'airtemp', 'humidity', 'dewpoint', 'pressure', 'visibility']) {
      expect(shown[name]).toBeUndefined()
    }
  })

  it('measures below zero and below the datum', () => {
    const message = readWhole(...recent)
    if (message.type !== 8 || !('visgreater' in message)) throw new Error('not the recent form')
    const frost = sent({ ...message, airtemp: -105, dewpoint: -200, watertemp: -12, waterlevel: 901, pressure: 214 })
    expect(gpsdMessage(frost)).toMatchObject({ airtemp: -105, dewpoint: -200, watertemp: -12, waterlevel: 901 })
    expect(scaleMessage(frost)).toMatchObject({
      airtemp: -10.5, dewpoint: -20, watertemp: -1.2, waterlevel: -0.99, pressure: 1013,
    })
  })

  it('that is cut short is kept unread, since a missing value would read as a calm', () => {
    const { payload } = encodeMessage({ ...readWhole(...recent), bits: 300 })
    expect(read(`!AIVDM,1,1,,A,${payload},0*00`)).toMatchObject({
      type: 8, dac: 1, fid: 31, bits: 300, data: expect.stringMatching(/^244:/),
    })
  })
})
