import { describe, expect, it } from 'vitest'
import { pointIn, signedArea, type Box } from './rings.ts'
import { landPolygons } from './shorelines.ts'

const BOX: Box = [0, 0, 10, 10]
const piece = (level: number, ...points: [number, number][]) =>
  `> Shore Bin # 1, Level ${level}\n${points.map(([lon, lat]) => `${lon}\t${lat}`).join('\n')}\n`

describe('a shoreline', () => {
  it('that closes by itself is an island', () => {
    const [island, ...others] = landPolygons(piece(1, [2, 2], [4, 2], [4, 4], [2, 4], [2, 2]), BOX)
    expect(others).toEqual([])
    expect(island!.coordinates[0]).toHaveLength(5)
  })

  it('in pieces that meet is joined', () => {
    const [island] = landPolygons(piece(1, [2, 2], [4, 2], [4, 4]) + piece(1, [4, 4], [2, 4], [2, 2]), BOX)
    expect(Math.abs(signedArea(island!.coordinates[0]!))).toBe(8)
  })

  it('that leaves the box is closed along its edge, land on the left', () => {
    const [east] = landPolygons(piece(1, [5, 10], [5, 0]), BOX)
    expect(pointIn([8, 5], east!.coordinates[0]!)).toBe(true)
    expect(pointIn([2, 5], east!.coordinates[0]!)).toBe(false)
  })

  it('of a lake is a hole in the land around it', () => {
    const land = piece(1, [1, 1], [9, 1], [9, 9], [1, 9], [1, 1])
    const lake = piece(2, [4, 4], [4, 6], [6, 6], [6, 4], [4, 4])
    const [withLake] = landPolygons(land + lake, BOX)
    expect(withLake!.coordinates).toHaveLength(2)
  })

  it('with a piece of no length is none the worse', () => {
    const island = piece(1, [2, 2], [4, 2], [4, 4], [2, 4], [2, 2])
    expect(landPolygons(piece(1, [2, 2], [2, 2]) + island, BOX)).toHaveLength(1)
  })

  it('written as 180 at the west edge of the world is taken for -180', () => {
    const [land] = landPolygons(piece(1, [180, 5], [-175, 5], [-175, 7], [180, 7]), [-180, 0, -170, 10])
    expect(land!.coordinates[0]!.every(([lon]) => lon! < 0)).toBe(true)
  })

  it('that ends in the middle of nowhere is refused', () => {
    expect(() => landPolygons(piece(1, [2, 2], [4, 4]), BOX)).toThrow('ends at 4,4')
  })
})
