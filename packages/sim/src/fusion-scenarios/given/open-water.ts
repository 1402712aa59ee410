import { ais, around, mmsi, numbered, several, vesselIn, voyageIn } from '../cast.ts'
import { createDraws } from '../draws.ts'
import { sail } from '../path.ts'
import type { Radar, RadarFault, Scene, SceneObject } from '../scene.ts'

const RADAR: Radar = { s: 'R1', x: 0, y: 0, rmax: 26_000, T: 3, sr: 30, sb: 0.3, pd: 0.9, clutter: 15 }

/** Vessels that switch AIS off under radar cover: 12 always on, 7 that go silent (4 come back), 3 that never send. */
export function dark(seed: number, knobs: { readonly radar?: Partial<Radar> } = {}): Scene {
  const duration = 1800
  const traffic = {
    duration, box: around(14_500), speed: [3, 9.3], turnsIn: [[200, 700], [740, 1490]],
  } as const
  const objects = several(22, (i) => {
    const id = numbered('T', i, 22)
    const draws = createDraws(seed, 'silence', id)
    const from = draws.between(300, 900)
    const off: readonly [number, number] = [from, i < 16 ? from + draws.between(450, 700) : Infinity]
    const transmitter = ais(i, draws.happens(0.65) ? 'A' : 'B', i < 12 ? {} : { off })
    return vesselIn(seed, id, traffic, i < 19 ? { transmitter } : {})
  })
  return {
    name: 'dark', note: '22 vessels; 7 switch AIS off (4 come back), 3 never transmit', duration, scoreEvery: 10,
    radars: [{ ...RADAR, ...knobs.radar }], objects,
  }
}

/** Two overlapping radars, each with an error of range and bearing that it does not know. */
export function bias(
  seed: number, knobs: { readonly radar?: Partial<Radar>; readonly more?: Readonly<Record<string, RadarFault>> } = {},
): Scene {
  const duration = 1800
  const traffic = {
    duration, box: { x: [-9000, 10_000], y: [6000, 20_000] }, speed: [3, 8.8], turnsIn: [[200, 1580]],
    turnRate: [0.2, 0.9], turnLasting: [20, 35],
  } as const
  const error = createDraws(seed, 'registration')
  const fault = (s: string) => ({ rbias: error.aside(60, 120), bbias: error.aside(0.5, 0.9), ...knobs.more?.[s] })
  return {
    name: 'bias', duration, scoreEvery: 10,
    note: 'two overlapping radars with unknown range (60-120 m) and bearing (.5-.9 deg) bias; 9 of 18 vessels give AIS',
    radars: [
      { ...RADAR, x: -9000, rmax: 30_000, clutter: 10, ...knobs.radar },
      { s: 'R2', x: 9000, y: 2000, rmax: 30_000, T: 4, sr: 40, sb: 0.25, pd: 0.9, clutter: 10, ...knobs.radar },
    ],
    faults: { R1: fault('R1'), R2: fault('R2') },
    objects: several(18, (i) => vesselIn(seed, numbered('T', i, 18), traffic,
      i < 9 ? { transmitter: ais(i, i % 3 === 2 ? 'B' : 'A') } : {})),
  }
}

/** False AIS: an MMSI used twice, far apart and 860 m apart; positions shifted; MMSI changed under way. */
export function spoof(seed: number, knobs: { readonly radar?: Partial<Radar> } = {}): Scene {
  const duration = 1500
  const traffic = { duration, box: around(12_000), speed: [3, 8.6] } as const
  const id = (i: number) => numbered('T', i, 14)
  const vessel = (i: number, more: Partial<SceneObject> = {}) => vesselIn(seed, id(i), traffic, more)
  const second = voyageIn(seed, id(2), traffic)
  const clone = sail({ ...second, x: second.x + 700, y: second.y + 500 }, duration, createDraws(seed, 'helm', id(3)))
  const changed = (i: number, from: number, to: number) =>
    vessel(i, { transmitter: ais(i, 'A', { identities: [{ from: 0, id: mmsi(i) }, { from, id: mmsi(to) }] }) })
  return {
    name: 'spoof', duration, scoreEvery: 10,
    note: 'duplicate MMSI (far, and 860 m), AIS position offset from t=300/500, MMSI change under way',
    radars: [{ ...RADAR, clutter: 12, ...knobs.radar }],
    objects: [
      vessel(0, { transmitter: ais(0) }), vessel(1, { transmitter: ais(0) }), vessel(2, { transmitter: ais(2) }),
      { id: id(3), cls: 'vessel', path: clone, transmitter: ais(2) },
      vessel(4, { transmitter: ais(4, 'A', { offset: { from: 300, east: 6000, north: -4000 } }) }),
      vessel(5, { transmitter: ais(5, 'A', { offset: { from: 500, east: -1500, north: 1200 } }) }),
      changed(6, 600, 900), changed(7, 800, 901),
      ...several(4, (i) => vessel(8 + i, { transmitter: ais(8 + i) })), vessel(12), vessel(13),
    ],
  }
}

/** AIS late and out of order, AIS by satellite minutes late, a second radar over a satellite link. */
export function latency(seed: number, knobs: { readonly radar?: Partial<Radar> } = {}): Scene {
  const duration = 1800
  const traffic = { duration, box: around(17_500), speed: [4, 10.8], turnsIn: [[250, 1470]], turnRate: [0.4, 1.2],
    turnLasting: [28, 50] } as const
  return {
    name: 'latency', duration, scoreEvery: 10,
    note: 'AIS arrives 1-30 s late and out of order, satellite AIS 60-240 s late, second radar over a satellite link 8-20 s late',
    radars: [
      { ...RADAR, x: -6000, rmax: 22_000, clutter: 10, lat: [0.1, 0.3], ...knobs.radar },
      { ...RADAR, s: 'R2', x: 9000, rmax: 22_000, T: 6, sr: 50, clutter: 10, lat: [8, 20], ...knobs.radar },
    ],
    aisDelay: [1, 30], satelliteDelay: [60, 240],
    objects: several(18, (i) => vesselIn(seed, numbered('T', i, 18), traffic,
      i < 7 ? { transmitter: ais(i) }
        : i < 13 ? { transmitter: { medium: 'sat-ais', identities: [{ from: 0, id: mmsi(i) }] } } : {})),
  }
}
