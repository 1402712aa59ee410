import { ais, numbered, several, vesselAtAnchor, vesselIn, type Box } from '../cast.ts'
import type { Radar, Scene, Transmitter } from '../scene.ts'

const WATER: Box = { x: [-6000, 6000], y: [1000, 12_000] }

/** Three hundred vessels in a harbour approach, three in ten at anchor, six in ten with AIS; close returns merge. */
export function harbour(seed: number, knobs: { readonly radar?: Partial<Radar>; readonly vessels?: number } = {}): Scene {
  const { vessels = 300 } = knobs
  const duration = 600
  const traffic = {
    duration, box: WATER, speed: [1.5, 8], wander: 0.08, turnsIn: [[60, 540]], turnRate: [0.6, 2.1],
    turnLasting: [20, 35],
  } as const
  return {
    name: 'harbour', duration, scoreEvery: 10,
    note: `${vessels} targets in 12x11 km, 30% at anchor, 60% AIS, unresolved returns merge`,
    radars: [
      { s: 'R1', x: 0, y: 0, rmax: 16_000, T: 3, sr: 25, sb: 0.25, pd: 0.9, clutter: 40, res: [40, 0.5], ...knobs.radar },
    ],
    objects: several(vessels, (i) => {
      const [id, kind] = [numbered('T', i, vessels), i % 10]
      const transmitter = equipment(i, kind)
      const more = transmitter ? { transmitter } : {}
      return kind < 3 ? vesselAtAnchor(seed, id, WATER, more) : vesselIn(seed, id, traffic, more)
    }),
  }
}

/** Of each ten vessels the first three lie at anchor; two of these and four others have AIS. */
function equipment(i: number, kind: number): Transmitter | undefined {
  if (kind === 2 || kind > 6) return undefined
  const anchored = kind < 3 ? { anchored: true } : {}
  return ais(i, kind === 1 || kind > 4 ? 'B' : 'A', anchored)
}
