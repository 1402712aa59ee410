import type { LatLon } from '@csii/model'
import type { Map as MapLibre, MapMouseEvent, MapTouchEvent } from 'maplibre-gl'
import { createDrawing, type DrawnSoFar, type Drawing, type Pointer } from './draw-area.ts'
import { wrapped } from './view.ts'

export interface AreaWatcher {
  onDraft(corners: readonly LatLon[]): void
  onDone(corners: readonly LatLon[]): void
  onCancel(): void
}

/** Lets the reader draw on the map, one thing at a time. While it is drawn, the map stands still and selects nothing. */
export interface AreaTool {
  readonly isDrawing: boolean
  /** Gives a way to give up. */
  draw(drawing: Drawing, watcher: AreaWatcher): () => void
}

const GESTURES = ['dragPan', 'doubleClickZoom', 'boxZoom', 'touchZoomRotate'] as const

export function createAreaTool(map: MapLibre): AreaTool {
  let stopCurrent: (() => void) | undefined

  function draw(drawing: Drawing, watcher: AreaWatcher): () => void {
    stopCurrent?.()
    const steps = createDrawing(drawing)
    const tell = (drawn: DrawnSoFar | undefined) => {
      if (!drawn) return
      if (!drawn.isDone) return watcher.onDraft(drawn.corners)
      stop()
      watcher.onDone(drawn.corners)
    }
    let isOver = false
    const cancel = () => {
      if (isOver) return
      stop()
      watcher.onCancel()
    }
    const unlisten = listen(map, {
      down: (at) => tell(steps.down(at)), move: (at) => tell(steps.move(at)), up: (at) => tell(steps.up(at)), click: (at) => tell(steps.click(at)),
      key: (key) => (key === 'Escape' ? cancel() : tell(steps.finish())),
    })
    for (const gesture of GESTURES) map[gesture].disable()
    map.getCanvas().style.cursor = 'crosshair'
    function stop(): void {
      isOver = true
      unlisten()
      for (const gesture of GESTURES) map[gesture].enable()
      map.touchZoomRotate.disableRotation()
      map.getCanvas().style.cursor = ''
      // The click that ended it must not select as well.
      setTimeout(() => {
        if (stopCurrent === cancel) stopCurrent = undefined
      })
    }
    stopCurrent = cancel
    return cancel
  }

  return {
    get isDrawing() {
      return stopCurrent !== undefined
    },
    draw,
  }
}

interface Listeners {
  readonly down: (at: Pointer) => void
  readonly move: (at: Pointer) => void
  readonly up: (at: Pointer) => void
  readonly click: (at: Pointer) => void
  readonly key: (key: 'Enter' | 'Escape') => void
}

function listen(map: MapLibre, { down, move, up, click, key }: Listeners): () => void {
  const at = ({ point, lngLat }: MapMouseEvent | MapTouchEvent): Pointer =>
    ({ x: point.x, y: point.y, lat: lngLat.lat, lon: wrapped(lngLat.lng) })
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    // Enter on a button and Escape of a panel mean something else at other times.
    event.stopImmediatePropagation()
    key(event.key)
  }
  const subscriptions = [
    map.on('mousedown', (event) => down(at(event))), map.on('touchstart', (event) => down(at(event))),
    map.on('mousemove', (event) => move(at(event))), map.on('touchmove', (event) => move(at(event))),
    map.on('mouseup', (event) => up(at(event))), map.on('touchend', (event) => up(at(event))),
    map.on('click', (event) => click(at(event))),
  ]
  addEventListener('keydown', onKey, { capture: true })
  return () => {
    for (const subscription of subscriptions) subscription.unsubscribe()
    removeEventListener('keydown', onKey, { capture: true })
  }
}
