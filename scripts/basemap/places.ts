import type { Feature, Point } from 'geojson'

/** Reads `name,lat,lon,rank,kind` lines: rank 1 is shown first; kind is country, island, capital, town, port or water. */
export function placeFeatures(csv: string): Feature<Point>[] {
  const lines = csv.split('\n').slice(1).filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const [name = '', lat, lon, rank, kind = ''] = line.split(',')
    return {
      type: 'Feature',
      properties: { name, rank: Number(rank), kind },
      geometry: { type: 'Point', coordinates: [Number(lon), Number(lat)] },
    }
  })
}
