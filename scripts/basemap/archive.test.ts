import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { PMTiles, type Source } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import { placeFeatures } from './places.ts'
import { writeArchive, type Tile } from './pmtiles-writer.ts'
import { rowOf } from './tiles.ts'

const opened = (bytes: Uint8Array): PMTiles => {
  const source: Source = {
    getKey: () => 'memory',
    getBytes: async (offset, length) => ({ data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer }),
  }
  return new PMTiles(source)
}
const packed = (tiles: readonly Tile[]) =>
  opened(writeArchive(tiles, { metadata: { name: 'test' }, box: [-90, 8, -58, 28], maxZoom: 12, center: [-61, 13, 8] }))

describe('a written archive', () => {
  it('gives back every tile, and none that was not written', async () => {
    const tiles = Array.from({ length: 64 }, (_, i) => ({ z: 3, x: i % 8, y: Math.floor(i / 8), bytes: gzipSync(Uint8Array.of(i % 5, 7)) }))
    const archive = packed(tiles.slice(1))
    expect((await archive.getHeader()).numTileContents).toBe(5)
    for (const [index, { z, x, y }] of tiles.slice(1).entries()) {
      const tile = await archive.getZxy(z, x, y)
      expect([...new Uint8Array(tile!.data)]).toEqual([(index + 1) % 5, 7])
    }
    expect(await archive.getZxy(3, 0, 0)).toBeUndefined()
  })
})

const committed = new URL('../../packages/web/public/basemap/caribbean.pmtiles', import.meta.url)

describe('the committed base map', () => {
  const archive = opened(readFileSync(committed))

  async function layerAt(lat: number, lon: number, z: number, name: string) {
    const x = Math.floor(((lon + 180) / 360) * 2 ** z)
    const tile = await archive.getZxy(z, x, rowOf(lat, z))
    if (!tile) return undefined
    return new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers[name]
  }

  it('exists, is small, and says whose data it is', async () => {
    expect(existsSync(committed)).toBe(true)
    expect(readFileSync(committed).length).toBeLessThan(8e6)
    const header = await archive.getHeader()
    expect(header).toMatchObject({ minZoom: 0, maxZoom: 12, specVersion: 3 })
    expect(await archive.getMetadata()).toMatchObject({
      attribution: expect.stringContaining('NOT FOR NAVIGATION'),
      vector_layers: [{ id: 'land' }, { id: 'boundary' }, { id: 'place' }],
    })
  })

  it('has the harbour of Kingstown at full detail', async () => {
    const land = await layerAt(13.15, -61.225, 12, 'land')
    const points = Array.from({ length: land!.length }, (_, i) => land!.feature(i).loadGeometry().flat().length)
    expect(points.reduce((a, b) => a + b, 0)).toBeGreaterThan(40)
  })

  it('has nothing in the open sea', async () => {
    expect(await layerAt(14.5, -64.0, 12, 'land')).toBeUndefined()
  })

  it('has the boundary between Saint Vincent and Saint Lucia, and the names around it', async () => {
    const boundary = await layerAt(13.6, -61.1, 8, 'boundary')
    const kinds = Array.from({ length: boundary!.length }, (_, i) => boundary!.feature(i).properties['kind'])
    expect(kinds).toContain('maritime')
    const place = await layerAt(13.6, -61.1, 7, 'place')
    const names = Array.from({ length: place!.length }, (_, i) => place!.feature(i).properties['name'])
    expect(names).toEqual(expect.arrayContaining(['Saint Vincent', 'Saint Lucia', 'Kingstown']))
  })

  it('has the rest of the world in outline', async () => {
    const norway = await layerAt(61, 8, 5, 'land')
    expect(norway!.feature(0).properties['far']).toBe(1)
  })
})

describe('the list of places', () => {
  const features = placeFeatures(readFileSync(new URL('places.csv', import.meta.url), 'utf8'))

  it('has a name, a rank, a known kind and a place on Earth in every line', () => {
    const kinds = new Set(['country', 'island', 'capital', 'town', 'port', 'water'])
    for (const { properties, geometry } of features) {
      expect(properties?.['name']).not.toBe('')
      expect([1, 2, 3, 4, 5]).toContain(properties?.['rank'])
      expect(kinds).toContain(properties?.['kind'])
      const [lon = NaN, lat = NaN] = geometry.coordinates
      expect(lon > -93 && lon < -55 && lat > 5 && lat < 30, String(properties?.['name'])).toBe(true)
    }
  })

  it('names nothing twice', () => {
    const names = features.map(({ properties }) => properties?.['name'])
    expect(new Set(names).size).toBe(names.length)
  })
})
