import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, tag, watched } from './fixtures/reading.ts'
import { readTagBlock, writeTagBlock, type TagBlock } from './tag-block.ts'

function read(block: string) {
  const bytes = bytesOf(block)
  return readTagBlock(bytes, 1, bytes.length - 1)
}

function valueOf(block: string): TagBlock {
  const result = read(block)
  if (!result.ok) throw new Error(result.problem)
  return result.value
}

describe('a tag block', () => {
  it('names the receiver, the time and the group, as a satellite service sends it', () => {
    expect(valueOf('\\g:1-2-6745,s:rORBCOMM000,c:1411920502*56\\')).toEqual({
      group: { line: 1, lines: 2, id: 6745 }, source: 'rORBCOMM000', time: 1_411_920_502_000,
    })
  })

  it('names the receiver under the code of the Danish network', () => {
    expect(valueOf('\\si:AISD*3F\\')).toEqual({ source: 'AISD' })
  })

  it('may state the time in milliseconds', () => {
    expect(valueOf(tag('c:1411920502123')).time).toBe(1_411_920_502_123)
  })

  it('carries destination, line number, relative time and text', () => {
    expect(valueOf(tag('d:VTS,n:17,r:250,t:hello'))).toEqual({
      destination: 'VTS', lineNumber: 17, relativeTime: 250, text: 'hello',
    })
  })

  it('may hold codes that nobody here knows', () => {
    expect(valueOf(tag('x:1,q:u,s:A'))).toEqual({ source: 'A' })
  })

  it.each(['c:', 'c:noon', 'c:-5', 'n:1.5', 'g:1-2', 'g:1-2-', 'g:-', 'g:a-b-c', 'g', ',,', ':', ''])(
    'says nothing by %j, and is no error', (body) => {
      expect(valueOf(tag(body))).toEqual({})
    },
  )

  it('is refused for its checksum when one character is changed', () => {
    expect(read('\\si:AISE*3F\\')).toEqual({ ok: false, problem: 'checksum' })
  })

  it.each(['\\s:A\\', '\\s:A*\\', '\\s:A*3\\', '\\s:A*zz\\', '\\\\', '\\*\\'])('is refused as broken: %s', (block) => {
    expect(read(block)).toEqual({ ok: false, problem: 'framing' })
  })

  it.each([',,,', 'g:1,g:2', 'g:1-2', 's'])('that says %j is read without a look at what follows it', (body) => {
    const block = tag(body)
    const { bytes, seen } = watched(bytesOf(`${block}!AIVDM,1,1\n`.repeat(3)))
    expect(readTagBlock(bytes, 1, block.length - 1)).toEqual({ ok: true, value: body === 's' ? {} : expect.any(Object) })
    expect(seen()).toEqual([1, block.length - 2])
  })

  it('reads as it was written', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9]{1,15}$/)
    const whole = fc.integer({ min: 0, max: 99_999 })
    const blocks = fc.record(
      {
        source: word, destination: word, text: word, lineNumber: whole, relativeTime: whole,
        time: fc.integer({ min: 40_000_000_000, max: 4_000_000_000_000 }),
        group: fc.record({ line: fc.integer({ min: 1, max: 9 }), lines: fc.integer({ min: 1, max: 9 }), id: whole }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(blocks, (block) => {
        expect(valueOf(writeTagBlock(block))).toEqual(block)
      }),
    )
  })
})
