import type { CoverageView, RadarImage } from '@csii/contract'
import type { LatLon } from '@csii/model'
import { Map as MapLibre, NavigationControl, addProtocol, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { Protocol } from 'pmtiles'
import type { View } from '../link/picture-link.ts'
import type { Session } from '../link/session.ts'
import type { Palette } from '../theme/palette.ts'
import { baseLayers, baseStyle } from './base-style.ts'
import { createCentring } from './centring.ts'
import { createCoverageLayer } from './coverage-layer.ts'
import { drawImage } from './draw-image.ts'
import { markDrawn, watchDrawing } from './drawn-mark.ts'
import type { Uncertain } from './ellipse-features.ts'
import { createEllipseLayer } from './ellipse-layer.ts'
import { MAP_COLOURS } from './map-colours.ts'
import { paced, restBetween } from './pace.ts'
import type { Place } from './place.ts'
import { createRadarImageLayer } from './radar-image-layer.ts'
import { repaint } from './repaint.ts'
import { addScale } from './scale.ts'
import { addSymbolTrackLayer } from './symbol-track-layer.ts'
import type { TrackLayer } from './track-layer.ts'
import { viewWithin, wrapped } from './view.ts'

/** The map as the page uses it. */
export interface Chart {
  centre(place: Partial<Place> & Pick<Place, 'lat' | 'lon'>): void
  setPalette(palette: Palette): void
  setSelected(serial: number | undefined): void
  /** Shows what sensors cover, or nothing. */
  setCoverage(view: CoverageView | undefined): void
  /** Shows what a radar saw in its last turns, or nothing. */
  setRadarImage(image: RadarImage | undefined): void
  /** Shows how uncertain a place is, or nothing. */
  setUncertain(seen: Uncertain | undefined): void
  close(): void
}

export interface ChartOptions {
  readonly container: HTMLElement
  readonly session: Session
  readonly place: Place
  readonly palette: Palette
  readonly words: { readonly title: string; readonly zoomIn: string; readonly zoomOut: string }
  /** A click, on a contact or beside them all, and where. */
  readonly onSelect: (serial: number | undefined, at: LatLon) => void
  readonly onMove: (place: Place, view: View) => void
  readonly onDrawn: () => void
}

const TILES = 'basemap/caribbean.pmtiles'
const MOVE_SETTLES_MS = 200
/** Between frames the picture is redrawn this often, so that ages go on when nothing is heard. */
const REDRAW_MS = 5000

setWorkerUrl(workerUrl)
addProtocol('pmtiles', new Protocol().tile)

export function createChart({ session, onSelect, ...options }: ChartOptions): Chart {
  const map = openMap(options)
  let palette = options.palette
  let selected: number | undefined
  let tracks: TrackLayer | undefined
  const coverage = createCoverageLayer(map, palette)
  const ellipse = createEllipseLayer(map, palette)
  const radarImage = createRadarImageLayer(map, palette)
  const overlays = [coverage, radarImage, ellipse]
  const awaitDrawing = watchDrawing(map)
  const redraw = paced(
    (done) => {
      if (!tracks) return done()
      const { resume } = session.picture.current()
      awaitDrawing(() => {
        if (resume) markDrawn(resume.revision)
        done()
      })
      tracks.setContacts(session.picture.current().contacts.values(), session.clock.at(Date.now()))
    },
    () => restBetween(session.picture.current().contacts.size),
    { now: Date.now, later: (run, ms) => void setTimeout(run, ms) },
  )
  const timer = setInterval(redraw, REDRAW_MS)
  const unsubscribe = session.picture.subscribe(redraw)

  void Promise.all([map.once('style.load'), import('milsymbol')]).then(([, { default: ms }]) => {
    tracks = addSymbolTrackLayer(map, palette, (key, colours) => drawImage(key, colours, ms))
    repaintBase(map, palette)
    for (const overlay of overlays) overlay.begin()
    tracks.setSelected(selected)
    redraw()
    options.onDrawn()
  })
  map.on('click', ({ point, lngLat }) => onSelect(tracks?.pick(point), { lat: lngLat.lat, lon: wrapped(lngLat.lng) }))
  map.on('mousemove', ({ point }) => showHand(map, tracks?.pick(point) !== undefined))
  reportMoves(map, options.onMove)

  return {
    centre: createCentring(map),
    setPalette(next) {
      if (next === palette) return
      palette = next
      for (const layer of [tracks, ...overlays]) layer?.setPalette(palette)
      if (tracks) repaintBase(map, palette)
    },
    setSelected(serial) {
      selected = serial
      tracks?.setSelected(serial)
    },
    setCoverage: coverage.show,
    setRadarImage: radarImage.show,
    setUncertain: ellipse.show,
    close() {
      tracks = undefined
      clearInterval(timer)
      unsubscribe()
      map.remove()
    },
  }
}

function showHand(map: MapLibre, isOverContact: boolean): void {
  map.getCanvas().style.cursor = isOverContact ? 'pointer' : ''
}

function repaintBase(map: MapLibre, palette: Palette): void {
  for (const layer of baseLayers(MAP_COLOURS[palette])) repaint(map, layer)
}

function openMap({ container, place, palette, words }: Omit<ChartOptions, 'session' | 'onSelect'>): MapLibre {
  const map = new MapLibre({
    container,
    style: baseStyle(palette, `pmtiles://${new URL(TILES, document.baseURI)}`),
    center: [place.lon, place.lat],
    zoom: place.zoom,
    minZoom: 3,
    maxZoom: 16,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    locale: {
      'Map.Title': words.title,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
    },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-left')
  addScale(map, container)
  return map
}

function reportMoves(map: MapLibre, onMove: ChartOptions['onMove']): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const report = () => {
    const { lat, lng } = map.getCenter()
    onMove({ lat, lon: wrapped(lng), zoom: map.getZoom() }, viewWithin(map.getBounds()))
  }
  report()
  map.on('move', () => {
    clearTimeout(timer)
    timer = setTimeout(report, MOVE_SETTLES_MS)
  })
  map.once('remove', () => clearTimeout(timer))
}
