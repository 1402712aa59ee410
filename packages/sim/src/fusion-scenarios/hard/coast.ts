import { ais, goFast, numbered, several, vesselIn } from '../cast.ts'
import { createDraws } from '../draws.ts'
import type { Scene, SceneObject } from '../scene.ts'

/** Everything that is hard at once: two radars with errors, land, sea clutter, large hulls, small craft, two nations. */
export function coast(seed: number): Scene {
  const duration = 1800
  const water = { x: [-14_000, 14_000], y: [2500, 18_000] } as const
  const boats = {
    duration, box: { x: [-9000, 9000], y: [2500, 11_000] }, speed: [2, 10], wander: 0.2, turnRate: [1, 4],
    turnLasting: [8, 30], turnsIn: [[150, 800], [900, 1600]],
  } as const
  const error = createDraws(seed, 'registration')
  const fault = () => ({ rbias: error.aside(30, 90), bbias: error.aside(0.2, 0.6) })
  return {
    name: 'coast', duration, scoreEvery: 10,
    note: 'two radars with bias (R2 also 0.5-1.5 s slow), land shadow, sea clutter, 12 large hulls, 14 boats, AIS twice',
    radars: [
      { s: 'R1', x: -7000, y: 0, rmax: 24_000, T: 3, sr: 30, sb: 0.3, pd: 0.8, clutter: 15, res: [40, 0.5],
        shadow: [{ from: 60, to: 85, beyond: 3000 }] },
      { s: 'R2', x: 8000, y: 1000, rmax: 24_000, T: 4, sr: 40, sb: 0.3, pd: 0.8, clutter: 15, res: [50, 0.5] },
    ],
    faults: {
      R1: { ...fault(), patch: { from: 330, to: 20, beyond: 2000, upTo: 6000, clutter: 15 } },
      R2: { ...fault(), late: error.between(0.5, 1.5) },
    },
    secondReceiver: [-0.5, 2],
    objects: [
      ...several(12, (i) => ship(seed, i, duration, water)),
      ...several(14, (i) => vesselIn(seed, numbered('B', i, 14), boats,
        { pd: 0.55, ...(i < 8 && { transmitter: ais(50 + i, 'B') }) })),
      goFast(seed, 'G0', { x: [-3000, 3000], y: [7000, 11_000] }, duration, { pd: 0.7 }),
    ],
  }
}

/** Ships: two switch AIS off, one reports a false place, two never transmit. */
function ship(
  seed: number, i: number, duration: number, box: { readonly x: readonly [number, number]; readonly y: readonly [number, number] },
): SceneObject {
  const id = numbered('T', i, 12)
  const draws = createDraws(seed, 'hull', id)
  const hull = draws.between(80, 300)
  const antenna: readonly [number, number] = [hull * draws.aside(0.1, 0.45), 0]
  const off = i < 2 ? { off: [draws.between(400, 800), Infinity] as const } : {}
  const offset = i === 2 ? { offset: { from: draws.between(400, 700), east: -2500, north: 1500 } } : {}
  return vesselIn(seed, id, { duration, box, speed: [4, 10], turnsIn: [[200, 1500]], turnRate: [0.2, 0.7] },
    { hull, ...(i < 10 && { transmitter: ais(i, 'A', { antenna, ...off, ...offset }) }) })
}
