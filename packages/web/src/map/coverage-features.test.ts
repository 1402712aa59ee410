import type { CoverageCell, CoverageView } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { coverageFeatures } from './coverage-features.ts'

const corners = (lon: number) => [
  { lat: 13, lon },
  { lat: 13.1, lon: lon + 0.1 },
  { lat: 13, lon: lon + 0.2 },
]
const cell = (name: string, more: Partial<CoverageCell> = {}): CoverageCell => ({
  cell: name,
  lat: 13,
  lon: -61,
  boundary: corners(-61),
  simulated: false,
  state: 'covered',
  expectedPerHour: 5,
  lastHour: 4,
  sources: ['hill'],
  ...more,
})
const view = (cells: CoverageCell[], horizons: CoverageView['horizons'] = []): CoverageView => ({
  time: 0,
  cells,
  horizons,
})
const states = (...cells: CoverageCell[]) =>
  coverageFeatures(view(cells)).features.map(({ properties }) => properties?.['state'])

describe('coverage on the map', () => {
  it('is a closed polygon for each cell', () => {
    const [feature] = coverageFeatures(view([cell('a')])).features
    expect(feature?.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [-61, 13],
          [-60.9, 13.1],
          [-60.8, 13],
          [-61, 13],
        ],
      ],
    })
  })

  it('says of each cell how it is', () => {
    expect(states(cell('a'), cell('b', { state: 'not-now' }), cell('c', { state: 'never' }))).toEqual([
      'covered',
      'not-now',
      'never',
    ])
  })

  it('lets no exercise cover up what live sensors hear, or do not hear any more', () => {
    expect(states(cell('a', { state: 'not-now' }), cell('a', { simulated: true }))).toEqual(['not-now'])
    expect(states(cell('a', { state: 'never' }), cell('a', { simulated: true }))).toEqual(['covered'])
    expect(states(cell('a', { simulated: true, state: 'never' }), cell('a', { state: 'never' }))).toEqual(['never'])
    expect(states(cell('a', { simulated: true }))).toEqual(['covered'])
  })

  it('draws horizons as lines, and none around the world', () => {
    const ring = [
      { lat: -17, lon: 179.9 },
      { lat: -17.1, lon: -179.9 },
      { lat: -17, lon: 179.9 },
    ]
    const horizon = {
      sourceId: 'suva',
      simulated: false,
      position: { lat: -17, lon: 179.9 },
      radiusMetres: 1,
      targetHeight: 4,
      ring,
    }
    const [feature] = coverageFeatures(view([], [horizon])).features
    expect(feature).toMatchObject({ properties: { state: 'horizon' }, geometry: { type: 'LineString' } })
    const [, [east = 0] = []] = feature?.geometry.type === 'LineString' ? feature.geometry.coordinates : []
    expect(east).toBeCloseTo(180.1, 9)
  })
})
