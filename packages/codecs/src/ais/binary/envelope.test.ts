import { describe, expect, it } from 'vitest'
import { read, readWhole, sent } from '../fixtures/sentences.ts'
import { encodeMessage, gpsdMessage, scaleMessage, type AisMessage } from '../message.ts'

describe('a binary message whose content nothing here reads', () => {
  it('keeps the content of an addressed message as it is', () => {
    expect(read('!AIVDM,1,1,,A,647sBv00b=E006P9>0,4*1B')).toEqual({
      bits: 104, type: 6, repeat: 0, mmsi: 276747000, seqno: 0, dest_mmsi: 2766160, retransmit: false, spare: 0, dac: 1,
      fid: 40, data: '16:0938',
    })
  })

  it('keeps the content of a broadcast as it is, to the last of its 98 bits', () => {
    const data = '98:e06f855b566c803fe7a0306140'
    const message: AisMessage = { type: 8, repeat: 0, mmsi: 2, dac: 366, fid: 56, data }
    expect(sent(message)).toMatchObject(message)
  })

  it('may have none', () => {
    expect(read('!AIVDM,1,1,,A,6Ewg=<5<S?Ko:8T,2*51')).toMatchObject({ dac: 162, fid: 9, data: '0:' })
  })

  it.each([
    ['6', 'a broadcast head', '647sBv00b=E006'], ['8', 'a lone header', '83aEQw@j2'],
  ])('message %s with only %s is refused for its length', (_, __, payload) => {
    expect(read(`!AIVDM,1,1,,A,${payload},0*00`)).toBe('length')
  })

  it('longer than five slots is refused', () => {
    expect(read(`!AIVDM,1,1,,A,8${'w'.repeat(168)},0*00`)).toBe('length')
  })
})

describe('corrections for satellite navigation', () => {
  const corrections = [
    '!AIVDM,2,1,4,B,A02VqOP;b901h0@1T>ih4wmw1kH8wh3v8Qkvv?t43wsn078JwW;wE@Ov,0*62',
    '!AIVDM,2,2,4,B,ROpn1OsT00D:w?wwNrbb,0*41',
  ]

  it('are kept as they are, with the place of their station', () => {
    const message = readWhole(...corrections)
    expect(message).toMatchObject({ bits: 456, type: 17, mmsi: 2734462, lon: 11938, lat: 32782 })
    expect(scaleMessage(message)).toMatchObject({ lon: 19.896667, lat: 54.636667 })
    expect(message).toHaveProperty('data', expect.stringMatching(/^376:040190ec7013.*7baaaa$/))
  })

  it('are sent on unchanged', () => {
    const message = readWhole(...corrections)
    expect(sent(message)).toEqual(message)
  })
})

describe('a single-slot binary message', () => {
  it.each([
    ['to all, unstructured', '!AIVDM,1,1,,A,I6SWVNP001a3P8FEKNf=Qb0@00S8,0*6B',
      { addressed: false, structured: false, dest_mmsi: 0, app_id: 0, data: '128:00001a438085956deb8d86a0100008c8' }],
    ['to all, structured', '!AIVDM,1,1,,A,I8IRGB40QPPa0:<HP::V=gwv0l48,0*0E',
      { addressed: false, structured: true, dest_mmsi: 0, app_id: 134, data: '112:082900a31880a2a636fffe034108' }],
    ['to one, unstructured', '!AIVDM,1,1,,B,I;=w>`IRvRwqhWd,2*23',
      { addressed: true, structured: false, dest_mmsi: 415140862, app_id: 0, data: '18:709ec0' }],
    ['to one, structured', '!AIVDM,1,1,,B,IF;gsl>JraOWLe9otir9Rh,4*01',
      { addressed: true, structured: true, dest_mmsi: 649766393, app_id: 56500, data: '42:9dfcc7a262c0' }],
  ])('is read %s', (_, sentence, expected) => {
    const message = readWhole(sentence)
    expect(message).toMatchObject({ type: 25, ...expected })
    expect(sent(message)).toEqual(message)
  })

  it('is refused when it is too short for the address it announces', () => {
    const { payload } = encodeMessage(readWhole('!AIVDM,1,1,,B,I;=w>`IRvRwqhWd,2*23'))
    expect(read(`!AIVDM,1,1,,A,${payload.slice(0, 11)},0*00`)).toBe('length')
  })
})

describe('a multi-slot binary message', () => {
  const addressed = '!AIVDM,1,1,,A,J1@@0IK70PGgT740000000000@000?D0ih1e00006JlPC9C3,0*6B'

  it('has the state of the radio behind its content', () => {
    expect(read(addressed)).toEqual({
      bits: 288, type: 26, repeat: 0, mmsi: 84148325, addressed: true, structured: false, dest_mmsi: 834699643,
      app_id: 0,
      data: '198:e41c40000000000000004000003d4031c01b400000066b4810', radio: 824515,
    })
  })

  it('is shown to programs as gpsd shows it, which takes the radio state for content', () => {
    expect(gpsdMessage(readWhole(addressed))).toMatchObject({
      data: '198:e41c40000000000000004000003d4031c01b400000066b4813', radio: 0,
    })
  })

  it.each([['9:ff80', '9:ffc0'], ['10:ffc0', '10:ffc0'], ['11:ffe0', '11:ffff'], ['16:ffff', '16:ffff']])(
    'to one station with the content %s is shown as %s, since gpsd copies whole bytes and then moves them',
    (data, shown) => {
      const message: AisMessage = {
        type: 26, repeat: 0, mmsi: 1, addressed: true, structured: false, dest_mmsi: 2, app_id: 0, data, radio: 0xfffff,
      }
      expect(gpsdMessage(message)['data']).toBe(shown)
    },
  )

  it('is shown to people as it is', () => {
    expect(scaleMessage(readWhole(addressed))).toMatchObject({
      data: '198:e41c40000000000000004000003d4031c01b400000066b4810', radio: 824515,
    })
  })

  it('is refused where the radio state has no room', () => {
    expect(read('!AIVDM,1,1,,A,JDLQu7T,0*00')).toBe('length')
  })
})
