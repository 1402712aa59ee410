import { ais, around, goFast, numbered, several, vesselIn } from '../cast.ts'
import { createDraws } from '../draws.ts'
import { sail } from '../path.ts'
import type { Radar, Scene, SceneObject, Transmitter } from '../scene.ts'

/** Go-fasts without AIS among slow vessels, in sea clutter. */
export function gofast(
  seed: number, knobs: { readonly radar?: Partial<Radar>; readonly pd?: number } = {},
): Scene {
  const duration = 900
  const from = { x: [-4000, 4000], y: [4500, 9500] } as const
  const traffic = { duration, box: { x: [-9000, 8000], y: [3700, 11_000] }, speed: [3, 7.8], wander: 0.05 } as const
  return {
    name: 'gofast', note: '3 go-fasts 32-45 kn, 3-9 deg/s turns, Pd .75, 60 clutter plots/scan', duration, scoreEvery: 5,
    radars: [
      { s: 'R1', x: 0, y: 0, rmax: 20_000, T: 2.5, sr: 25, sb: 0.25, pd: 0.9, clutter: 60, near: 0.5, ...knobs.radar },
    ],
    objects: [
      ...several(3, (i) => goFast(seed, `G${i}`, from, duration, { pd: knobs.pd ?? 0.75 })),
      ...several(6, (i) => vesselIn(seed, `T${i}`, traffic, i < 4 ? { transmitter: ais(i) } : {})),
    ],
  }
}

/** Aircraft, three of them with ADS-B, over vessels, seen by a slow radar that knows no height. */
export function air(seed: number, knobs: { readonly radar?: Partial<Radar> } = {}): Scene {
  const duration = 900
  const traffic = { duration, box: around(12_500), speed: [3, 8.3], wander: 0.055 } as const
  return {
    name: 'air', note: '10 vessels, 3 aircraft with ADS-B 90-150 m/s, 2 without at 40-60 m/s, 2-D radar 5 s',
    duration, scoreEvery: 5,
    radars: [{ s: 'R1', x: 0, y: 0, rmax: 40_000, T: 5, sr: 50, sb: 0.3, pd: 0.9, clutter: 15, ...knobs.radar }],
    objects: [
      ...several(10, (i) => vesselIn(seed, numbered('T', i, 10).replace('T', 'T0'), traffic,
        i < 7 ? { transmitter: ais(i) } : {})),
      ...several(5, (i) => aircraft(seed, i, duration)),
    ],
  }
}

/** An aircraft that comes in from outside, turns once and leaves. */
function aircraft(seed: number, i: number, duration: number): SceneObject {
  const id = `A${i}`
  const draws = createDraws(seed, 'voyage', id)
  const speed = i < 3 ? draws.between(90, 150) : draws.between(40, 60)
  const [from, range] = [draws.between(0, 2 * Math.PI), i < 3 ? draws.between(28_000, 36_000) : draws.between(20_000, 26_000)]
  const [x, y] = [range * Math.sin(from), range * Math.cos(from)]
  const [toX, toY] = [draws.between(-6000, 6000), draws.between(-6000, 6000)]
  const courseDeg = Math.atan2(toX - x, toY - y) * (180 / Math.PI)
  const turns = [{ at: draws.between(170, 480), lasting: draws.between(35, 45), rate: draws.aside(0.3, 1.9) }]
  const transmitter: Transmitter = {
    medium: 'adsb', identities: [{ from: 0, id: `icao00000${i}` }], altitude: Math.round(draws.between(600, 1200)),
  }
  return {
    id, cls: 'air', pd: 0.85, path: sail({ x, y, courseDeg, speed, wander: 0.012, turns }, duration, draws),
    ...(i < 3 && { transmitter }),
  }
}
