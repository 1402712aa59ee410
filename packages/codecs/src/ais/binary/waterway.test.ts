import { describe, expect, it } from 'vitest'
import { read, readWhole, sent } from '../fixtures/sentences.ts'
import { encodeMessage, gpsdMessage, scaleMessage, type AisMessage } from '../message.ts'

const head = {
  type: 6, repeat: 0, mmsi: 2_320_001, seqno: 1, dest_mmsi: 345_070_001, retransmit: false, dac: 1,
} as const
const toAll = { type: 8, repeat: 0, mmsi: 2_320_001, dac: 1 } as const

describe('a tidal window', () => {
  const window = { from_hour: 6, from_min: 15, to_hour: 7, to_min: 45, cdir: 270, cspeed: 21 }

  it('in the old form has positions in 1/10,000 minute', () => {
    const tidals = [{ lat: 7_860_000, lon: -35_770_000, ...window }]
    const message: AisMessage = { ...head, fid: 14, month: 6, day: 1, tidals }
    expect(sent(message)).toMatchObject({ bits: 190, tidals })
    expect(scaleMessage(message)['tidals']).toEqual([{ ...window, lat: 13.1, lon: -59.616667, cspeed: 2.1 }])
  })

  it('has positions in 1/1,000 minute', () => {
    const tidals = Array.from({ length: 3 }, (_, i) => ({ lon: -3_577_000 - i, lat: 786_000 + i, ...window }))
    const message: AisMessage = { ...head, fid: 32, month: 6, day: 1, tidals }
    expect(sent(message)).toMatchObject({ bits: 361, tidals })
    expect(scaleMessage(message)['tidals']).toContainEqual({ ...window, lat: 13.1, lon: -59.616667, cspeed: 2.1 })
  })

  it('that is cut reads as far as it goes, as gpsd reads it, and is sent on as it came', () => {
    const cut = readWhole('!AIVDM,1,1,,A,6h2E3MHrg19P0600@00000000000,0*02')
    expect(cut).toMatchObject({ bits: 168, tidals: [{ lon: -16777216, lat: 0, cspeed: 0 }] })
    expect(encodeMessage(cut)).toEqual({ payload: '6h2E3MHrg19P0600@00000000000', fillBits: 0 })
  })

  it('keeps a window that was added after it was received', () => {
    const cut = readWhole('!AIVDM,1,1,,A,6h2E3MHrg19P0600@00000000000,0*02')
    if (cut.type !== 6 || !('tidals' in cut) || cut.fid !== 32) throw new Error('not a tidal window')
    const more = { ...cut, tidals: [...cut.tidals, { lon: 1, lat: 2, ...window }, { lon: 3, lat: 4, ...window }] }
    expect(sent(more)).toMatchObject({ bits: 361, tidals: more.tidals })
  })
})

describe('a route', () => {
  const waypoints = Array.from({ length: 16 }, (_, i) => ({ lon: -35_770_000 - i, lat: 7_860_000 + i }))
  const route = {
    linkage: 3, sender: 1, rtype: 31, month: 6, day: 1, hour: 8, minute: 0, duration: 600, waycount: 16, waypoints,
  }

  it('for one ship has up to 16 waypoints', () => {
    const message: AisMessage = { ...head, fid: 28, ...route, waycount: 2, waypoints: waypoints.slice(0, 2) }
    expect(sent(message)).toMatchObject({ bits: 259, waypoints: waypoints.slice(0, 2) })
    expect(gpsdMessage(message)).toMatchObject({
      rtype_text: 'Cancel route identified by message linkage', start: '06-01T08:00Z', waypoints: waypoints.slice(0, 2),
    })
  })

  it('for all ships too', () => {
    const message: AisMessage = { ...toAll, fid: 27, ...route }
    expect(sent(message)).toMatchObject({ bits: 997, waypoints })
    expect(scaleMessage(message)['waypoints']).toContainEqual({ lon: -59.616667, lat: 13.1 })
  })

  it('that announces more waypoints than there can be has 16', () => {
    const { payload, fillBits } = encodeMessage({ ...toAll, fid: 27, ...route, waycount: 31 })
    expect(read(`!AIVDM,1,1,,A,${payload},${fillBits}*00`)).toMatchObject({ waycount: 31, waypoints })
  })
})

