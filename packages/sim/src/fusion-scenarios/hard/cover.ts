import { ais, around, goFast, numbered, several, vesselIn } from '../cast.ts'
import { createDraws } from '../draws.ts'
import { crossing, parallel } from '../given/close-quarters.ts'
import { bias } from '../given/open-water.ts'
import type { Radar, Scene } from '../scene.ts'

const RADAR: Radar = { s: 'R1', x: 0, y: 0, rmax: 26_000, T: 3, sr: 30, sb: 0.3, pd: 0.85, clutter: 15 }

/** Ten vessels through one point on courses 18° apart, seen in seven scans of ten. */
export const sparseCrossing = (seed: number): Scene => ({
  ...crossing(seed, { vessels: 10, apart: 18, radar: { pd: 0.7 } }),
  note: '10 vessels through one point, courses 18 deg apart, Pd .7, 3 with AIS',
})

/** Lanes 90 m apart, where a radar's bearing error is as wide as the lanes. */
export const narrowLanes = (seed: number): Scene => ({
  ...parallel(seed, { lanes: 90, overtakeAt: 80, radar: { pd: 0.75 } }),
  note: 'two opposing lanes 90 m apart, overtakes 80 m abeam, 14 km range, Pd .75',
})

/** The registration scenario with the second radar's clock slow. */
export function lateClock(seed: number): Scene {
  const late = createDraws(seed, 'clock').between(0.5, 2)
  return {
    ...bias(seed, { more: { R2: { late } } }),
    note: 'two radars with unknown range and bearing bias; the clock of R2 is 0.5-2 s slow (tbias = stamp - true)',
  }
}

/** Land hides two sectors: vessels without AIS vanish behind it and come back, others are seen by AIS alone. */
export function landShadow(seed: number): Scene {
  const duration = 1800
  const traffic = { duration, box: around(13_000), speed: [4, 11], turnsIn: [[300, 1500]] } as const
  const draws = createDraws(seed, 'land')
  const [first, second] = [draws.between(0, 360), draws.between(100, 180)]
  const sector = (from: number, width: number, beyond: number) =>
    ({ from: Math.round(from % 360), to: Math.round((from + width) % 360), beyond })
  return {
    name: 'land-shadow', duration, scoreEvery: 10,
    note: '24 vessels, 12 with AIS; land hides two sectors of the radar (shadow: bearings from-to, outward of beyond)',
    radars: [{ ...RADAR, shadow: [sector(first, 40, 4000), sector(first + second, 25, 2500)] }],
    objects: several(24, (i) => vesselIn(seed, numbered('T', i, 24), traffic,
      i < 12 ? { transmitter: ais(i, i % 3 === 2 ? 'B' : 'A') } : {})),
  }
}

/** A patch of sea clutter ten times as dense as elsewhere, with vessels and a go-fast in it. */
export function seaClutter(seed: number): Scene {
  const duration = 1200
  const draws = createDraws(seed, 'sea')
  const from = draws.between(0, 310)
  const middle = (from + 25) * (Math.PI / 180)
  const [x, y] = [6000 * Math.sin(middle), 6000 * Math.cos(middle)]
  const inside = { x: [x - 2500, x + 2500], y: [y - 2500, y + 2500] } as const
  const slow = { duration, box: inside, speed: [2, 6] } as const
  const traffic = { duration, box: around(12_000), speed: [3, 9], turnsIn: [[200, 1000]] } as const
  return {
    name: 'sea-clutter', duration, scoreEvery: 10,
    note: '30 clutter plots/scan in a patch of 50 deg by 5 km besides 15 elsewhere; 7 vessels and a go-fast begin in it',
    radars: [{ ...RADAR, T: 2.5 }],
    faults: { R1: { patch: { from, to: from + 50, beyond: 3500, upTo: 8500, clutter: 30 } } },
    objects: [
      goFast(seed, 'G0', inside, duration, { pd: 0.75 }),
      ...several(7, (i) => vesselIn(seed, `S${i}`, slow, i < 3 ? { transmitter: ais(i) } : {})),
      ...several(10, (i) => vesselIn(seed, `T${i}`, traffic, i < 5 ? { transmitter: ais(50 + i) } : {})),
    ],
  }
}
