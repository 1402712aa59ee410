import { FLAG } from '@csii/contract'
import type { Feature } from 'geojson'
import type { Map as MapLibre } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { ferry } from '../picture/contact-fixture.ts'
import { MAP_COLOURS } from './map-colours.ts'
import { addSymbolTrackLayer } from './symbol-track-layer.ts'

const NOW = ferry().time + 5000
// Node draws no canvas. What the pictures look like is seen in a browser; here only which are asked for.
const PICTURE = { width: 1, height: 1, data: new Uint8ClampedArray(4), colorSpace: 'srgb' } as ImageData

/** As much of a map as the track layer uses, with pixels of a hundredth of a degree. */
function openMap() {
  const drawn = new Map<string, Feature[]>()
  const images: string[] = []
  const paint = new Map<string, unknown>()
  let hits: Feature[] = []
  const map = {
    addSource: (id: string) => void drawn.set(id, []),
    addLayer: (layer: { id: string }) => void paint.set(layer.id, undefined),
    getSource: (id: string) => ({ setData: ({ features }: { features: Feature[] }) => void drawn.set(id, features) }),
    hasImage: (id: string) => images.includes(id),
    addImage: (id: string) => void images.push(id),
    setPaintProperty: (layer: string, name: string, value: unknown) => void paint.set(`${layer} ${name}`, value),
    setLayoutProperty: (layer: string, name: string, value: unknown) => void paint.set(`${layer} ${name}`, value),
    queryRenderedFeatures: () => hits,
    project: ([lon, lat]: [number, number]) => ({ x: lon * 100, y: -lat * 100 }),
  }
  // The layer asks the map for nothing that is not above; a test that needed more would fail by name.
  const tracks = addSymbolTrackLayer(map as unknown as MapLibre, 'day', () => PICTURE)
  const points = (id: string) => drawn.get(id)!.filter(({ geometry }) => geometry.type === 'Point')
  const leaders = () => drawn.get('tracks')!.filter(({ geometry }) => geometry.type === 'LineString')
  const labels = (id: string) => points(id).map(({ properties }) => properties?.['label'] as unknown)
  return { tracks, points, leaders, images, paint, labels, hit: (...features: Feature[]) => (hits = features) }
}

describe('the tracks on the map', () => {
  it('are those of the picture and no others', () => {
    const { tracks, labels } = openMap()
    tracks.setContacts([ferry(), ferry({ serial: 2, name: 'SECOND' })], NOW)
    tracks.setContacts([ferry({ serial: 2, name: 'SECOND' })], NOW)
    expect(labels('tracks')).toEqual(['SECOND'])
  })

  it('have leaders where they move', () => {
    const { tracks, leaders } = openMap()
    tracks.setContacts([ferry(), ferry({ serial: 2, speed: 0 })], NOW)
    expect(leaders()).toHaveLength(1)
  })

  it('draw each picture once, however many share it and however often they come', () => {
    const { tracks, images } = openMap()
    const before = images.length
    tracks.setContacts([ferry(), ferry({ serial: 2 })], NOW)
    tracks.setContacts([ferry(), ferry({ serial: 2 })], NOW + 500)
    expect(images.slice(before).toSorted()).toEqual([
      'day|dot/neutral|real|fresh',
      'day|mil/10043000001401100000|real|fresh',
    ])
  })

  it('mark the selected one, until it is let go', () => {
    const { tracks, labels } = openMap()
    tracks.setContacts([ferry(), ferry({ serial: 2, name: 'SECOND' })], NOW)
    tracks.setSelected(2)
    expect(labels('selected')).toEqual(['SECOND'])
    tracks.setSelected(undefined)
    expect(labels('selected')).toEqual([])
  })

  it('change their colours and their pictures with the palette', () => {
    const { tracks, images, paint, points } = openMap()
    tracks.setContacts([ferry({ flags: FLAG.conflicting })], NOW)
    tracks.setPalette('night')
    expect(paint.get('labels text-color')).toBe(MAP_COLOURS.night.label)
    expect(paint.get('conflict-marks icon-image')).toBe('night|conflict|real|fresh')
    for (const mark of ['conflict', 'dark', 'suspect']) expect(images).toContain(`night|${mark}|real|fresh`)
    expect(points('tracks')[0]!.properties?.['symbol']).toMatch(/^night\|mil/)
  })

  it('are picked by the nearest to the pointer', () => {
    const { tracks, hit } = openMap()
    const at = (serial: number, lon: number): Feature => ({
      type: 'Feature',
      properties: { serial },
      geometry: { type: 'Point', coordinates: [lon, 0] },
    })
    hit(at(1, 0.07), at(2, 0.02))
    expect(tracks.pick({ x: 0, y: 0 })).toBe(2)
    hit()
    expect(tracks.pick({ x: 0, y: 0 })).toBeUndefined()
  })
})
