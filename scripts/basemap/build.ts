/** Rebuilds packages/web/public/basemap/caribbean.pmtiles. Run by build.sh, which installs what it needs. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Feature, Polygon } from 'geojson'
import { boundaryLines, type Country } from './boundaries.ts'
import { placeFeatures } from './places.ts'
import { writeArchive } from './pmtiles-writer.ts'
import type { Box } from './rings.ts'
import { landPolygons } from './shorelines.ts'
import { tilesOf } from './tiles.ts'

const CARIBBEAN: Box = [-90, 8, -58, 28]
const WORLD: Box = [-180, -85, 180, 85]
/** The rest of the world, cut so that none of it lies in the Caribbean. */
const ELSEWHERE: readonly Box[] = [[-180, -85, -90, 85], [-58, -85, 180, 85], [-90, 28, -58, 85], [-90, -85, -58, 8]]
/** The page draws what is far from here from tiles of this zoom at every larger one. */
const FAR_ZOOM = 5
const MAX_ZOOM = 12
const ATTRIBUTION = 'GSHHG (LGPL) · © OpenStreetMap contributors (ODbL) · NOT FOR NAVIGATION'

function land(box: Box, resolution: 'f' | 'i', properties: object): Feature<Polygon>[] {
  const region = `-R${box[0]}/${box[2]}/${box[1]}/${box[3]}`
  const dump = execFileSync('gmt', ['coast', `-D${resolution}`, '-M', '-W', region], { maxBuffer: 1 << 30, encoding: 'utf8' })
  return landPolygons(dump, box).map((geometry) => ({ type: 'Feature', properties: { ...properties }, geometry }))
}

const bordersFile = createRequire(import.meta.url).resolve('@osm_borders/maritime_10m/borders.geo.json')
// The package's own file: a collection of countries.
const countries = (JSON.parse(readFileSync(bordersFile, 'utf8')) as { features: Country[] }).features
const near = [
  { name: 'land', features: land(CARIBBEAN, 'f', {}) },
  { name: 'boundary', features: boundaryLines(countries, CARIBBEAN) },
  { name: 'place', features: placeFeatures(readFileSync(join(import.meta.dirname, 'places.csv'), 'utf8')) },
]
const far = ELSEWHERE.flatMap((box) => land(box, 'i', { far: 1 }))
const [nearLand, ...rest] = near
const overview = [{ name: 'land', features: [...nearLand!.features, ...far] }, ...rest]
const tiles = [...tilesOf(overview, WORLD, 0, FAR_ZOOM), ...tilesOf(near, CARIBBEAN, FAR_ZOOM + 1, MAX_ZOOM)]
const metadata = {
  name: 'Caribbean',
  attribution: ATTRIBUTION,
  vector_layers: [
    { id: 'land', fields: { far: 'Number' }, minzoom: 0, maxzoom: MAX_ZOOM },
    { id: 'boundary', fields: { kind: 'String' }, minzoom: 0, maxzoom: MAX_ZOOM },
    { id: 'place', fields: { name: 'String', rank: 'Number', kind: 'String' }, minzoom: 0, maxzoom: MAX_ZOOM },
  ],
}
const archive = writeArchive(tiles, { metadata, box: WORLD, maxZoom: MAX_ZOOM, center: [-61.2, 13.2, 8] })
const out = join(import.meta.dirname, '..', '..', 'packages', 'web', 'public', 'basemap', 'caribbean.pmtiles')
writeFileSync(out, archive)
console.log(`${tiles.length} tiles, ${(archive.length / 1e6).toFixed(2)} MB`)
