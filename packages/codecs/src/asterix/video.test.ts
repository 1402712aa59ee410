import type { RadarSpoke } from '@csii/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collect } from '../nmea/fixtures/collected.ts'
import { encodeAsterix } from './encode.ts'
import { KINGSTOWN } from './fixtures/heard.ts'
import type { AsterixRecord } from './record.ts'
import { asterix } from './sensor.ts'
import { spokeOf } from './video.ts'

/** 100 ns are 15 m of range. */
const header = { STARTAZ: 90, ENDAZ: 90.3515625, STARTRG: 2, CELLDUR: 100 }

function video(RES: number, octets: string, NBCELLS: number, more: object = {}): AsterixRecord['items'] {
  const filled = octets.padEnd(Math.ceil(octets.length / 8) * 8, '0')
  return {
    'I240/000': 2, 'I240/040': header, 'I240/048': { C: 0, RES }, 'I240/049': { NBVB: octets.length / 2, NBCELLS },
    'I240/050': filled.match(/.{8}/g) ?? [], ...more,
  }
}

describe('a record of radar video', () => {
  it('is a beam with its cells and where they lie', () => {
    const spoke = spokeOf(video(4, '00FF80', 3))!
    expect([...spoke.amplitudes]).toEqual([0, 255, 128])
    expect(spoke).toMatchObject({ startAzimuthDeg: 90, endAzimuthDeg: 90.3515625 })
    expect(spoke.cellLength).toBeCloseTo(14.99, 2)
    expect(spoke.startRange).toBeCloseTo(29.98, 2)
  })

  it.each([
    [1, 'A0', 4, [255, 0, 255, 0]],
    [2, '1B', 4, [0, 85, 170, 255]],
    [3, '0F8', 3, [0, 255, 136]],
    [5, '00FF8000', 2, [0, 128]],
    [6, '7F00000001000000', 2, [127, 1]],
  ])('of resolution %i is brought to 0 to 255', (resolution, octets, cells, amplitudes) => {
    const even = octets.length % 2 === 0 ? octets : `${octets}0`
    expect([...spokeOf(video(resolution, even, cells))!.amplitudes]).toEqual(amplitudes)
  })

  it('may tell the length of its cells in femtoseconds', () => {
    const fine = video(4, 'FF', 1, { 'I240/040': undefined, 'I240/041': { ...header, CELLDUR: 100_000_000 } })
    expect(spokeOf(fine)!.cellLength).toBeCloseTo(14.99, 2)
  })

  it('ends with the octets that are there, whatever it says of their number', () => {
    expect(spokeOf(video(4, '0102', 2, { 'I240/049': { NBVB: 9000, NBCELLS: 9_000_000 } }))!.amplitudes).toHaveLength(4)
    expect(spokeOf(video(4, '0102', 1))!.amplitudes).toHaveLength(1)
  })

  it.each([
    ['a summary', { 'I240/040': undefined }],
    ['compressed', { 'I240/048': { C: 1, RES: 4 } }],
    ['of a resolution that does not exist', { 'I240/048': { C: 0, RES: 9 } }],
    ['of cells without length', { 'I240/040': { ...header, CELLDUR: 0 } }],
  ])('is no beam when it is %s', (_, changed) => {
    expect(spokeOf(video(4, 'FF', 1, changed))).toBeUndefined()
  })

  it('carries any amplitudes of eight bits', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (cells) => {
        const octets = Array.from(cells, (cell) => cell.toString(16).padStart(2, '0').toUpperCase()).join('')
        expect(spokeOf(video(4, octets, cells.length))!.amplitudes).toEqual(cells)
      }),
    )
  })

  it('reaches whoever shows it, and nobody else is bothered', () => {
    const bytes = encodeAsterix([{ cat: 240, items: video(4, '00FF80', 3) }])
    const spokes: RadarSpoke[] = []
    for (const video of [undefined, (spoke: RadarSpoke) => void spokes.push(spoke)]) {
      const { sink } = collect()
      const reader = asterix.open({ sensorId: 'radar', simulated: false, position: KINGSTOWN }, { heardBefore: () => false })
      reader.read(bytes, 0, video ? { ...sink, video } : sink, true)
      expect(reader.counts().decoded).toBe(1)
    }
    expect(spokes).toHaveLength(1)
  })
})
