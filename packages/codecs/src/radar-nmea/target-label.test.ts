import { describe, expect, it } from 'vitest'
import { sentenceOf } from './fixtures/heard.ts'
import { signed } from '../nmea/fixtures/reading.ts'
import { decodeRadarSentence, encodeTlb } from './message.ts'

describe('labels of targets', () => {
  it('are the words of the operator, by target number', () => {
    const line = signed('$RATLB,3,PELICAN,7,,12,NORTH ^2C SOUTH')
    expect(decodeRadarSentence(sentenceOf(line))).toEqual({
      ok: true,
      value: {
        sentence: 'TLB',
        talker: 'RA',
        labels: [
          { targetNumber: 3, label: 'PELICAN' },
          { targetNumber: 7 },
          { targetNumber: 12, label: 'NORTH , SOUTH' },
        ],
      },
    })
  })

  it('need a number that a target can have', () => {
    expect(decodeRadarSentence(sentenceOf(signed('$RATLB,x,PELICAN')))).toEqual({ ok: false, problem: 'value' })
    expect(decodeRadarSentence(sentenceOf(signed('$RATLB,2000,PELICAN')))).toEqual({ ok: false, problem: 'value' })
    expect(decodeRadarSentence(sentenceOf(signed('$RATLB,3')))).toEqual({ ok: false, problem: 'length' })
    expect(decodeRadarSentence(sentenceOf(signed('$RATLB,,LOST')))).toMatchObject({ ok: true, value: { labels: [] } })
  })

  it('come back as they were written, in sentences of 82 characters', () => {
    const labels = Array.from({ length: 20 }, (_, index) => ({ targetNumber: index, label: `BOAT ${index * 111}` }))
    const lines = encodeTlb(labels)
    expect(lines.length).toBeGreaterThan(1)
    expect(Math.max(...lines.map((line) => line.length + 2))).toBeLessThanOrEqual(82)
    const read = lines.flatMap((line) => {
      const decoded = decodeRadarSentence(sentenceOf(line))
      return decoded.ok && decoded.value.sentence === 'TLB' ? decoded.value.labels : []
    })
    expect(read).toEqual(labels)
  })
})
