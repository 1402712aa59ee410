import { describe, expect, it } from 'vitest'
import { COMPASS_WORDS, DIRECTION, directionOf } from './compass.ts'

const ENGLISH = ['N', 'NNE', 'NE', 'ENE', 'E', 'ESE', 'SE', 'SSE', 'S', 'SSW', 'SW', 'WSW', 'W', 'WNW', 'NW', 'NNW']
const SPANISH = ['N', 'NNE', 'NE', 'ENE', 'E', 'ESE', 'SE', 'SSE', 'S', 'SSO', 'SO', 'OSO', 'O', 'ONO', 'NO', 'NNO']

describe('a direction in a report', () => {
  it('is one of sixteen points in either language', () => {
    for (const points of [ENGLISH, SPANISH]) {
      expect(points.map((point) => directionOf(point, true)?.degrees)).toEqual(points.map((_, index) => index * 22.5))
    }
  })

  it('has the points written out', () => {
    const words = ['NORTH', 'NORESTE', 'EAST', 'SOUTHEAST', 'SUR', 'SUDOESTE', 'OESTE', 'NORTH-WEST']
    expect(words.map((word) => directionOf(word, false)?.degrees)).toEqual([0, 45, 90, 135, 180, 225, 270, 315])
  })

  it('is north-west by "no" only in Spanish', () => {
    expect(['O', 'NO', 'SO'].map((word) => directionOf(word, true)?.degrees)).toEqual([270, 315, 225])
    expect(['O', 'NO', 'SO'].map((word) => directionOf(word, false))).toEqual([undefined, undefined, undefined])
  })

  it('stands for a wider sector the coarser it is said', () => {
    expect(['NW', 'NNW', '320', '323'].map((word) => directionOf(word, false)?.sectorDeg)).toEqual([45, 22.5, 10, 1])
  })

  it('is a number of degrees up to the full circle', () => {
    expect(['0', '090', '359', '360', '361'].map((word) => directionOf(word, false)?.degrees)).toEqual([
      0, 90, 359, 0, undefined,
    ])
  })

  it('is found whole, never as the beginning of another', () => {
    const pattern = new RegExp(`^${DIRECTION}`)
    for (const word of COMPASS_WORDS) expect(pattern.exec(word)?.[0]).toBe(word)
    expect(pattern.exec('NORWAY')).toBeNull()
  })
})
