import { describe, expect, it } from 'vitest'
import { observationInWords } from './observation-words.ts'

const HERE = { time: 1, position: { lat: 13.15, lon: -61.22 }, sigma: 30 }
const words = (plot: object) => observationInWords({ number: 1, plot: { ...HERE, ...plot } })

describe('an observation', () => {
  it('of a ship has her name, place, error, speed and course', () => {
    expect(words({ speed: 5, courseDeg: 7, claim: { mmsi: 377_000_001, name: 'ADMIRAL BAY' } })).toEqual({
      who: 'ADMIRAL BAY', what: ['13°09.000′N 061°13.200′W', '± 30 m', '9.7 kn', '007°'],
    })
  })

  it.each([
    [{ mmsi: 377_000_001 }, '377000001'],
    [{ icaoAddress: 0xc8_11_02 }, 'C81102'],
    [{ icaoAddress: 0x0a_11_02, callSign: 'LIA512' }, 'LIA512'],
    [{ uid: 'urn:1' }, 'urn:1'],
    [{ description: 'gofast' }, 'gofast'],
  ])('is called by the best name it states: %j', (claim, who) => {
    expect(words({ claim }).who).toBe(who)
  })

  it('of a radar has the radar\'s number, or none', () => {
    expect(words({ sensorTrack: '17', altitude: 1200.4 })).toMatchObject({ who: '#17', what: [expect.any(String), '± 30 m', '↑ 1200 m'] })
    expect(words({}).who).toBe('•')
  })

  it('may be what somebody says of itself, a few facts of it', () => {
    const claim = { name: 'ADMIRAL BAY', mmsi: 377_000_001, callSign: 'J8B1', dimensions: {}, draught: 3.5, imo: 1, shipType: 60 }
    expect(observationInWords({ number: 1, statement: { time: 1, claim } })).toEqual({
      who: 'ADMIRAL BAY', what: ['mmsi 377000001', 'callSign J8B1', 'draught 3.5', 'imo 1'],
    })
  })

  it('may be what is measured on board', () => {
    const measurement = { time: 1, asset: 'patrol-1', path: 'propulsion.port.runTime', value: 3600 }
    expect(observationInWords({ number: 1, measurement })).toEqual({ who: 'patrol-1', what: ['propulsion.port.runTime = 3600'] })
  })
})
