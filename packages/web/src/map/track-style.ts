import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import { FONT } from './base-style.ts'
import type { MapColours } from './map-colours.ts'

/** Nearer than this, tracks are symbols; farther off, dots. */
export const SYMBOL_ZOOM = 8
const LABEL_ZOOM = 9.5

/** Leaders are lines in the same source, for one source is cut into tiles in half the time of two; they have none of these. */
const whether = (property: string, is: boolean): FilterSpecification => ['==', ['get', property], is]

const OVERLAP = { 'icon-allow-overlap': true, 'icon-ignore-placement': true } as const

/** How tracks look: leaders below, then dots or symbols, their labels, and distress above everything else. */
export function trackStyle(colours: MapColours, imageOf: (mark: Mark) => string): LayerSpecification[] {
  return [
    leaders(colours),
    dots,
    symbols,
    labels(colours),
    selected(colours),
    ...marks(imageOf),
    distress(colours),
  ]
}

const leaders = (colours: MapColours): LayerSpecification => ({
  id: 'leaders',
  type: 'line',
  source: 'tracks',
  filter: ['==', ['geometry-type'], 'LineString'],
  minzoom: SYMBOL_ZOOM - 1,
  paint: { 'line-color': colours.leader, 'line-width': 1.2 },
})

const dots: LayerSpecification = {
  id: 'dots',
  type: 'symbol',
  source: 'tracks',
  maxzoom: SYMBOL_ZOOM,
  filter: whether('distress', false),
  layout: { 'icon-image': ['get', 'dot'], 'symbol-sort-key': ['get', 'order'], ...OVERLAP },
  paint: { 'icon-opacity': ['case', ['get', 'faded'], 0.7, 1] },
}

const symbols: LayerSpecification = {
  id: 'symbols',
  type: 'symbol',
  source: 'tracks',
  minzoom: SYMBOL_ZOOM,
  filter: whether('distress', false),
  layout: {
    'icon-image': ['get', 'symbol'],
    'icon-size': ['interpolate', ['linear'], ['zoom'], SYMBOL_ZOOM, 0.72, SYMBOL_ZOOM + 2, 1],
    'symbol-sort-key': ['get', 'order'],
    ...OVERLAP,
  },
  paint: { 'icon-opacity': ['case', ['get', 'faded'], 0.65, 1] },
}

const labels = (colours: MapColours): LayerSpecification => ({
  id: 'labels',
  type: 'symbol',
  source: 'tracks',
  minzoom: LABEL_ZOOM,
  filter: whether('distress', false),
  layout: {
    'text-field': ['get', 'label'],
    'text-font': FONT,
    'text-size': 11.5,
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
    'text-radial-offset': 2,
    'text-max-width': 30,
    'text-padding': 3,
  },
  paint: { 'text-color': colours.label, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 },
})

/** What is wrong with a contact: the property of its feature that says so, and where its mark stands, pixels from the middle. */
export const MARKS = { dark: [0, 0], suspect: [-14, 12], conflict: [-14, -12] } as const
export type Mark = keyof typeof MARKS

/** Small from afar, so that they do not hide one another. */
const MARK_SIZE: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], SYMBOL_ZOOM - 1, 0.5, SYMBOL_ZOOM + 2.5, 1]

/** The layer of a mark. */
export const markLayer = (mark: Mark): string => `${mark}-marks`

// Object.entries gives the keys of what is written above, and no others.
const marks = (imageOf: (mark: Mark) => string): LayerSpecification[] =>
  (Object.entries(MARKS) as [Mark, (typeof MARKS)[Mark]][]).map(([mark, offset]) => ({
    id: markLayer(mark),
    type: 'symbol',
    source: 'tracks',
    filter: whether(mark, true),
    layout: { 'icon-image': imageOf(mark), 'icon-offset': [...offset], 'icon-size': MARK_SIZE, ...OVERLAP },
    paint: { 'icon-opacity': 1 },
  }))

const selected = (colours: MapColours): LayerSpecification => ({
  id: 'selected',
  type: 'circle',
  source: 'selected',
  paint: {
    'circle-radius': 20,
    'circle-color': 'rgba(0, 0, 0, 0)',
    'circle-stroke-color': colours.selected,
    'circle-stroke-width': 2.5,
  },
})

const distress = (colours: MapColours): LayerSpecification => ({
  id: 'distress',
  type: 'symbol',
  source: 'tracks',
  filter: whether('distress', true),
  layout: {
    'icon-image': ['get', 'symbol'],
    ...OVERLAP,
    'text-field': ['get', 'label'],
    'text-font': FONT,
    'text-size': 13,
    'text-offset': [0, 1.7],
    'text-anchor': 'top',
    'text-allow-overlap': true,
    'text-max-width': 30,
  },
  paint: {
    'text-color': ['case', ['get', 'test'], colours.label, colours.alarm],
    'text-halo-color': colours.halo,
    'text-halo-width': 2,
  },
})
