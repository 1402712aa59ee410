import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteLines } from './byte-lines.ts'

async function linesOf(...chunks: Uint8Array[]): Promise<Buffer[]> {
  const lines: Buffer[] = []
  for await (const line of byteLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk)), { objectMode: true }))) lines.push(line)
  return lines
}

describe('the lines of a recording', () => {
  it('are its bytes, every one, whatever they are and wherever it was cut', async () => {
    const chunk = fc.uint8Array({ maxLength: 40 }).map((bytes) => bytes.map((byte) => (byte < 40 ? 10 : byte)))
    await fc.assert(
      fc.asyncProperty(fc.array(chunk, { maxLength: 8 }), async (chunks) => {
        const lines = await linesOf(...chunks)
        expect(Buffer.concat(lines)).toEqual(Buffer.concat(chunks))
        for (const line of lines.slice(0, -1)) expect(line.indexOf(10)).toBe(line.length - 1)
      }),
    )
  })

  it('come in pieces when one never ends', async () => {
    const lines = await linesOf(...Array.from({ length: 4 }, () => new Uint8Array(50_000).fill(120)))
    expect(lines.length).toBeGreaterThan(2)
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(65_536)
    expect(lines.reduce((sum, { length }) => sum + length, 0)).toBe(200_000)
  })
})
