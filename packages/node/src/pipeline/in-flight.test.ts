import { describe, expect, it } from 'vitest'
import { BYTES_WHILE_LATE, CHUNKS_WHILE_LATE, createInFlight, MOST_CHUNKS } from './in-flight.ts'

const chunk = (sensor: number, length: number, receivedAt = 0) =>
  ({ sensor, stream: 0, bytes: new Uint8Array(length), receivedAt, datagram: false })

describe('bytes on their way to the worker', () => {
  it('are bounded for each sensor', () => {
    const inFlight = createInFlight(100, 2)
    inFlight.add(chunk(0, 60))
    expect(inFlight.hasRoom(0, 40, 0)).toBe(true)
    expect(inFlight.hasRoom(0, 41, 0)).toBe(false)
    expect(inFlight.hasRoom(1, 100, 0)).toBe(true)
  })

  it('may be one chunk of any size', () => {
    expect(createInFlight(100, 1).hasRoom(0, 1000, 0)).toBe(true)
  })

  it('are bounded in number too: datagrams may be empty, or of one byte', () => {
    const inFlight = createInFlight(1_000_000, 1)
    let told = 0
    for (let n = 0; n < MOST_CHUNKS; n++) {
      expect(inFlight.hasRoom(0, 0, 0)).toBe(true)
      inFlight.add(chunk(0, 0))
    }
    expect(inFlight.hasRoom(0, 0, 0)).toBe(false)
    inFlight.nextBatch()
    inFlight.whenRoom(0, () => told++)
    expect(told).toBe(0)
    inFlight.taken()
    expect([told, inFlight.hasRoom(0, 0, 0)]).toEqual([1, true])
  })

  it('are few of each sensor while the worker is late, and those of a quiet one still get in', () => {
    const inFlight = createInFlight(1_000_000, 3)
    inFlight.add(chunk(0, BYTES_WHILE_LATE, 5000))
    for (let n = 0; n < CHUNKS_WHILE_LATE; n++) inFlight.add(chunk(1, 1, 5000))
    inFlight.nextBatch()
    const room = (now: number) => [0, 1, 2].map((sensor) => inFlight.hasRoom(sensor, 1, now))
    expect(room(6000)).toEqual([true, true, true])
    expect(room(6001)).toEqual([false, false, true])
    inFlight.taken()
    expect(room(6001)).toEqual([true, true, true])
  })

  it('make room again when the worker has read them', () => {
    const inFlight = createInFlight(100, 1)
    let told = 0
    inFlight.add(chunk(0, 60))
    inFlight.nextBatch()
    inFlight.add(chunk(0, 40))
    inFlight.nextBatch()
    inFlight.whenRoom(0, () => told++)
    expect(told).toBe(0)
    inFlight.taken()
    expect(told).toBe(1)
    inFlight.taken()
    expect(told).toBe(1)
    expect(inFlight.hasRoom(0, 100, 0)).toBe(true)
  })

  it('let a source go on at once when there is room already', async () => {
    const inFlight = createInFlight(100, 1)
    await new Promise<void>((resolve) => inFlight.whenRoom(0, resolve))
  })

  it('travel together when they came together', () => {
    const inFlight = createInFlight(100, 2)
    inFlight.add(chunk(0, 10))
    inFlight.add(chunk(1, 10))
    expect(inFlight.hasPending).toBe(true)
    expect(inFlight.nextBatch()).toHaveLength(2)
    expect(inFlight.hasPending).toBe(false)
    expect(inFlight.nextBatch()).toEqual([])
  })

  it('know how old the oldest of them are', () => {
    const inFlight = createInFlight(100, 1)
    expect(inFlight.oldest).toBeUndefined()
    inFlight.add(chunk(0, 1, 500))
    inFlight.nextBatch()
    inFlight.add(chunk(0, 1, 700))
    expect(inFlight.oldest).toBe(500)
    inFlight.taken()
    expect(inFlight.oldest).toBe(700)
  })

  it('cannot be read before they are given', () => {
    expect(() => createInFlight(100, 1).taken()).toThrow('more batches than it was given')
  })
})
