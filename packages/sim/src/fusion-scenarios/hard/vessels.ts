import { ais, around, numbered, several, vesselIn, voyageIn } from '../cast.ts'
import { createDraws } from '../draws.ts'
import { abeam, astern, swinging } from '../formation.ts'
import { sail } from '../path.ts'
import type { Radar, Scene, SceneObject } from '../scene.ts'

const RADAR: Radar = { s: 'R1', x: 0, y: 0, rmax: 24_000, T: 3, sr: 25, sb: 0.25, pd: 0.9, clutter: 15 }

/** Ships of 100 to 300 m: the echo's centre moves along the hull, the AIS antenna stands far from its middle. */
export function largeHulls(seed: number): Scene {
  const duration = 1500
  const traffic = { duration, box: around(11_000), speed: [4, 10], turnsIn: [[200, 1300]], turnRate: [0.2, 0.7] } as const
  return {
    name: 'large-hulls', duration, scoreEvery: 10,
    note: '16 ships of 100-300 m, echo centre moves along the hull, 12 with an AIS antenna up to 45 % of the length off',
    radars: [RADAR],
    objects: several(16, (i) => {
      const id = numbered('T', i, 16)
      const draws = createDraws(seed, 'hull', id)
      const hull = draws.between(100, 300)
      const antenna: readonly [number, number] = [hull * draws.aside(0.2, 0.45), draws.between(-0.06, 0.06) * hull]
      return vesselIn(seed, id, traffic, { hull, ...(i < 12 && { transmitter: ais(i, 'A', { antenna }) }) })
    }),
  }
}

/** Boats that a radar sees in every second scan, restless, most with class-B AIS. */
export function smallCraft(seed: number): Scene {
  const duration = 1200
  const boats = {
    duration, box: around(8000), speed: [2, 9], wander: 0.25, turnRate: [1, 4], turnLasting: [8, 30],
    turnsIn: [[100, 400], [450, 750], [800, 1100]],
  } as const
  const ships = { duration, box: around(12_000), speed: [5, 9] } as const
  return {
    name: 'small-craft', duration, scoreEvery: 10,
    note: '22 boats with Pd .5, 15 of them with class B, 1-4 deg/s turns; 4 ships; 25 clutter plots/scan',
    radars: [{ ...RADAR, clutter: 25, near: 0.3 }],
    objects: [
      ...several(22, (i) => vesselIn(seed, numbered('B', i, 22), boats,
        { pd: 0.5, ...(i < 15 && { transmitter: ais(i, 'B') }) })),
      ...several(4, (i) => vesselIn(seed, `T${i}`, ships, { transmitter: ais(50 + i) })),
    ],
  }
}

/** Sixty vessels swing at anchor close together while others pass between them. */
export function anchorage(seed: number): Scene {
  const duration = 900
  const box = { x: [-1800, 1800], y: [4000, 7600] } as const
  const passing = { duration, box: { x: [-4000, 4000], y: [2000, 10_000] }, speed: [3, 7], turnsIn: [[100, 800]] } as const
  return {
    name: 'anchorage', duration, scoreEvery: 10,
    note: '60 vessels swing at anchor in 3.6x3.6 km (AIS every 180 s), 20 pass among them, unresolved returns merge',
    radars: [{ ...RADAR, clutter: 20, res: [40, 0.5] }],
    objects: [
      ...several(60, (i): SceneObject => {
        const id = numbered('S', i, 60)
        const draws = createDraws(seed, 'anchor', id)
        const [x, y] = [draws.between(...box.x), draws.between(...box.y)]
        const transmitter = i % 3 < 2 && { transmitter: ais(i, i % 3 === 0 ? 'A' : 'B', { anchored: true }) }
        return { id, cls: 'vessel', path: swinging(x, y, draws.between(30, 150), draws), ...transmitter }
      }),
      ...several(20, (i) => vesselIn(seed, numbered('T', i, 20), passing,
        i < 12 ? { transmitter: ais(100 + i, i % 2 === 0 ? 'A' : 'B') } : {})),
    ],
  }
}

/** Seven ships in column turn one after another, with an escort on either side of the second and the sixth. */
export function convoy(seed: number): Scene {
  const duration = 1500
  const traffic = {
    duration, box: { x: [-9000, -5000], y: [5000, 9000] }, speed: [6, 8], wander: 0.03, turnRate: [0.4, 0.9],
    turnLasting: [50, 90], turnsIn: [[250, 450], [600, 850], [1000, 1250]],
  } as const
  const others = { duration, box: around(12_000), speed: [3, 9] } as const
  const voyage = { ...voyageIn(seed, 'C0', traffic), courseDeg: createDraws(seed, 'convoy').between(60, 120) }
  const leader = sail(voyage, duration, createDraws(seed, 'helm', 'C0'))
  const station = (id: string, place: number) =>
    place === 0 ? leader : astern(leader, (place * 350) / voyage.speed, createDraws(seed, 'station', id))
  return {
    name: 'convoy', duration, scoreEvery: 10,
    note: '7 ships in column 350 m apart that turn in succession, 4 escorts 250 m abeam; 2 of the 11 give AIS',
    radars: [{ ...RADAR, pd: 0.8 }],
    objects: [
      ...several(7, (i): SceneObject => ({
        id: `C${i}`, cls: 'vessel', path: station(`C${i}`, i), ...(i % 6 === 0 && { transmitter: ais(i) }),
      })),
      ...several(4, (i): SceneObject => ({
        id: `E${i}`, cls: 'vessel', path: abeam(station(`E${i}`, i < 2 ? 1 : 5), i % 2 === 0 ? 250 : -250),
      })),
      ...several(5, (i) => vesselIn(seed, `T${i}`, others, i < 3 ? { transmitter: ais(50 + i) } : {})),
    ],
  }
}
