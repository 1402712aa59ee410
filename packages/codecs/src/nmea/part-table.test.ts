import { describe, expect, it } from 'vitest'
import { bytesOf, isBalanced, readAll, signed, startReading, tag } from './fixtures/reading.ts'

/** One part of a message as it is sent: `part('A', 1, 2, 'AAAA')`. */
function part(payload: string, number: number, of: number, { id = '1', channel = 'A', talker = 'AI', fill = 0 } = {}) {
  return `${signed(`!${talker}VDM,${of},${number},${id},${channel},${payload},${fill}`)}\r\n`
}

describe('a message of several sentences', () => {
  it('is joined in the order of its parts', () => {
    const { payloads, fillBits, reader } = readAll(part('AAA', 1, 3), part('BBB', 2, 3), part('CC', 3, 3, { fill: 2 }))
    expect(payloads).toEqual(['AAABBBCC'])
    expect(fillBits).toEqual([2])
    expect(reader.counts()).toMatchObject({ received: 3, decoded: 3, pending: 0 })
  })

  it('is joined the same when its parts come out of order', () => {
    const { payloads, fillBits } = readAll(part('CC', 3, 3, { fill: 2 }), part('AAA', 1, 3), part('BBB', 2, 3))
    expect(payloads).toEqual(['AAABBBCC'])
    expect(fillBits).toEqual([2])
  })

  it('may have no sequence id', () => {
    expect(readAll(part('AAA', 1, 2, { id: '' }), part('BBB', 2, 2, { id: '' })).payloads).toEqual(['AAABBB'])
  })

  it.each([
    ['channel', { channel: 'B' }],
    ['sequence id', { id: '2' }],
    ['talker', { talker: 'BS' }],
  ])('is not confused with another by its %s', (_, other) => {
    const { payloads } = readAll(part('AAA', 1, 2), part('XXX', 1, 2, other), part('BBB', 2, 2), part('YYY', 2, 2, other))
    expect(payloads).toEqual(['AAABBB', 'XXXYYY'])
  })

  it('waits as pending, part by part', () => {
    const { reader } = startReading()
    reader.read(bytesOf(part('AAA', 1, 3) + part('BBB', 2, 3)), 0)
    expect(reader.counts()).toMatchObject({ received: 2, decoded: 0, pending: 2 })
  })

  it('is given up as incomplete after thirty seconds, not before', () => {
    const { reader, refused } = startReading()
    const first = part('AAA', 1, 2)
    reader.read(bytesOf(first), 1000)
    reader.tick(31_000)
    expect(refused).toEqual([])
    reader.tick(31_001)
    expect(refused).toEqual([['incomplete', first.trimEnd()]])
    expect(reader.counts()).toMatchObject({ pending: 0, problems: { incomplete: 1 } })
  })

  it('is not made of parts that are more than thirty seconds apart', () => {
    const { reader, payloads } = startReading()
    reader.read(bytesOf(part('AAA', 1, 2)), 0)
    reader.read(bytesOf(part('BBB', 2, 2)), 30_001)
    expect(payloads).toEqual([])
    expect(reader.counts()).toMatchObject({ pending: 1, problems: { incomplete: 1 } })
  })

  it('is given up when the stream ends', () => {
    const { reader } = readAll(part('AAA', 1, 2))
    expect(reader.counts()).toMatchObject({ pending: 0, problems: { incomplete: 1 } })
  })

  it('makes room for a newer one when too many wait', () => {
    const { reader, refused } = startReading({ capacity: 3 })
    for (const id of ['1', '2', '3', '4', '5']) reader.read(bytesOf(part(`A${id}`, 1, 2, { id })), 0)
    expect(refused.map(([problem, sentence]) => [problem, sentence.split(',')[5]])).toEqual([
      ['incomplete', 'A1'], ['incomplete', 'A2'],
    ])
    expect(reader.counts().pending).toBe(3)
  })

  it('is given up when the clock is set back, which else would never come by its time again', () => {
    const { reader } = startReading()
    reader.read(bytesOf(part('AAA', 1, 2)), 1_000_000)
    reader.tick(999_000)
    expect(reader.counts().pending).toBe(1)
    reader.tick(5000)
    expect(reader.counts()).toMatchObject({ pending: 0, problems: { incomplete: 1 } })
  })

  it('is bounded at 64 whatever comes', () => {
    const { reader } = startReading()
    for (let i = 0; i < 1000; i++) {
      const channel = String.fromCharCode(48 + (i % 10))
      reader.read(bytesOf(part('A'.repeat(1 + (i % 50)), 1, 9, { id: String(Math.floor(i / 10) % 10), channel })), 0)
    }
    expect(reader.counts().pending).toBeLessThanOrEqual(64)
    expect(isBalanced(reader.counts())).toBe(true)
  })

  it('is whole twice when two receivers of one stream heard it', () => {
    const { payloads, reader } = readAll(part('AAA', 1, 2), part('AAA', 1, 2), part('BBB', 2, 2), part('BBB', 2, 2))
    expect(payloads).toEqual(['AAABBB', 'AAABBB'])
    expect(reader.counts()).toMatchObject({ received: 4, decoded: 4 })
  })

  it('is never made of an old first part and a new second, when the sender took its id again', () => {
    const { payloads, refused } = readAll(part('OLD', 1, 2), part('NEW', 1, 2), part('BBB', 2, 2))
    expect(payloads).toEqual(['NEWBBB'])
    expect(refused.map(([problem]) => problem)).toEqual(['incomplete'])
  })

  it('counts each of its parts when it is refused', () => {
    const { reader, refused } = startReading({}, () => 'length')
    reader.read(bytesOf(part('AAA', 1, 2) + part('BBB', 2, 2)), 0)
    expect(reader.counts()).toMatchObject({ received: 2, pending: 0, problems: { length: 2 } })
    expect(refused).toHaveLength(2)
  })
})

describe('a group of sentences', () => {
  it('belongs together by its number, and takes the time and source of whichever part states them', () => {
    const { payloads, stated } = readAll(
      tag('g:2-2-7') + part('BBB', 2, 2), tag('g:2-2-8') + part('YYY', 2, 2),
      tag('g:1-2-7,s:one,c:1411920502') + part('AAA', 1, 2), tag('g:1-2-8,s:two,c:1411920503') + part('XXX', 1, 2),
    )
    expect(payloads).toEqual(['AAABBB', 'XXXYYY'])
    expect(stated).toMatchObject([
      { source: 'one', time: 1_411_920_502_000 }, { source: 'two', time: 1_411_920_503_000 },
    ])
  })

  it('shares the time and source of its first line, which may be of another kind', () => {
    const vsi = signed('$ABVSI,r3669961,1,013536.96,1386,-98,0')
    const { stated } = readAll(
      `${tag('g:1-2-1234,s:r3669961,c:1120959341')}${vsi}\r\n${tag('g:2-2-1234')}`, part('AAA', 1, 1, { id: '' }),
      tag('g:2-2-1235'), part('BBB', 1, 1, { id: '' }),
    )
    expect(stated[0]).toMatchObject({ source: 'r3669961', time: 1_120_959_341_000 })
    expect(stated[1]).not.toHaveProperty('time')
  })

  it('is kept apart from another source with the same ids', () => {
    const { payloads } = readAll(
      tag('s:one') + part('AAA', 1, 2), tag('s:two') + part('XXX', 1, 2),
      tag('s:one') + part('BBB', 2, 2), tag('s:two') + part('YYY', 2, 2),
    )
    expect(payloads).toEqual(['AAABBB', 'XXXYYY'])
  })
})
