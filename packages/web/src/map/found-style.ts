import type { LayerSpecification } from 'maplibre-gl'
import type { MapColours } from './map-colours.ts'

const source = 'found'

/** Thin lines of what was found, one strong line of what is looked at, and the area that was searched. */
export function foundStyle(colours: MapColours): LayerSpecification[] {
  return [
    { id: 'found-area', type: 'fill', source, filter: ['==', ['get', 'kind'], 'area'], paint: { 'fill-color': colours.replay, 'fill-opacity': 0.1 } },
    {
      id: 'found-area-edge', type: 'line', source, filter: ['in', ['get', 'kind'], ['literal', ['area', 'draft']]],
      paint: { 'line-color': colours.replay, 'line-width': 2, 'line-dasharray': [3, 1.5] },
    },
    {
      id: 'found-paths', type: 'line', source, filter: ['==', ['get', 'kind'], 'path'],
      paint: { 'line-color': colours.leader, 'line-width': 1.2, 'line-opacity': 0.75 },
    },
    {
      id: 'found-casing', type: 'line', source, filter: ['==', ['get', 'kind'], 'chosen'],
      paint: { 'line-color': colours.halo, 'line-width': 6 },
    },
    { id: 'found-chosen', type: 'line', source, filter: ['==', ['get', 'kind'], 'chosen'], paint: { 'line-color': colours.replay, 'line-width': 3 } },
    {
      id: 'found-ends', type: 'circle', source,
      filter: ['all', ['==', ['geometry-type'], 'Point'], ['in', ['get', 'kind'], ['literal', ['path-end', 'chosen-end']]]],
      paint: { 'circle-color': colours.leader, 'circle-radius': 3 },
    },
    {
      id: 'found-closest', type: 'circle', source,
      filter: ['all', ['==', ['geometry-type'], 'Point'], ['in', ['get', 'kind'], ['literal', ['path-closest', 'chosen-closest', 'around']]]],
      paint: { 'circle-color': colours.halo, 'circle-radius': 5, 'circle-stroke-color': colours.replay, 'circle-stroke-width': 2.5 },
    },
  ]
}
