import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, isBalanced, readAll, signed, startReading, tag } from './fixtures/reading.ts'

const MOORED = '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C'
const PAYLOAD = '177KQJ5000G?tO`K>RA1wUbN0TKH'
const UNDER_WAY = '!BSVDM,1,1,,A,13@:`L001N0ded0O6Fp8wW<00<0t,0*62'

describe('an AIS sentence', () => {
  it('gives its payload and fill bits', () => {
    const { payloads, fillBits, reader } = readAll(`${MOORED}\r\n!AIVDM,1,1,,B,?3oL?R0p<6I0D00,2*12\r\n`)
    expect(payloads).toEqual([PAYLOAD, '?3oL?R0p<6I0D00'])
    expect(fillBits).toEqual([0, 2])
    expect(reader.counts()).toMatchObject({ received: 2, decoded: 2, pending: 0 })
  })

  it.each(['AI', 'AB', 'AD', 'AN', 'AR', 'AS', 'AT', 'AX', 'BS', 'SA', 'B2'])('is read from talker %s', (talker) => {
    expect(readAll(signed(`!${talker}VDM,1,1,,A,${PAYLOAD},0`), '\n', signed(`!${talker}VDO,1,1,,A,${PAYLOAD},0`)).payloads)
      .toEqual([PAYLOAD, PAYLOAD])
  })

  it('may have a blank channel and fields beyond the standard', () => {
    expect(readAll(signed(`!AIVDM,1,1,,,${PAYLOAD},0,0`)).payloads).toEqual([PAYLOAD])
    expect(readAll(signed(`!AIVDM,1,1,1,,${PAYLOAD},0,0`)).payloads).toEqual([PAYLOAD])
  })

  it('may be followed by the station and the time that some networks append', () => {
    const { payloads, stated } = readAll(`${MOORED},rnhjel,1262304000.05\r\n${MOORED},1411920816 \r\n${MOORED}\r\n`)
    expect(payloads).toHaveLength(3)
    expect(stated).toEqual([{ time: 1_262_304_000_000 }, { time: 1_411_920_816_000 }, {}])
  })

  it.each([' ', ',', ',x', ',14119208160', ',141192081', ', 1411920816', ',r1,-1411920816', '\t1411920816'])(
    'has no time when %j follows', (tail) => {
      const { payloads, stated } = readAll(`${MOORED}${tail}\r\n`)
      expect(payloads).toEqual([PAYLOAD])
      expect(stated).toEqual([{}])
    },
  )

  it('may have its checksum in small letters', () => {
    expect(readAll(MOORED.replace('5C', '5c')).payloads).toEqual([PAYLOAD])
  })

  it('may stand behind the time that a logger wrote', () => {
    const { payloads, reader } = readAll(`2026-01-03T12:00:00Z ${MOORED}\n`)
    expect(payloads).toEqual([PAYLOAD])
    expect(reader.counts()).toMatchObject({ received: 1, decoded: 1 })
  })

  it('may follow another on one line', () => {
    expect(readAll(`${MOORED}${UNDER_WAY}\n`).payloads).toHaveLength(2)
  })

  it.each([
    ['checksum', 'one character is changed', MOORED.replace('G?tO', 'G?tP')],
    ['framing', 'it has no checksum', MOORED.slice(0, -3)],
    ['framing', 'its checksum is cut', MOORED.slice(0, -1)],
    ['framing', 'its checksum is no number', MOORED.replace('5C', '5G')],
    ['framing', 'letters follow the checksum', `${MOORED}xyz`],
    ['framing', 'fields are missing', signed('!AIVDM,1,1,,B')],
    ['value', 'it is part 2 of 1', signed(`!AIVDM,1,2,,B,${PAYLOAD},0`)],
    ['value', 'it is part 0', signed(`!AIVDM,1,0,,B,${PAYLOAD},0`)],
    ['value', 'its number of parts is a letter', signed(`!AIVDM,x,1,,B,${PAYLOAD},0`)],
    ['value', 'its sequence id is a letter', signed(`!AIVDM,1,1,x,B,${PAYLOAD},0`)],
    ['value', 'it has six fill bits', signed(`!AIVDM,1,1,,B,${PAYLOAD},6`)],
    ['value', 'a part that is not the last has fill bits', signed(`!AIVDM,2,1,1,B,${PAYLOAD},2`)],
    ['unsupported', 'it is of another kind', signed('$GPGGA,213950.00,5250.53669,N,00542.34920,E,1')],
    ['unsupported', 'its talker is no talker', signed(`!a-VDM,1,1,,B,${PAYLOAD},0`)],
    ['framing', 'it is only its delimiter', '!'],
    ['framing', 'it is a comment', '# recorded at Kingstown'],
    ['framing', 'it is a comment that quotes a sentence', `# ${MOORED}`],
    ['framing', 'it is no sentence at all', 'GET / HTTP/1.1'],
  ])('is refused for %s when %s', (problem, _, line) => {
    const { refused, payloads, reader } = readAll(`${line}\r\n`)
    expect(payloads).toEqual([])
    expect(refused).toEqual([[problem, line]])
    expect(reader.counts().problems).toMatchObject({ [problem]: 1 })
    expect(isBalanced(reader.counts())).toBe(true)
  })

  it('that lost its end does not take the next with it', () => {
    const { payloads, refused } = readAll(`${MOORED.slice(0, 20)}${UNDER_WAY}\n`)
    expect(payloads).toEqual(['13@:`L001N0ded0O6Fp8wW<00<0t'])
    expect(refused).toEqual([['framing', MOORED.slice(0, 20)]])
  })

  it('is refused at every length shorter than its own', () => {
    for (let length = 1; length < MOORED.length; length++) {
      const { payloads, reader } = readAll(MOORED.slice(0, length))
      expect(payloads).toEqual([])
      expect(reader.counts()).toMatchObject({ received: 1, decoded: 0, problems: { framing: 1 } })
    }
  })

  it('is counted as its taker judges it', () => {
    const { reader, refused } = startReading({}, (payload) => (payload === PAYLOAD ? 'duplicate' : 'length'))
    reader.read(bytesOf(`${MOORED}\n${UNDER_WAY}\n`), 0)
    expect(reader.counts()).toMatchObject({ received: 2, decoded: 0, duplicates: 1, problems: { length: 1 } })
    expect(refused).toEqual([['length', UNDER_WAY]])
  })
})

