import { describe, expect, it } from 'vitest'
import { read, readWhole, sent } from './fixtures/sentences.ts'
import { gpsdMessage, scaleMessage, type AisMessage } from './message.ts'

describe('an acknowledgement', () => {
  it('tells one station which of its messages was heard', () => {
    expect(read('!AIVDM,1,1,,A,73dnov00OEH=,0*4E')).toEqual({
      bits: 72, type: 7, repeat: 0, mmsi: 248363000, spare: 0, mmsi1: 2053507, seqno1: 1, mmsi2: 0, seqno2: 0, mmsi3: 0,
      seqno3: 0, mmsi4: 0, seqno4: 0,
    })
  })

  it('is the same for safety-related text', () => {
    expect(read('!AIVDM,1,1,,A,=8157oQGOv9f,0*0F')).toMatchObject({ type: 13, mmsi1: 366999707, seqno1: 2 })
  })

  it('tells up to four', () => {
    const four: AisMessage = {
      type: 7, repeat: 0, mmsi: 2_320_001, mmsi1: 1, seqno1: 0, mmsi2: 2, seqno2: 1, mmsi3: 3, seqno3: 2, mmsi4: 4,
      seqno4: 3,
    }
    expect(sent(four)).toMatchObject({ ...four, bits: 168 })
  })

  it('has no other stations for people than it names', () => {
    const shown = scaleMessage(readWhole('!AIVDM,1,1,,A,73dnov00OEH=,0*4E'))
    expect(shown).toMatchObject({ mmsi1: 2053507, mmsi2: undefined, mmsi3: undefined, mmsi4: undefined })
  })

  it.each(['73dnov00OEH', '73dnov00OEH=00000000000000000'])('is refused for its length: %s', (payload) => {
    expect(read(`!AIVDM,1,1,,A,${payload},0*00`)).toBe('length')
  })
})

describe('safety-related text', () => {
  it('to one station keeps its blanks', () => {
    const toOne = readWhole('!AIVDM,1,1,,A,<02:oP0kKcv0@<51C5PB5@?BDPD?P:?2?EB7PDB16693P381>>5<PikP,0*37')
    expect(toOne).toEqual({
      bits: 336, type: 12, repeat: 0, mmsi: 2275200, seqno: 0, dest_mmsi: 215724000, retransmit: false, spare: 0,
      text: 'PLEASE REPORT TO JOBOURG TRAFFIC CHANNEL 13 ',
    })
    expect(gpsdMessage(toOne)['text']).toBe('PLEASE REPORT TO JOBOURG TRAFFIC CHANNEL 13')
  })

  it('to all says what it has to say', () => {
    expect(read('!AIVDM,1,1,,A,>3R1p10E3;;R0USCR0HO>0@gN10kGJp,2*7F')).toMatchObject({
      type: 14, mmsi: 237008900, text: 'EP228 IX48 FG3 DK7 PL56.',
    })
  })

  it.each(['SART ACTIVE', 'SART TEST', 'MOB ACTIVE', 'EPIRB TEST'])('of a distress device arrives: %s', (text) => {
    expect(sent({ type: 14, repeat: 0, mmsi: 970_010_001, text })).toMatchObject({ text })
  })

  it('may be empty', () => {
    const empty = sent({ type: 14, repeat: 0, mmsi: 970_010_001, text: '' })
    expect(empty).toMatchObject({ bits: 40, text: '' })
    expect(scaleMessage(empty)['text']).toBeUndefined()
    expect(gpsdMessage(empty)['text']).toBe('')
  })

  it('is written in capitals, and with ? where the alphabet lacks a letter', () => {
    expect(sent({ type: 14, repeat: 0, mmsi: 1, text: 'Señal de prueba~' })).toMatchObject({ text: 'SE?AL DE PRUEBA?' })
  })

  it('longer than five slots is refused', () => {
    expect(read(`!AIVDM,1,1,,A,>${'0'.repeat(168)},0*00`)).toBe('length')
  })
})
