import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl'

/** Gives a layer that is already drawn the colours of another palette. */
export function repaint(map: MapLibre, layer: LayerSpecification): void {
  for (const [name, value] of Object.entries(layer.paint ?? {})) {
    // The names are those of the layer's own paint, which the compiler checked where it was written.
    map.setPaintProperty(layer.id, name as Parameters<MapLibre['setPaintProperty']>[1], value)
  }
}
