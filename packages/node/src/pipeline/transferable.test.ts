import { describe, expect, it } from 'vitest'
import { transferable } from './transferable.ts'

const chunk = (bytes: Uint8Array | undefined) => ({ sensor: 0, stream: 0, bytes, receivedAt: 0, datagram: false })

describe('a chunk for another thread', () => {
  it('hands its memory over when it has it for itself', () => {
    const bytes = new Uint8Array(8)
    const { batch, buffers } = transferable([chunk(bytes)])
    expect(batch[0]?.bytes).toBe(bytes)
    expect(buffers).toEqual([bytes.buffer])
  })

  it('is copied out of a pool, so that the pool does not travel', () => {
    const pool = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8])
    const { batch, buffers } = transferable([chunk(pool.subarray(2, 4)), chunk(pool.subarray(4, 6))])
    expect(batch.map(({ bytes }) => bytes)).toEqual([Uint8Array.of(3, 4), Uint8Array.of(5, 6)])
    expect(buffers.map(({ byteLength }) => byteLength)).toEqual([2, 2])
    expect(pool.length).toBe(8)
  })

  it('is never handed over twice', () => {
    const bytes = new Uint8Array(4)
    const { buffers } = transferable([chunk(bytes), chunk(bytes)])
    expect(new Set(buffers).size).toBe(2)
  })

  it('may be the end of a stream', () => {
    expect(transferable([chunk(undefined)])).toEqual({ batch: [chunk(undefined)], buffers: [] })
  })
})
