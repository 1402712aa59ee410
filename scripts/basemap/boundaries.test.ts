import { describe, expect, it } from 'vitest'
import { boundaryLines, type Country } from './boundaries.ts'
import type { Box } from './rings.ts'

const BOX: Box = [-10, -10, 10, 10]
const country = (isoA2: string, ring: number[][]): Country => ({
  properties: { isoA2 },
  geometry: { geometries: [{ type: 'Polygon', coordinates: [ring] }] },
})
const west = [[0, 0], [0, 4], [-4, 4], [-4, 0], [0, 0]]
const east = [[0, 4], [0, 0], [4, 0], [4, 4], [0, 4]]
const kinds = (countries: Country[]) => boundaryLines(countries, BOX).map(({ properties }) => properties?.['kind'])

describe('boundary lines', () => {
  it('are maritime where two states share them, and drawn once', () => {
    const lines = boundaryLines([country('VC', west), country('LC', east)], BOX)
    const maritime = lines.filter(({ properties }) => properties?.['kind'] === 'maritime')
    expect(maritime).toHaveLength(1)
    expect(maritime[0]!.geometry.coordinates).toEqual([[0, 0], [0, 4]])
    expect(lines).toHaveLength(3)
  })

  it('are limits of the territorial sea elsewhere', () => {
    expect(kinds([country('VC', west)])).toEqual(['territorial'])
  })

  it('do not part a state from its own islands', () => {
    expect(kinds([country('US', west), country('PR', east)])).not.toContain('maritime')
  })

  it('leave out what is mapped by its coast', () => {
    expect(kinds([country('MQ', west)])).toEqual([])
  })

  it('end at the edge of the box', () => {
    const lines = boundaryLines([country('VC', [[0, 0], [0, 4], [40, 4], [40, 0], [0, 0]])], BOX)
    expect(lines.flatMap(({ geometry }) => geometry.coordinates)).toEqual([[0, 0], [0, 4]])
  })
})
