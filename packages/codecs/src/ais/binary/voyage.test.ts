import { describe, expect, it } from 'vitest'
import { read, readWhole, sent } from '../fixtures/sentences.ts'
import { gpsdMessage, scaleMessage, type AisMessage } from '../message.ts'

const head = {
  type: 6, repeat: 0, mmsi: 345_070_001, seqno: 1, dest_mmsi: 2_320_001, retransmit: false, dac: 1,
} as const

describe('a declaration of dangerous cargo', () => {
  it('in the old form names the last port, the next port and the cargo', () => {
    const cargo: AisMessage = {
      ...head, fid: 12, lastport: 'TTPOS', lmonth: 3, lday: 4, lhour: 5, lminute: 6, nextport: 'BBBGI', nmonth: 3,
      nday: 5, nhour: 24, nminute: 60, dangerous: 'GASOLINE', imdcat: '3', unid: 1203, amount: 500, unit: 2,
    }
    expect(sent(cargo)).toMatchObject({ bits: 360, lastport: 'TTPOS', unid: 1203, unit: 2 })
    expect(gpsdMessage(cargo)).toMatchObject({
      lastport: 'TTPOS', departure: '03-04T05:06Z', nextport: 'BBBGI', eta: '03-05T24:60Z', dangerous: 'GASOLINE',
    })
  })

  it('in the old form may stop before its end', () => {
    const short = readWhole('!AIVDM,1,1,,A,63LBA4;WBevJ04k0=@E=B0td,0*17')
    expect(short).toMatchObject({ bits: 144, lastport: '0CTES', lmonth: 5, lday: 4, nextport: ',@@@@', unid: 0 })
    expect(sent(short)).toEqual(short)
    expect(scaleMessage(short)).toMatchObject({ departure: '05-04T00:60Z', eta: undefined, unid: undefined })
  })

  it('lists up to 28 cargoes', () => {
    const cargos = Array.from({ length: 28 }, (_, i) => ({ code: i % 16, subtype: 8191 - i }))
    expect(sent({ ...head, fid: 25, unit: 1, amount: 1023, cargos })).toMatchObject({ cargos, bits: 576 })
  })

  it('may list none', () => {
    expect(sent({ ...head, fid: 25, unit: 0, amount: 0, cargos: [] })).toMatchObject({ cargos: [], bits: 100 })
  })
})

describe('the air draught', () => {
  it('is in decimetres, and in metres for people', () => {
    const toAll: AisMessage = { type: 8, repeat: 0, mmsi: 1, dac: 1, fid: 15, airdraught: 405 }
    expect(sent(toAll)).toMatchObject({ bits: 72, airdraught: 405 })
    expect(scaleMessage(toAll)['airdraught']).toBe(40.5)
  })

  it('can be addressed', () => {
    expect(sent({ ...head, fid: 15, airdraught: 2047 })).toMatchObject({ bits: 104, airdraught: 2047 })
  })
})

describe('the number of persons on board', () => {
  it('can be addressed or for all', () => {
    expect(sent({ ...head, fid: 16, persons: 8191 })).toMatchObject({ bits: 136, persons: 8191 })
    expect(sent({ type: 8, repeat: 0, mmsi: 1, dac: 1, fid: 16, persons: 23 })).toMatchObject({ bits: 72, persons: 23 })
  })

  it('is not known to people when it is 0', () => {
    expect(scaleMessage({ ...head, fid: 16, persons: 0 })['persons']).toBeUndefined()
  })

  it('is not what longer messages of that number carry', () => {
    expect(read('!AIVDM,1,1,,A,802At?00D000qFap02:lA0b@?3fw0001<:iFP2:rf0cCGp0w00,4*5E')).toMatchObject({
      fid: 16, data: '240:0000e56a780022b4440a903c3bbf00000130ac568022bab80ad35f803f00',
    })
  })
})

describe('the clearance to enter a port', () => {
  it('says when, which berth and where', () => {
    const clearance: AisMessage = {
      ...head, fid: 18, linkage: 7, month: 6, day: 1, hour: 8, minute: 30, portname: 'BRIDGETOWN BERTH 2',
      destination: 'BBBGI', lon: -3_577_000, lat: 786_000,
    }
    expect(sent(clearance)).toMatchObject({ bits: 360, linkage: 7, portname: 'BRIDGETOWN BERTH 2@@' })
    expect(scaleMessage(clearance)).toMatchObject({ arrival: '06-01T08:30Z', lon: -59.616667, lat: 13.1 })
  })

  it('may stop before its end', () => {
    const short = readWhole('!AIVDM,1,1,,B,602E:s0tw@9B0580@00000000000,0*68')
    expect(short).toMatchObject({ bits: 168, linkage: 1, lon: 0, lat: 0 })
    expect(sent(short)).toEqual(short)
  })
})

describe('a berth', () => {
  const services = {
    agent: 1, fuel: 2, chandler: 3, stevedore: 0, electrical: 1, water: 2, customs: 3, cartage: 0, crane: 1, lift: 2,
    medical: 3, navrepair: 0, provisions: 1, shiprepair: 2, surveyor: 3, steam: 0, tugs: 1, solidwaste: 2,
    liquidwaste: 3, hazardouswaste: 0, ballast: 1, additional: 2, regional1: 3, regional2: 0, future1: 1, future2: 2,
  }
  const berth: AisMessage = {
    ...head, fid: 20, linkage: 1023, berth_length: 210, berth_depth: 112, position: 1, month: 6, day: 1, hour: 8,
    minute: 5, availability: 1, ...services, berth_name: 'DEEP WATER HARBOUR 3', berth_lon: -3_577_000,
    berth_lat: 786_000,
  }

  it('has a place, a depth and services', () => {
    expect(sent(berth)).toMatchObject({ ...berth, bits: 360 })
    expect(scaleMessage(berth)).toMatchObject({
      berth_depth: 11.2, berth_lon: -59.616667, berth_lat: 13.1, position_text: 'Port-side to', ...services,
    })
  })

  it('is shown as gpsd shows it, its depth last', () => {
    const shown = gpsdMessage(berth)
    expect(shown).toMatchObject({ arrival: '6-1T8:5', berth_depth: 112 })
    expect(Object.keys(shown).at(-1)).toBe('berth_depth')
  })
})
