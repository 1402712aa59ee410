import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { LineOutput } from './line-output.ts'

/** A stream that takes pieces one by one and may fail at one of them. */
function slowStream(failAt = Number.POSITIVE_INFINITY, code = 'EPIPE') {
  const pieces: string[] = []
  const stream = new Writable({
    decodeStrings: false,
    write(piece, _, done) {
      setImmediate(() => {
        if (pieces.length >= failAt) return done(Object.assign(new Error(code), { code }))
        pieces.push(String(piece))
        done()
      })
    },
  })
  return { stream, pieces }
}

describe('the lines of a command', () => {
  it('go out in few large pieces, and none is lost', async () => {
    const { stream, pieces } = slowStream()
    const output = new LineOutput(stream)
    for (let i = 0; i < 20_000; i++) {
      output.write(`line ${i}`)
      await output.drained()
    }
    await output.flush()
    expect(pieces.length).toBeLessThan(10)
    expect(pieces.join('')).toBe(Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`).join(''))
  })

  it('wait for a slow reader: a piece is out before the next is begun', async () => {
    const { stream, pieces } = slowStream()
    const output = new LineOutput(stream)
    output.write('x'.repeat(100_000))
    expect(pieces).toEqual([])
    await output.drained()
    expect(pieces).toHaveLength(1)
    expect(stream.writableLength).toBe(0)
  })

  it('send nothing when there is nothing', async () => {
    const { stream, pieces } = slowStream()
    await new LineOutput(stream).flush()
    expect(pieces).toEqual([])
  })

  it('end quietly when the reader goes away, and may still be written', async () => {
    const { stream, pieces } = slowStream(1)
    const output = new LineOutput(stream)
    for (const line of ['first', 'second', 'third']) {
      output.write(line)
      await output.flush()
    }
    expect(output.isClosed).toBe(true)
    expect(pieces).toEqual(['first\n'])
  })

  it('fail when the disk is full', async () => {
    const output = new LineOutput(slowStream(0, 'ENOSPC').stream)
    output.write('first')
    await expect(output.flush()).rejects.toThrow('ENOSPC')
  })
})