describe('a datagram', () => {
  it('ends its last line', () => {
    const { reader, payloads } = startReading()
    reader.read(bytesOf(`${MOORED}\r\n${UNDER_WAY}`), 0, true)
    expect(payloads).toHaveLength(2)
  })

  it('may begin with the header of IEC 61162-450, and name its sender in a tag block', () => {
    const { reader, payloads, stated } = startReading()
    reader.read(bytesOf(`UdPbC\0${tag('s:AI0001,n:17')}${MOORED}\r\n${tag('s:AI0001,n:18')}${UNDER_WAY}\r\n`), 0, true)
    expect(payloads).toHaveLength(2)
    expect(stated).toEqual([{ source: 'AI0001' }, { source: 'AI0001' }])
    expect(reader.counts()).toMatchObject({ received: 2, decoded: 2 })
  })
})

describe('a sentence with a tag block', () => {
  it('is dated and attributed by it', () => {
    const { stated } = readAll(`${tag('s:tower,c:1411920502')}${MOORED}\n${UNDER_WAY}\n`)
    expect(stated).toEqual([{ source: 'tower', time: 1_411_920_502_000 }, {}])
  })

  it('is read without it when the tag block is damaged, which is counted on its own', () => {
    const { payloads, stated, refused, reader } = readAll(`\\s:tower*00\\${MOORED}\n`)
    expect(payloads).toEqual([PAYLOAD])
    expect(stated).toEqual([{}])
    expect(refused).toEqual([['checksum', '\\s:tower*00\\']])
    expect(reader.counts()).toMatchObject({ received: 2, decoded: 1, problems: { checksum: 1 } })
  })

  it.each([`\\s:tower`, `\\s:tower*6F`])('is read though the tag block never closes: %s', (opening) => {
    const { payloads, refused } = readAll(`${opening}${MOORED}\n`)
    expect(payloads).toEqual([PAYLOAD])
    expect(refused).toEqual([['framing', opening]])
  })

  it('may have it on the line before, with a Gatehouse line between', () => {
    const lines = [
      '\\si:AISD*3F\\', '$PGHP,1,2014,9,28,16,0,4,684,219,21,992190921,1,14*22',
      '!AIVDM,1,1,,A,1815:?Pu@SPl2`LQ4kaeRr0400SS,0*14',
    ]
    const { stated, reader } = readAll(lines.join('\r\n'))
    expect(stated).toEqual([{ source: 'AISD', time: Date.UTC(2014, 8, 28, 16, 0, 4, 684) }])
    expect(reader.counts()).toMatchObject({ received: 3, decoded: 3 })
  })

  it('does not take the time of a Gatehouse line that speaks of another sentence', () => {
    const { stated } = readAll(`$PGHP,1,2014,9,28,16,0,4,684,219,21,992190921,1,14*22\r\n${MOORED}\r\n`)
    expect(stated).toEqual([{}])
  })

  it('takes the time of a Gatehouse line for all parts of a message, whose checksums are combined there', () => {
    const { stated } = readAll(
      '$PGHP,1,2014,9,28,16,2,19,346,219,,2190074,1,13*1A\r\n',
      '!BSVDM,2,1,2,B,5815:?P2BL3UKMEG>20I8Tv2222222222222221@L@hEK6L`NGPEhBE2,0*12\r\n!BSVDM,2,2,2,B,CQp3lQ1DTp88880,2*01\r\n',
    )
    expect(stated).toEqual([{ time: Date.UTC(2014, 8, 28, 16, 2, 19, 346), source: '2190074' }])
  })

  it('refuses junk between the two', () => {
    const { payloads, refused } = readAll(`${tag('s:tower')}junk${MOORED}\n`)
    expect(payloads).toEqual([PAYLOAD])
    expect(refused).toEqual([['framing', `${tag('s:tower')}junk`]])
  })
})

