import type { FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { MAP_COLOURS, type MapColours } from './map-colours.ts'
import type { Palette } from '../theme/palette.ts'

/** Without a glyph server the text of the map is drawn with this machine's own fonts. */
export const FONT = ['Noto Sans', 'Segoe UI', 'Helvetica Neue', 'Arial', 'sans-serif']

/** Far from the Caribbean the file ends at this zoom; its land is drawn from there at every larger one. */
const FAR_ZOOM = 5

/**
 * Sea, land, maritime boundaries and the names of places, from the one file that comes with the page: `tiles` is its
 * `pmtiles://` address. It is read as two sources, because a source has but one largest zoom.
 */
export function baseStyle(palette: Palette, tiles: string): StyleSpecification {
  return {
    version: 8,
    sources: {
      base: { type: 'vector', url: tiles },
      far: { type: 'vector', tiles: [`${tiles}/{z}/{x}/{y}`], maxzoom: FAR_ZOOM },
    },
    layers: baseLayers(MAP_COLOURS[palette]),
  }
}

const NEAR: FilterSpecification = ['!', ['has', 'far']]
/** A place of rank 1 is named from zoom 4 on, each rank below it one and a half zooms later. */
const BY_RANK: FilterSpecification = ['>=', ['zoom'], ['+', 2.5, ['*', 1.5, ['coalesce', ['get', 'rank'], 5]]]]

export const baseLayers = (colours: MapColours): LayerSpecification[] => [
  { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
  {
    id: 'land', type: 'fill', source: 'base', 'source-layer': 'land', filter: NEAR,
    paint: { 'fill-color': colours.land, 'fill-outline-color': colours.land },
  },
  {
    id: 'coast', type: 'line', source: 'base', 'source-layer': 'land', filter: NEAR,
    paint: { 'line-color': colours.coast, 'line-width': 0.8 },
  },
  {
    id: 'far-land', type: 'fill', source: 'far', 'source-layer': 'land', filter: ['has', 'far'],
    paint: { 'fill-color': colours.land },
  },
  {
    // Covers the seam where the two sources' land was cut apart.
    id: 'far-coast', type: 'line', source: 'far', 'source-layer': 'land', filter: ['has', 'far'],
    paint: { 'line-color': colours.land, 'line-width': 1.6 },
  },
  {
    id: 'territorial', type: 'line', source: 'base', 'source-layer': 'boundary',
    filter: ['==', ['get', 'kind'], 'territorial'], minzoom: 6,
    paint: { 'line-color': colours.boundary, 'line-width': 0.8, 'line-dasharray': [4, 3] },
  },
  {
    id: 'maritime', type: 'line', source: 'base', 'source-layer': 'boundary',
    filter: ['==', ['get', 'kind'], 'maritime'],
    paint: { 'line-color': colours.boundary, 'line-width': 1.2 },
  },
  {
    id: 'place', type: 'symbol', source: 'base', 'source-layer': 'place', filter: BY_RANK,
    layout: {
      'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 12.5, 'text-padding': 6, 'text-max-width': 7,
      'symbol-sort-key': ['coalesce', ['get', 'rank'], 9],
    },
    paint: {
      'text-color': ['match', ['get', 'kind'], 'water', colours.boundary, colours.place],
      'text-halo-color': ['match', ['get', 'kind'], 'water', colours.sea, colours.land], 'text-halo-width': 1,
    },
  },
]
