import type { LayerSpecification } from 'maplibre-gl'
import type { MapColours } from './map-colours.ts'

const source = 'ellipse'

/** A faint disc with a border of dashes: it hides nothing, and is no line of the chart. */
export function ellipseStyle(colours: MapColours): LayerSpecification[] {
  return [
    { id: 'ellipse', type: 'fill', source, paint: { 'fill-color': colours.selected, 'fill-opacity': 0.12 } },
    {
      id: 'ellipse-edge', type: 'line', source,
      paint: { 'line-color': colours.selected, 'line-width': 1.6, 'line-dasharray': [4, 2] },
    },
  ]
}