describe('a stream of sentences', () => {
  const pieces = fc.constantFrom(
    MOORED, UNDER_WAY, '\r\n', '\n', '\r', 'junk', '!', '$', '\\', '*', '#', tag('s:A'), tag('g:1-2-5'), 'x'.repeat(800),
    '!AIVDM,2,1,1,A,0000,0*', signed('!AIVDM,2,1,1,A,0000,0'), signed('!AIVDM,2,2,1,A,11,2'), signed('$GPGLL,1'),
    '$PGHP,1,2014,9,28,16,0,4,684,219,21,992190921,1,14*22',
  )
  const streams = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''))

  it('reads the same however it is broken into fragments', () => {
    fc.assert(
      fc.property(streams, fc.array(fc.nat(), { maxLength: 8 }), (stream, cuts) => {
        const at = cuts.map((cut) => cut % (stream.length + 1)).sort((a, b) => a - b)
        const whole = readAll(stream)
        const broken = readAll(...[0, ...at].map((from, index) => stream.slice(from, at[index] ?? stream.length)))
        expect(broken.payloads).toEqual(whole.payloads)
        expect(broken.stated).toEqual(whole.stated)
        expect(broken.refused).toEqual(whole.refused)
        expect(broken.reader.counts()).toEqual(whole.reader.counts())
      }),
    )
  })

  it('leaves nothing uncounted, before its end and after', () => {
    fc.assert(
      fc.property(streams, fc.uint8Array({ maxLength: 200 }), (stream, noise) => {
        const { reader, refused } = startReading()
        reader.read(bytesOf(stream), 0)
        reader.read(noise, 0)
        expect(isBalanced(reader.counts())).toBe(true)
        reader.end(0)
        const { pending, problems } = reader.counts()
        expect(isBalanced(reader.counts())).toBe(true)
        expect(pending).toBe(0)
        expect(Object.values(problems).reduce((sum, count) => sum + count, 0)).toBe(refused.length)
      }),
    )
  })
})
