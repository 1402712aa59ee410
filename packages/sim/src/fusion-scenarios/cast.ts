import { createDraws } from './draws.ts'
import { sail, type SpeedChange, type Turn, type Voyage } from './path.ts'
import type { SceneObject, Transmitter } from './scene.ts'

/** The ordinary wander of a vessel's turn rate, in degrees a second. */
export const WANDER = 0.058

/** MMSI of a scenario: 327 is no country's number. */
export const mmsi = (index: number): string => String(327_000_000 + index)

export function ais(index: number, cl: 'A' | 'B' = 'A', more: Partial<Transmitter> = {}): Transmitter {
  return { medium: 'ais', cl, identities: [{ from: 0, id: mmsi(index) }], ...more }
}

/** A box of water, in metres. */
export interface Box {
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
}

export const around = (half: number): Box => ({ x: [-half, half], y: [-half, half] })

export interface Traffic {
  readonly duration: number
  readonly box: Box
  readonly speed: readonly [number, number]
  readonly wander?: number
  /** Spans of the scenario, in seconds: in each the vessel turns once. */
  readonly turnsIn?: readonly (readonly [number, number])[]
  /** Degrees a second, and seconds, of such a turn. */
  readonly turnRate?: readonly [number, number]
  readonly turnLasting?: readonly [number, number]
}

/** A vessel somewhere in a box, on any course. */
export function vesselIn(seed: number, id: string, traffic: Traffic, more: Partial<SceneObject> = {}): SceneObject {
  const path = sail(voyageIn(seed, id, traffic), traffic.duration, createDraws(seed, 'helm', id))
  return { id, cls: 'vessel', path, ...more }
}

/** Where the vessel of an id begins, and what its helm is told. */
export function voyageIn(seed: number, id: string, traffic: Traffic): Voyage {
  const draws = createDraws(seed, 'voyage', id)
  const { box, wander = WANDER, turnsIn = [], turnRate = [0.3, 1.2], turnLasting = [20, 60] } = traffic
  const turns = turnsIn.map((span) => ({
    at: draws.between(...span), lasting: draws.between(...turnLasting), rate: draws.aside(...turnRate),
  }))
  return {
    x: draws.between(...box.x), y: draws.between(...box.y), courseDeg: draws.between(0, 360),
    speed: draws.between(...traffic.speed), wander, turns,
  }
}

/** A vessel that lies still. */
export function vesselAtAnchor(seed: number, id: string, box: Box, more: Partial<SceneObject> = {}): SceneObject {
  const draws = createDraws(seed, 'voyage', id)
  const [x, y, courseDeg] = [draws.between(...box.x), draws.between(...box.y), draws.between(0, 360)]
  return { id, cls: 'vessel', path: () => ({ x, y, vx: 0, vy: 0, courseDeg, turnRate: 0 }), ...more }
}

/** A go-fast: hard turns one after another, and bursts of speed. It keeps near the middle of its water. */
export function goFast(
  seed: number, id: string, from: Box, duration: number, more: Partial<SceneObject> = {},
): SceneObject {
  const draws = createDraws(seed, 'voyage', id)
  const speed = draws.between(19.5, 21.5)
  const turns: Turn[] = []
  for (let at = draws.between(12, 45); at < duration - 40; at += draws.between(35, 75)) {
    turns.push({ at, lasting: draws.between(8, 20), rate: draws.aside(3, 9) })
  }
  const speeds: SpeedChange[] = []
  for (let at = draws.between(20, 90); at < duration - 40; at += draws.between(50, 140)) {
    speeds.push({ at, lasting: 6, to: speed + (draws.happens(0.5) ? 6 : -6) }, { at: at + 25, lasting: 6, to: speed })
  }
  const voyage = {
    x: draws.between(...from.x), y: draws.between(...from.y), courseDeg: draws.between(0, 360), speed, wander: 0.06,
    turns, speeds,
  }
  return { id, cls: 'vessel', path: sail(voyage, duration, draws), ...more }
}

/** `T07`: a letter and a number of as many digits as the last of them needs. */
export const numbered = (letter: string, index: number, of: number): string =>
  `${letter}${String(index).padStart(String(of - 1).length, '0')}`

/** So many objects, each made from its number. */
export const several = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))
