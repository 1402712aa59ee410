import { gzipSync } from 'node:zlib'
import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Feature } from 'geojson'
import type { Tile } from './pmtiles-writer.ts'
import type { Box } from './rings.ts'

export interface Layer {
  readonly name: string
  readonly features: readonly Feature[]
}

const EXTENT = 4096

/** Cuts layers into the tiles of some zooms that touch a box. A tile with nothing in it is not made: it is sea. */
export function tilesOf(layers: readonly Layer[], box: Box, minZoom: number, maxZoom: number): Tile[] {
  const indexes = layers.map(({ name, features }) => ({
    name,
    index: new GeoJSONVT({ type: 'FeatureCollection', features: [...features] }, { maxZoom, indexMaxZoom: 5, indexMaxPoints: 0, tolerance: 3, extent: EXTENT, buffer: 64 }),
  }))
  const tiles: Tile[] = []
  for (let z = minZoom; z <= maxZoom; z++) {
    for (const { x, y } of tilesIn(box, z)) {
      const filled = indexes.flatMap(({ name, index }) => {
        const tile = index.getTile(z, x, y)
        return tile && tile.features.length > 0 ? [[name, tile] as const] : []
      })
      if (filled.length === 0) continue
      const bytes = fromGeojsonVt(Object.fromEntries(filled), { version: 2, extent: EXTENT })
      tiles.push({ z, x, y, bytes: gzipSync(bytes, { level: 9 }) })
    }
  }
  return tiles
}

function* tilesIn([west, south, east, north]: Box, z: number): Generator<{ x: number; y: number }> {
  const last = 2 ** z - 1
  const column = (lon: number) => Math.min(last, Math.max(0, Math.floor(((lon + 180) / 360) * 2 ** z)))
  for (let x = column(west); x <= column(east - 1e-9); x++) {
    for (let y = rowOf(north, z); y <= rowOf(south + 1e-9, z); y++) yield { x, y }
  }
}

/** Web Mercator, which ends at 85.06°. */
export function rowOf(lat: number, z: number): number {
  const bounded = Math.max(-85.05, Math.min(85.05, lat))
  const fraction = (1 - Math.asinh(Math.tan((bounded * Math.PI) / 180)) / Math.PI) / 2
  return Math.floor(fraction * 2 ** z)
}