describe('a description', () => {
  it('explains another message to one ship or to all', () => {
    expect(sent({ ...head, fid: 30, linkage: 5, text: 'KEEP CLEAR' })).toMatchObject({ linkage: 5, text: 'KEEP CLEAR' })
    expect(sent({ ...toAll, fid: 29, linkage: 6, text: 'WRECK' })).toMatchObject({ linkage: 6, text: 'WRECK' })
  })

  it('ends where its text ends', () => {
    expect(gpsdMessage(readWhole('!AIVDM,1,1,,B,6h2E3MPr<buN05p0J00000000000,0*0A'))).toMatchObject({
      fid: 30, linkage: 1, text: '(',
    })
  })
})

describe('a closed fairway', () => {
  it('says why, where and how long', () => {
    const closed: AisMessage = {
      ...toAll, fid: 13, reason: 'DREDGING', closefrom: 'BUOY 3', closeto: 'BUOY 7', radius: 200, extunit: 0, fday: 1,
      fmonth: 6, fhour: 8, fminute: 0, tday: 3, tmonth: 6, thour: 18, tminute: 30,
    }
    expect(sent(closed)).toMatchObject({ bits: 472, radius: 200, tminute: 30 })
    expect(gpsdMessage(closed)).toMatchObject({ reason: 'DREDGING', from: '06-01T08:00', to: '06-03T18:30' })
    expect(scaleMessage({ ...closed, fday: 0, radius: 1001 })).toMatchObject({ from: undefined, radius: undefined })
  })
})

describe('the targets of a traffic centre', () => {
  const place = { lat: 786_000, lon: -3_577_000, course: 90, second: 30, speed: 12 }
  /** J8AB@@@ in six-bit characters. */
  const callSign = [10, 56, 1, 2, 0, 0, 0].reduce((bits, sextet) => bits * 64 + sextet, 0)

  it('are identified by MMSI, IMO number, call sign or otherwise', () => {
    const message: AisMessage = {
      ...toAll, fid: 17,
      targets: [
        { idtype: 0, id: 345_070_001, ...place }, { idtype: 1, id: 9_134_270, ...place },
        { idtype: 2, id: callSign, ...place }, { idtype: 3, id: callSign, ...place },
      ],
    }
    expect(sent(message)).toMatchObject({ ...message, bits: 544 })
    expect(gpsdMessage(message)['targets']).toEqual([
      { idtype: 0, idtype_text: 'mmsi', mmsi: '345070001', ...place },
      { idtype: 1, idtype_text: 'imo', imo: '9134270', ...place },
      { idtype: 2, idtype_text: 'callsign', callsign: 'J8AB', ...place },
      { idtype: 3, idtype_text: 'other', other: 'J8AB', ...place },
    ])
    expect(scaleMessage(message)['targets']).toContainEqual({
      idtype: 0, idtype_text: 'mmsi', mmsi: '345070001', ...place, lat: 13.1, lon: -59.616667,
    })
  })
})

describe('a traffic signal', () => {
  it('says what it shows and what comes next', () => {
    const signal: AisMessage = {
      ...toAll, fid: 19, linkage: 1, station: 'PORT CONTROL', lon: -3_577_000, lat: 786_000, status: 1, signal: 3,
      hour: 9,
      minute: 15, nextsignal: 31,
    }
    expect(sent(signal)).toMatchObject({ bits: 360, signal: 3, nextsignal: 31 })
    expect(scaleMessage(signal)).toMatchObject({
      station: 'PORT CONTROL', signal_text: 'Vessels may proceed. One way traffic.',
      nextsignal_text: 'INVALID SIGNAL TYPE',
    })
    expect(scaleMessage({ ...signal, hour: 24, minute: 60 })).toMatchObject({ hour: undefined, minute: undefined })
  })
})
