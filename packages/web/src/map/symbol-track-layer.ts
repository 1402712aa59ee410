import type { Contact } from '@csii/contract'
import type { FeatureCollection } from 'geojson'
import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import type { Palette } from '../theme/palette.ts'
import { PIXEL_RATIO } from './draw-image.ts'
import { MAP_COLOURS, type MapColours } from './map-colours.ts'
import { repaint } from './repaint.ts'
import { collect, leaderFeature, trackFeature, type TrackProperties } from './track-features.ts'
import type { TrackLayer } from './track-layer.ts'
import { markLayer, MARKS, trackStyle, type Mark } from './track-style.ts'

/** Pixels around the pointer in which a track counts as meant. */
const REACH = 8
const markKey = (mark: Mark): string => `${mark}|real|fresh`
// Object.keys gives the keys of what is written there, and no others.
const MARK_NAMES = Object.keys(MARKS) as Mark[]
const PICKED = ['distress', 'symbols', 'dots']

/** Draws the picture of one key of `image-key.ts`, at `PIXEL_RATIO`. */
export type DrawImage = (key: string, colours: MapColours) => ImageData

/** Draws tracks as MapLibre symbols, whose labels keep clear of one another. Good for some ten thousand tracks at 1 Hz. */
export function addSymbolTrackLayer(map: MapLibre, first: Palette, draw: DrawImage): TrackLayer {
  let palette = first
  let contacts: readonly Contact[] = []
  let time = 0
  let selected: number | undefined
  const empty = new Set(['tracks', 'selected'])
  for (const id of empty) map.addSource(id, { type: 'geojson', data: collect([]) })
  ensureImages(MARK_NAMES.map(markKey))
  for (const layer of style()) map.addLayer(layer)

  function show(): void {
    const tracks = contacts.map((contact) => trackFeature(contact, time))
    ensureImages(new Set(tracks.flatMap(({ properties }) => [properties.symbol, properties.dot])))
    const named = tracks.map((track) => ({
      ...track,
      properties: withImages(track.properties, imageId),
    }))
    const leaders = contacts.map((contact) => leaderFeature(contact, time))
    put('tracks', collect([...leaders.filter((leader) => leader !== undefined), ...named]))
    put('selected', collect(tracks.filter(({ properties }) => properties.serial === selected)))
  }

  function put(id: string, data: FeatureCollection): void {
    // Cutting even nothing into tiles costs the worker a turn.
    if (data.features.length === 0 && empty.has(id)) return
    if (data.features.length === 0) empty.add(id)
    else empty.delete(id)
    map.getSource<GeoJSONSource>(id)?.setData(data)
  }

  function style(): LayerSpecification[] {
    return trackStyle(MAP_COLOURS[palette], (mark) => imageId(markKey(mark)))
  }

  function imageId(key: string): string {
    return `${palette}|${key}`
  }

  function ensureImages(keys: Iterable<string>): void {
    for (const key of keys) {
      if (map.hasImage(imageId(key))) continue
      map.addImage(imageId(key), draw(key, MAP_COLOURS[palette]), { pixelRatio: PIXEL_RATIO })
    }
  }

  return {
    setContacts(next, now) {
      contacts = [...next]
      time = now
      show()
    },
    setSelected(serial) {
      selected = serial
      show()
    },
    setPalette(next) {
      palette = next
      ensureImages(MARK_NAMES.map(markKey))
      for (const layer of style()) repaint(map, layer)
      for (const mark of MARK_NAMES) map.setLayoutProperty(markLayer(mark), 'icon-image', imageId(markKey(mark)))
      show()
    },
    pick: (point) => serialAt(map, point),
  }
}

const withImages = (properties: TrackProperties, imageId: (key: string) => string): TrackProperties => ({
  ...properties,
  symbol: imageId(properties.symbol),
  dot: imageId(properties.dot),
})

function serialAt(map: MapLibre, { x, y }: { readonly x: number; readonly y: number }): number | undefined {
  const hits = map.queryRenderedFeatures(
    [
      [x - REACH, y - REACH],
      [x + REACH, y + REACH],
    ],
    { layers: PICKED },
  )
  const distance = (hit: (typeof hits)[number]): number => {
    if (hit.geometry.type !== 'Point') return Infinity
    const [lon = 0, lat = 0] = hit.geometry.coordinates
    const at = map.project([lon, lat])
    return Math.hypot(at.x - x, at.y - y)
  }
  const nearest = hits.sort((a, b) => distance(a) - distance(b))[0]
  const serial: unknown = nearest?.properties['serial']
  return typeof serial === 'number' ? serial : undefined
}
