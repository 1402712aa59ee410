import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BlockReader } from './block-reader.ts'
import { encodeAsterix } from './encode.ts'

const block = (length: number, category = 48): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => [category, length >> 8, length & 255][at] ?? at & 255)

function collect() {
  const blocks: string[] = []
  const reader = new BlockReader({ block: (bytes, from, to) => void blocks.push(Buffer.from(bytes.subarray(from, to)).toString('hex')) })
  return { blocks, reader }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

describe('a stream of blocks', () => {
  it('gives the same blocks however it is cut', () => {
    const sent = [block(9), block(3), block(300, 34), block(70), encodeAsterix([{ cat: 34, items: { 'I034/000': 2 } }])]
    const bytes = Buffer.concat(sent)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), (sizes) => {
        const { blocks, reader } = collect()
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const size = sizes[turn % sizes.length]!
          reader.read(bytes.subarray(at, at + size), false)
          at += size
        }
        reader.end()
        expect(blocks).toEqual(sent.map(hex))
      }),
    )
  })

  it('gives out what is left over when it ends', () => {
    const { blocks, reader } = collect()
    reader.read(block(9).subarray(0, 5), false)
    expect(blocks).toEqual([])
    reader.end()
    reader.end()
    expect(blocks).toEqual([hex(block(9).subarray(0, 5))])
  })

  it('holds the longest block there can be', () => {
    const { blocks, reader } = collect()
    const longest = block(65_535)
    for (let at = 0; at < longest.length; at += 1000) reader.read(longest.subarray(at, at + 1000), false)
    expect(blocks).toEqual([hex(longest)])
  })

  it('gives up what comes with a block that has no length, and reads on with what comes next', () => {
    const { blocks, reader } = collect()
    const nonsense = Uint8Array.from([48, 0])
    reader.read(nonsense, false)
    reader.read(Uint8Array.from([1, 9, 9, 9]), false)
    reader.read(block(5), false)
    expect(blocks).toEqual(['300001090909', hex(block(5))])
  })
})

describe('a datagram', () => {
  it('holds whole blocks: a rest is given out at once, and is not joined to the next', () => {
    const { blocks, reader } = collect()
    reader.read(Buffer.concat([block(5), block(9).subarray(0, 4)]), true)
    reader.read(block(6), true)
    reader.end()
    expect(blocks).toEqual([hex(block(5)), hex(block(9).subarray(0, 4)), hex(block(6))])
  })
})
