import { ais, numbered, several, vesselIn, WANDER } from '../cast.ts'
import { createDraws } from '../draws.ts'
import { moved, sail, type Path } from '../path.ts'
import type { Radar, Scene, SceneObject } from '../scene.ts'

const RADAR: Radar = { s: 'R1', x: 0, y: 0, rmax: 30_000, T: 3, sr: 30, sb: 0.3, pd: 0.9, clutter: 15 }

export interface CrossingKnobs {
  readonly vessels: number
  /** Degrees from one vessel's course to the next. */
  readonly apart: number
  readonly radar: Partial<Radar>
}

/** Vessels that pass through one point at one time. */
export function crossing(seed: number, knobs: Partial<CrossingKnobs> = {}): Scene {
  const { vessels = 8, apart = 45, radar } = knobs
  const duration = 900
  const objects = several(vessels, (i): SceneObject => {
    const id = numbered('T', i, vessels)
    const draws = createDraws(seed, 'voyage', id)
    const [courseDeg, speed] = [i * apart + draws.between(-7, 7), draws.between(5, 8.6)]
    const course = courseDeg * (Math.PI / 180)
    const way = speed * (duration / 2)
    const [x, y] = [3000 - way * Math.sin(course), 12_000 - way * Math.cos(course)]
    return {
      id, cls: 'vessel', path: sail({ x, y, courseDeg, speed, wander: 0.05 }, duration, draws),
      ...(i % 4 === 0 && { transmitter: ais(i) }),
    }
  })
  return {
    name: 'crossing', note: `${vessels} vessels through one point, a quarter of them with AIS`, duration,
    scoreEvery: 10, radars: [{ ...RADAR, ...radar }], objects,
  }
}

export interface LaneKnobs {
  /** Metres from one lane to the other. */
  readonly lanes: number
  /** Metres from an overtaking vessel to the lane. */
  readonly overtakeAt: number
  readonly radar: Partial<Radar>
}

/** Two opposing lanes of six vessels, and three that overtake beside one of them. */
export function parallel(seed: number, knobs: Partial<LaneKnobs> = {}): Scene {
  const { lanes = 180, overtakeAt = 150, radar } = knobs
  const duration = 1200
  const [east, north] = [Math.sin(70 * (Math.PI / 180)), Math.cos(70 * (Math.PI / 180))]
  /** A vessel at a place along the first lane and to the left of it, both in metres. */
  const vessel = (id: string, along: number, left: number, courseDeg: number, speed: number): SceneObject => {
    const [x, y] = [along * east - left * north, 14_000 + along * north + left * east]
    const voyage = { x, y, courseDeg, speed, wander: WANDER / 2 }
    return { id, cls: 'vessel', path: sail(voyage, duration, createDraws(seed, 'voyage', id)) }
  }
  const equipped = (object: SceneObject, index: number, i: number): SceneObject =>
    i % 3 === 2 ? object : { ...object, transmitter: ais(index, i % 3 === 0 ? 'A' : 'B') }
  const speed = createDraws(seed, 'lanes')
  return {
    name: 'parallel', duration, scoreEvery: 10,
    note: `two opposing lanes ${lanes} m apart, overtakes ${overtakeAt} m abeam, 14 km range`,
    radars: [{ ...RADAR, T: 4, sr: 40, sb: 0.35, clutter: 12, ...radar }],
    objects: [
      ...several(6, (i) => equipped(vessel(`T0${i}`, i * 750 - 6385, 0, 70, speed.between(5.5, 7.3)), i, i)),
      ...several(6, (i) => equipped(vessel(`T1${i}`, 6385 - i * 750, lanes, 250, speed.between(5.5, 7.3)), 10 + i, i)),
      ...several(3, (i) => vessel(`O${i}`, -8513 - i * 1277, -overtakeAt, 70, 9.5)),
    ],
  }
}

/** When the vessels of a pair slow down, lie beside one another, and part, in seconds. */
const [SLOWING, MET, PARTING] = [430, 490, 980]

/** Four pairs of vessels meet, lie side by side for eight minutes, and part. */
export function rendezvous(seed: number, knobs: { readonly radar?: Partial<Radar> } = {}): Scene {
  const duration = 1800
  const others = { duration, box: { x: [-7000, 12_000], y: [3000, 17_000] }, speed: [3.5, 8.6] } as const
  return {
    name: 'rendezvous', duration, scoreEvery: 10,
    note: '4 pairs meet and lie 50 m apart for 8 min (radar cannot resolve them), then part; one side usually dark',
    radars: [{ ...RADAR, rmax: 24_000, sr: 25, sb: 0.25, clutter: 12, res: [45, 0.45], ...knobs.radar }],
    objects: [
      ...several(4, (i) => pair(seed, i, duration)).flat(),
      ...several(6, (i) => vesselIn(seed, `T${i}`, others, i < 4 ? { transmitter: ais(50 + i) } : {})),
    ],
  }
}

function pair(seed: number, i: number, duration: number): SceneObject[] {
  const draws = createDraws(seed, 'pair', i)
  const [x, y, courseDeg] = [draws.between(-8000, 8000), draws.between(5000, 13_000), draws.between(0, 360)]
  const [apart, side] = [draws.between(25, 100), draws.between(0, 2 * Math.PI)]
  const first = meeting(seed, `P${i}a`, { x, y, courseDeg, speeds: [4.6, 7] }, duration)
  const second = meeting(seed, `P${i}b`, {
    x: x + apart * Math.sin(side), y: y + apart * Math.cos(side), courseDeg: courseDeg + draws.between(150, 180),
    speeds: [4.6, 8.6],
  }, duration)
  return [
    { id: `P${i}a`, cls: 'vessel', path: first, transmitter: ais(2 * i) },
    { id: `P${i}b`, cls: 'vessel', path: second, ...(i === 0 && { transmitter: ais(1, 'B') }) },
  ]
}

interface MeetingPlace {
  readonly x: number
  readonly y: number
  readonly courseDeg: number
  readonly speeds: readonly [number, number]
}

/** A vessel that comes to a place, all but stops there, and leaves on another course. */
function meeting(seed: number, id: string, place: MeetingPlace, duration: number): Path {
  const { x, y, courseDeg, speeds } = place
  const draws = createDraws(seed, 'voyage', id)
  const speed = draws.between(...speeds)
  const path = sail({
    x: 0, y: 0, courseDeg, speed, wander: 0.01,
    turns: [{ at: PARTING, lasting: 20, rate: draws.aside(2, 5) }],
    speeds: [{ at: SLOWING, lasting: MET - SLOWING, to: 0.4 }, { at: PARTING + 10, lasting: 60, to: speed }],
  }, duration, draws)
  const met = path(MET)
  return moved(path, x - met.x, y - met.y)
}
