import { describe, expect, it } from 'vitest'
import { createRecogniser } from './recogniser.ts'

const piece = (text: string, receivedAt: number, more = {}) =>
  ({ stream: 0, bytes: Buffer.from(text), receivedAt, datagram: false, ...more })
/** Knows a format when it sees its name. */
const recognise = (bytes: Uint8Array) => (Buffer.from(bytes).includes('AIS') ? 'ais' : undefined)

describe('a format that nobody has named', () => {
  it('is recognised over the pieces of a stream, all of which are kept for its reader', () => {
    const recogniser = createRecogniser(recognise)
    expect(recogniser.add(piece('..A', 0))).toBeUndefined()
    expect(recogniser.add(piece('IS..', 100))).toBe('ais')
    expect(recogniser.pieces()).toHaveLength(2)
  })

  it('is not put together of two connections, nor of two datagrams', () => {
    const recogniser = createRecogniser(recognise)
    recogniser.add(piece('A', 0, { stream: 1 }))
    expect(recogniser.add(piece('IS', 100, { stream: 2 }))).toBeUndefined()
    recogniser.add(piece('A', 200, { datagram: true }))
    expect(recogniser.add(piece('IS', 300, { datagram: true }))).toBeUndefined()
    expect(recogniser.add(piece('AIS', 400, { datagram: true }))).toBe('ais')
  })

  it('is looked for now and then, not at every byte', () => {
    let looks = 0
    const recogniser = createRecogniser(() => void looks++)
    for (let ms = 0; ms < 1000; ms++) recogniser.add(piece('x', ms))
    expect(looks).toBe(20)
  })

  it('holds little, however much comes', () => {
    const recogniser = createRecogniser(recognise)
    for (let ms = 0; ms < 2000; ms++) recogniser.add(piece('x'.repeat(1000), ms))
    expect(recogniser.pieces().reduce((sum, { bytes }) => sum + bytes!.length, 0)).toBeLessThanOrEqual(65_536)
    for (let ms = 0; ms < 2000; ms++) recogniser.add(piece('', ms))
    expect(recogniser.pieces().length).toBeLessThanOrEqual(512)
  })

  it('shows what came in last', () => {
    const recogniser = createRecogniser(recognise)
    expect(recogniser.sample()).toHaveLength(0)
    recogniser.add(piece('GET /', 0))
    expect(Buffer.from(recogniser.sample()).toString()).toBe('GET /')
  })
})
