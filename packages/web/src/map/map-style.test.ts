import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import type { SourceSpecification } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { PALETTES } from '../theme/palette.ts'
import { baseStyle } from './base-style.ts'
import { coverageStyle } from './coverage-style.ts'
import { ellipseStyle } from './ellipse-style.ts'
import { MAP_COLOURS } from './map-colours.ts'
import { trackStyle } from './track-style.ts'

const EMPTY: SourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }

describe.each(PALETTES)('the style of the map in the palette %s', (palette) => {
  const base = baseStyle(palette, 'pmtiles://x')
  const tracks = trackStyle(MAP_COLOURS[palette], (mark) => mark)
  const coverage = coverageStyle(MAP_COLOURS[palette], 'hatch')

  it('is one that MapLibre accepts, tracks and all', () => {
    const sources = { ...base.sources, tracks: EMPTY, selected: EMPTY, coverage: EMPTY, ellipse: EMPTY }
    expect(validateStyleMin({ ...base, sources, layers: [...base.layers, ...coverage, ...ellipseStyle(MAP_COLOURS[palette]), ...tracks] })).toEqual([])
  })

  it('tells cells that are covered, not covered now and never heard apart without their colour', () => {
    const looks = coverage.map(({ type, paint }) => [type, ...Object.keys(paint ?? {}).filter((name) => !name.endsWith('color'))].join(' '))
    expect(looks).toEqual([
      'fill fill-opacity fill-antialias', 'fill fill-pattern', 'line line-width', 'line line-width line-opacity line-dasharray',
      'line line-width line-dasharray',
    ])
  })

  it('asks nobody for letters or pictures', () => {
    expect(base).not.toHaveProperty('glyphs')
    expect(base).not.toHaveProperty('sprite')
    expect(JSON.stringify(base)).not.toMatch(/https?:/)
  })

  it('draws distress above everything else, at every zoom', () => {
    const top = tracks.at(-1)!
    expect(top.id).toBe('distress')
    expect(top.minzoom).toBeUndefined()
    expect(top.maxzoom).toBeUndefined()
  })

  it('marks the dark, the suspect and the contested at every zoom, each in a place of its own', () => {
    const marks = tracks.filter(({ id }) => id.endsWith('-marks'))
    expect(marks.map(({ id, minzoom, maxzoom }) => [id, minzoom, maxzoom])).toEqual(
      ['dark', 'suspect', 'conflict'].map((mark) => [`${mark}-marks`, undefined, undefined]))
    const places = marks.map(({ layout }) => JSON.stringify(Reflect.get(layout ?? {}, 'icon-offset')))
    expect(new Set(places).size).toBe(3)
  })

  it('has the same layers as every other palette, so that changing it only repaints', () => {
    const day = [...baseStyle('day', 'pmtiles://x').layers, ...trackStyle(MAP_COLOURS.day, (mark) => mark)]
    const named = (layers: typeof day) => layers.map(({ id, paint }) => [id, Object.keys(paint ?? {})])
    expect(named([...base.layers, ...tracks])).toEqual(named(day))
  })
})
