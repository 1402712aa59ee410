import type { EaseToOptions } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { createCentring } from './centring.ts'

function openMap({ still = false } = {}) {
  const moves: EaseToOptions[] = []
  const listeners = { resize: () => undefined as unknown, moveend: () => undefined as unknown }
  let isMoving = false
  const arrive = () => {
    isMoving = false
    listeners.moveend()
  }
  const centre = createCentring({
    on: (event, listener) => void (listeners[event] = listener),
    easeTo(options) {
      if (isMoving) arrive()
      moves.push(options)
      isMoving = !still
      if (still) arrive()
    },
    isMoving: () => isMoving,
  })
  return { moves, centre, resize: () => void listeners.resize(), arrive }
}

describe('a place that is brought into the middle', () => {
  it('comes there, nearer when that is asked for', () => {
    const { moves, centre } = openMap()
    centre({ lat: 13, lon: -61 })
    centre({ lat: 14, lon: -60, zoom: 10 })
    expect(moves).toEqual([{ center: [-61, 13], duration: 400 }, { center: [-60, 14], zoom: 10, duration: 400 }])
  })

  it('comes into the new middle when the map is resized on the way', () => {
    const { moves, centre, resize } = openMap()
    centre({ lat: 13, lon: -61 })
    resize()
    expect(moves).toEqual([{ center: [-61, 13], duration: 400 }, { center: [-61, 13], duration: 400 }])
  })

  it('is left alone by a resize once it is there', () => {
    const { moves, centre, resize, arrive } = openMap()
    centre({ lat: 13, lon: -61 })
    arrive()
    resize()
    expect(moves).toHaveLength(1)
  })

  it('is left alone by a resize where nothing may move', () => {
    const { moves, centre, resize } = openMap({ still: true })
    centre({ lat: 13, lon: -61 })
    resize()
    expect(moves).toHaveLength(1)
  })
})
