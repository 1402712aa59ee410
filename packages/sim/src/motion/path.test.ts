import { describe, expect, it } from 'vitest'
import { metresBetween, unproject } from './mercator.ts'
import { layPath, type Handling, type Piece } from './path.ts'

const ship: Handling = { turnRate: ((20 / 60) * Math.PI) / 180, acceleration: 0.02 }
const north = { lat: 13.2, lon: -61.3, limit: 7 }
const corner = { lat: 13.4, lon: -61.3, limit: 7 }
const east = { lat: 13.4, lon: -61.1, limit: 7 }

const lengthOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { length }) => sum + length, 0)

describe('a path between two points', () => {
  it('is as long as the distance', () => {
    const path = layPath([north, corner], ship)
    expect(path.every(({ arc }) => arc === undefined)).toBe(true)
    expect(lengthOf(path)).toBeCloseTo(metresBetween(north, corner), -2)
  })

  it('of many miles is laid in pieces on which the scale of the chart hardly changes', () => {
    const path = layPath([{ lat: 10, lon: -61, limit: 7 }, { lat: 16, lon: -59, limit: 7 }], ship)
    expect(path.length).toBeGreaterThan(20)
    expect(Math.max(...path.map(({ length }) => length))).toBeLessThan(26_000)
  })

  it('passes over points that lie on each other', () => {
    expect(layPath([north, north, corner, corner], ship)).toEqual(layPath([north, corner], ship))
  })
})

describe('a corner', () => {
  const path = layPath([north, corner, east], ship)
  const turn = path.find(({ arc }) => arc)!

  it('is rounded to starboard when the new course is to the right', () => {
    expect(turn.arc!.sweep).toBeCloseTo(Math.PI / 2, 3)
  })

  it('is rounded to port when it is to the left', () => {
    const left = layPath([east, corner, north].map((point) => ({ ...point })), ship).find(({ arc }) => arc)!
    expect(left.arc!.sweep).toBeLessThan(0)
  })

  it('is cut by no more than 250 metres', () => {
    const { centre, radius, start, sweep } = turn.arc!
    const middle = start + sweep / 2
    const nearest = unproject(centre.x + radius * Math.sin(middle), centre.y + radius * Math.cos(middle))
    expect(metresBetween(nearest, corner)).toBeLessThan(255)
    expect(metresBetween(nearest, corner)).toBeGreaterThan(100)
  })

  it('makes a ship slow down that cannot turn so fast', () => {
    expect(turn.limit).toBeLessThan(7)
    expect(turn.limit).toBeCloseTo((turn.length / Math.abs(turn.arc!.sweep)) * ship.turnRate, 6)
  })

  it('leaves a boat her speed that can', () => {
    const boat = layPath([north, corner, east], { turnRate: 0.05, acceleration: 0.2 })
    expect(boat.find(({ arc }) => arc)!.limit).toBe(7)
  })

  it('begins where the straight before it ends, and ends where the next begins', () => {
    path.slice(1).forEach((piece, i) => {
      expect(piece.from.x).toBeCloseTo(path[i]!.to.x, 3)
      expect(piece.from.y).toBeCloseTo(path[i]!.to.y, 3)
    })
  })

  it('of less than a third of a degree is not worth a turn', () => {
    const nearly = layPath([north, corner, { lat: 13.6, lon: -61.3005, limit: 7 }], ship)
    expect(nearly.every(({ arc }) => arc === undefined)).toBe(true)
  })

  it('that leads straight back is turned on the spot, slowly', () => {
    const back = layPath([north, corner, north], ship)
    const turnBack = back.find(({ arc }) => arc)!
    expect(Math.abs(turnBack.arc!.sweep)).toBeCloseTo(Math.PI, 1)
    expect(turnBack.limit).toBeLessThan(1)
    expect(turnBack.limit).toBeGreaterThan(0)
  })
})
