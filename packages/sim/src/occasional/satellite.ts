import type { Timestamp } from '@csii/model'
import { chance, keyOf, normal } from '../chance.ts'
import { shifted } from '../motion/mercator.ts'
import type { Scenario } from '../scenario.ts'
import type { Delivery, Installation, SensorGroup } from '../sensor.ts'
import { conductOf } from '../truth.ts'
import type { Vessel } from '../vessel.ts'

/** A radar in orbit, and whoever finds ships in its pictures and sends a file of them. */
export interface SatelliteService {
  readonly id: string
  readonly title: string
  /** ISO 3166-1 alpha-3 of who ordered the pictures. */
  readonly nation: string
  /** Milliseconds between two passes. Real ones come every few days. */
  readonly every: number
  /** Milliseconds from the picture to the file. */
  readonly delay: number
  /** Degrees: what a picture shows. */
  readonly box: { readonly south: number; readonly north: number; readonly west: number; readonly east: number }
}

/** It connects to the node and sends one line of GeoJSON for each picture. The last one is told again. */
export const satelliteService = (scenario: Scenario, service: SatelliteService): SensorGroup => ({
  installations: [satelliteInstallation(service)],
  memory: service.every + service.delay,
  deliver: (from, to) => deliver(scenario, service, from, to),
})

export const satelliteInstallation = ({ id, title, nation }: SatelliteService): Installation => ({
  id, title, kind: 'satellite', nation, wire: 'they-listen', extension: 'geojsonl',
})

/** Standard deviation of a detection in each direction, metres. */
const SIGMA = 60

function* deliver(scenario: Scenario, service: SatelliteService, from: Timestamp, to: Timestamp): Generator<Delivery> {
  const { id, every, delay } = service
  for (let pass = Math.floor((from - delay) / every); pass * every + delay < to; pass++) {
    const t = pass * every + delay
    if (t < from) continue
    const features = scenario.vessels.flatMap((vessel) => featureOf(scenario, service, vessel, pass * every) ?? [])
    const file = JSON.stringify({ type: 'FeatureCollection', features })
    yield { t, sensor: id, bytes: Buffer.from(`${file}\n`), subject: 'picture' }
  }
}

/** Small craft are often missed, and a moored hull is one with the quay. */
function featureOf(scenario: Scenario, { id, box }: SatelliteService, vessel: Vessel, t: Timestamp) {
  const conduct = conductOf(scenario, vessel, t)
  const { activity, lat, lon, speed } = conduct
  const isOutside = lat < box.south || lat > box.north || lon < box.west || lon > box.east
  if (isOutside || activity === 'away' || activity === 'moored' || vessel.kind === 'sar-aircraft') return undefined
  const length = vessel.dimensions.bow + vessel.dimensions.stern
  const key = keyOf(id) ^ vessel.key ^ scenario.seed
  // What is smaller than a few cells of the picture, or leaves its own picture behind because it is fast.
  if (chance(key, t) > Math.min(0.97, length / 18) * (speed > 12 ? 0.5 : 1)) return undefined
  const place = shifted(conduct, SIGMA * normal(key, t, 1), SIGMA * normal(key, t, 2))
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [rounded(place.lon, 5), rounded(place.lat, 5)] },
    properties: {
      detector: 'SAR', time: new Date(t).toISOString(),
      length_m: Math.max(5, Math.round(length * (1 + 0.2 * normal(key, t, 3)))),
      sigma_m: SIGMA, score: rounded(0.6 + 0.39 * chance(key, t, 4), 2), exercise: 'yes',
    },
  }
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))
