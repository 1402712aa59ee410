import { describe, expect, it } from 'vitest'
import { readWhole, sent } from '../fixtures/sentences.ts'
import { gpsdMessage, scaleMessage } from '../message.ts'

describe('the monitoring of a buoy', () => {
  const british = '!AIVDM,1,1,,A,6>jCJfkfJjOt>dap@104P00,2*51'

  it('holds every field exactly as transmitted', () => {
    expect(readWhole(british)).toEqual({
      bits: 136, type: 6, repeat: 0, mmsi: 992271035, seqno: 0, dest_mmsi: 999999999, retransmit: false, spare: 0,
      dac: 235, fid: 10, ana_int: 481, ana_ext1: 1, ana_ext2: 1, racon: 0, light: 2, alarm: false, stat_ext: 0,
      off_pos: false, spare2: 0,
    })
  })

  it('reads in volts, without the inputs that are not used', () => {
    const irish = readWhole('!AIVDM,1,1,,A,6NjQME00V:C0?`a4@000P00,2*5A')
    expect(scaleMessage(irish)).toMatchObject({
      dac: 250, ana_int: 13.65, ana_ext1: undefined, ana_ext2: undefined, racon_text: 'No RACON installed',
      light_text: 'Light OFF',
    })
  })

  it('reports trouble', () => {
    const message = readWhole(british)
    if (message.type !== 6 || !('alarm' in message)) throw new Error('not a monitoring report')
    const adrift = sent({ ...message, alarm: true, off_pos: true, racon: 3, light: 3, stat_ext: 255 })
    expect(gpsdMessage(adrift)).toMatchObject({
      alarm: true, off_pos: true, racon_text: 'RACON ERROR', light_text: 'Light ERROR', stat_ext: 255,
    })
  })
})
