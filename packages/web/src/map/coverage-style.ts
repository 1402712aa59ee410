import type { FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { MapColours } from './map-colours.ts'

const whose = (state: string): FilterSpecification => ['==', ['get', 'state'], state]
const source = 'coverage'

/**
 * How coverage looks, never by colour alone: covered is an even tint, not covered now is hatched and edged, never heard
 * is only dotted round, and a horizon is a line of long dashes.
 */
export function coverageStyle(colours: MapColours, hatch: string): LayerSpecification[] {
  return [
    {
      id: 'coverage-covered',
      type: 'fill',
      source,
      filter: whose('covered'),
      paint: { 'fill-color': colours.covered, 'fill-opacity': 0.3, 'fill-antialias': false },
    },
    { id: 'coverage-not-now', type: 'fill', source, filter: whose('not-now'), paint: { 'fill-pattern': hatch } },
    {
      id: 'coverage-not-now-edge',
      type: 'line',
      source,
      filter: whose('not-now'),
      paint: { 'line-color': colours.uncovered, 'line-width': 1.6 },
    },
    {
      id: 'coverage-never',
      type: 'line',
      source,
      filter: whose('never'),
      paint: { 'line-color': colours.leader, 'line-width': 0.9, 'line-opacity': 0.55, 'line-dasharray': [1, 3] },
    },
    {
      id: 'coverage-horizon',
      type: 'line',
      source,
      filter: whose('horizon'),
      paint: { 'line-color': colours.covered, 'line-width': 1.6, 'line-dasharray': [6, 3] },
    },
  ]
}
