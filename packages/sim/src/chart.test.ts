import { describe, expect, it } from 'vitest'
import { lanes, placeOf, routeBetween, spotIn } from './chart.ts'
import { islandAt } from './islands.ts'
import { metresBetween, shifted } from './motion/mercator.ts'

const along = (a: { lat: number; lon: number }, b: { lat: number; lon: number }, part: number) => ({
  lat: a.lat + (b.lat - a.lat) * part,
  lon: a.lon + (b.lon - a.lon) * part,
})

describe('the outlines of the islands', () => {
  it.each([
    ['st-vincent', 13.25, -61.19], ['st-lucia', 13.9, -60.97], ['barbados', 13.18, -59.55], ['martinique', 14.7, -61.1],
    ['dominica', 15.4, -61.33], ['grenada', 12.1, -61.68], ['trinidad', 10.4, -61.2], ['antigua', 17.08, -61.8],
  ])('have the middle of %s on land', (name, lat, lon) => {
    expect(islandAt({ lat, lon })).toBe(name)
  })

  it('leave the channels open', () => {
    for (const [lat, lon] of [[13.55, -61.05], [13.07, -61.24], [14.25, -60.98], [15.05, -61.4]] as const) {
      expect(islandAt({ lat, lon })).toBeUndefined()
    }
  })
})

describe('the lanes', () => {
  it('cross no land', () => {
    const crossing = lanes().flatMap(([a, b]) => {
      const steps = Math.ceil(metresBetween(a, b) / 400)
      const islands = Array.from({ length: steps }, (_, i) => islandAt(along(a, b, i / steps)))
      return islands.filter((island) => island !== undefined).map((island) => `${a.name} to ${b.name}: ${island}`)
    })
    expect(crossing).toEqual([])
  })

  it('lead on from every place', () => {
    const joined = new Set(lanes().flatMap(([a, b]) => [a.name, b.name]))
    expect(joined.size).toBeGreaterThan(190)
    for (const name of joined) expect(routeBetween('castries-roads', name).at(-1)!.name).toBe(name)
  })

  it('do not run where a straight line would cross an island', () => {
    const route = routeBetween('castries-quay', 'vieux-fort')
    const [start, end] = [route[0]!, route.at(-1)!]
    const straight = Array.from({ length: 50 }, (_, i) => islandAt(along(start, end, i / 50)))
    expect(straight).toContain('st-lucia')
    expect(route.length).toBeGreaterThan(3)
  })
})

describe('the room of a place', () => {
  it('is water all round', () => {
    for (const place of new Set(lanes().flat())) {
      for (let bearing = 0; bearing < 360; bearing += 30) {
        const [east, north] = [Math.sin(bearing), Math.cos(bearing)]
        expect(islandAt(shifted(place, place.room * east, place.room * north))).toBeUndefined()
      }
    }
  })

  it('has a spot for every vessel, always the same and never outside', () => {
    const place = placeOf('admiralty-bay')
    const spots = Array.from({ length: 200 }, (_, key) => spotIn(place, key))
    expect(Math.max(...spots.map((spot) => metresBetween(place, spot)))).toBeLessThanOrEqual(place.room + 1)
    expect(new Set(spots.map(({ lat }) => lat)).size).toBe(200)
    expect(spotIn(place, 17)).toEqual(spots[17])
  })
})

describe('a route', () => {
  it('begins and ends where it was asked to', () => {
    const names = routeBetween('kingstown-quay', 'bequia-quay').map(({ name }) => name)
    expect(names[0]).toBe('kingstown-quay')
    expect(names.at(-1)).toBe('bequia-quay')
  })

  it('is not much longer than the crow flies where the sea is open', () => {
    const route = routeBetween('kingstown-quay', 'bridgetown-quay')
    const length = route.slice(1).reduce((sum, place, i) => sum + metresBetween(route[i]!, place), 0)
    expect(length / metresBetween(route[0]!, route.at(-1)!)).toBeLessThan(1.15)
  })

  it('does not pass through harbours on the way', () => {
    for (const to of ['bridgetown-quay', 'port-of-spain-quay', 'st-johns-quay', 'clifton', 'edge-west']) {
      expect(routeBetween('kingstown-quay', to).slice(1, -1).filter(({ haven }) => haven)).toEqual([])
    }
  })

  it('back is the route there, reversed', () => {
    const there = routeBetween('castries-quay', 'roseau').map(({ name }) => name)
    expect(routeBetween('roseau', 'castries-quay').map(({ name }) => name).reverse()).toEqual(there)
  })

  it('to a place that nobody knows is refused', () => {
    expect(() => routeBetween('kingstown-quay', 'atlantis')).toThrow('no place is called atlantis')
  })
})
