import { describe, expect, it } from 'vitest'
import { STATIONS } from './claim.ts'

describe('the stations of the wire format', () => {
  it('keep their numbers, because screens and partners of other versions read them', () => {
    const numbered = [
      'unknown', 'class-a', 'class-b', 'base', 'aton', 'sar-aircraft', 'ais-sart', 'mob', 'epirb', 'craft',
    ]
    expect(STATIONS.slice(0, numbered.length)).toEqual(numbered)
  })

  it('fit the byte that they travel in, each once', () => {
    expect(new Set(STATIONS).size).toBe(STATIONS.length)
    expect(STATIONS.length).toBeLessThan(255)
  })
})
