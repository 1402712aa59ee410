import { describe, expect, it } from 'vitest'
import { read, readWhole, sent } from './fixtures/sentences.ts'
import { encodeMessage, gpsdMessage, scaleMessage, type AisMessage } from './message.ts'

describe('an interrogation', () => {
  const one = '!ABVDM,1,1,,A,?3P7ur11<Ce8D00,2*25'

  it('asks one station for one message', () => {
    expect(read(one)).toMatchObject({
      bits: 88, type: 15, mmsi: 235011560, mmsi1: 273436370, type1_1: 5, offset1_1: 0, type1_2: 0, offset1_2: 0,
      mmsi2: 0,
      type2_1: 0, offset2_1: 0,
    })
  })

  it('has no second station for people then', () => {
    expect(scaleMessage(readWhole(one))['mmsi2']).toBeUndefined()
  })

  const three: AisMessage = {
    type: 15, repeat: 0, mmsi: 2_320_001, mmsi1: 345_070_001, type1_1: 5, offset1_1: 3, type1_2: 24, offset1_2: 7,
    mmsi2: 338_070_002, type2_1: 5, offset2_1: 9,
  }

  it('asks two stations for three messages in 160 bits', () => {
    expect(sent(three)).toMatchObject({ ...three, bits: 160 })
  })

  it('asks one station for two messages in 110 bits', () => {
    expect(sent({ ...three, bits: 110 })).toMatchObject({ type1_2: 24, offset1_2: 7, mmsi2: 0, type2_1: 0 })
  })
})

describe('an assigned mode', () => {
  const both: AisMessage = {
    type: 16, repeat: 0, mmsi: 2_053_501, mmsi1: 205_127_000, offset1: 200, increment1: 5, mmsi2: 224_251_000,
    offset2: 300, increment2: 6,
  }

  it('is for one station in 96 bits', () => {
    expect(read('!AIVDM,1,1,,A,@01uEO@hqwEP<P00,0*4F')).toEqual({
      bits: 96, type: 16, repeat: 0, mmsi: 2053501, spare: 0, mmsi1: 205127000, offset1: 200, increment1: 0, mmsi2: 0,
      offset2: 0, increment2: 0,
    })
  })

  it('is for two in 144', () => {
    expect(sent(both)).toMatchObject({ ...both, bits: 144 })
  })

  it('takes nothing between the two lengths for a second station', () => {
    const { payload } = encodeMessage({ ...both, bits: 138 })
    expect(read(`!AIVDM,1,1,,A,${payload},0*00`)).toMatchObject({ increment1: 5, mmsi2: 0, offset2: 0, increment2: 0 })
  })
})

describe('the data link management', () => {
  it('keeps up to four groups of slots', () => {
    expect(read('!BSVDM,1,1,,B,D025bvh5hDfr<`D00AdT0000000,2*65')).toMatchObject({
      bits: 160, offset1: 92, number1: 1, timeout1: 2, increment1: 750, offset2: 2250, number2: 1, timeout2: 2,
      increment2: 0, offset3: 283, number3: 2, timeout3: 2, increment3: 0, offset4: 0, number4: 0,
    })
  })

  it('is shorter for fewer', () => {
    expect(read('!BSVDM,1,1,,B,D02OV408lFfp,0*60')).toMatchObject({ bits: 72, offset1: 141, offset2: 0, number2: 0 })
  })

  it.each([71, 187])('is refused at %i bits', (bits) => {
    const message = readWhole('!BSVDM,1,1,,B,D02OV408lFfp,0*60')
    const { payload, fillBits } = encodeMessage({ ...message, bits })
    expect(read(`!AIVDM,1,1,,A,${payload},${fillBits}*00`)).toBe('length')
  })
})

describe('the channel management', () => {
  it('is for an area, in tenths of a minute', () => {
    const area = readWhole('!AIVDM,1,1,,A,F030ot22N2P6aoQbhe4736L20000,0*1A')
    expect(area).toMatchObject({
      type: 22, addressed: false, channel_a: 2087, channel_b: 2088, txrx: 0, power: false, ne_lon: -44100,
      ne_lat: 27330,
      sw_lon: -48100, sw_lat: 25400, zonesize: 4,
    })
    expect(scaleMessage(area)).toMatchObject({ ne_lon: -73.5, ne_lat: 45.55, sw_lon: -80.166667, sw_lat: 42.333333 })
  })

  it('or for two stations', () => {
    const stations = readWhole('!AIVDM,1,1,,A,F@@W>gOP00PH=JrN9l000?wB2HH;,0*44')
    expect(stations).toMatchObject({ addressed: true, dest1: 28144881, dest2: 268435519 })
    expect(stations).not.toHaveProperty('ne_lon')
    expect(sent(stations)).toEqual(stations)
  })
})

describe('the group assignment', () => {
  const group = '!AIVDM,1,1,,B,G02:Kn01R`sn@291njF00000900,2*62'

  it('says who is to report how often and where', () => {
    const message = readWhole(group)
    expect(message).toMatchObject({
      type: 23, ne_lon: 1578, ne_lat: 30642, sw_lon: 1096, sw_lat: 30409, stationtype: 6, shiptype: 0, txrx: 0,
      interval: 9, quiet: 0,
    })
    expect(gpsdMessage(message)).toMatchObject({ stationtype_text: 'Regional use and inland waterways' })
    expect(scaleMessage(message)).toMatchObject({ ne_lon: 2.63, ne_lat: 51.07 })
  })

  it('is refused for its length when a character is missing', () => {
    expect(read(group.replace('900,2', '90,2'))).toBe('length')
  })
})
