import type { Draws } from './draws.ts'

/** Planar metres, x east and y north, and metres a second. */
export interface Motion {
  readonly x: number
  readonly y: number
  readonly vx: number
  readonly vy: number
  /** Degrees clockwise from north; kept while the object lies still. */
  readonly courseDeg: number
  /** Degrees a second, clockwise. */
  readonly turnRate: number
}

/** Where an object is at a time, in seconds from the start of the scenario. */
export type Path = (time: number) => Motion

/** A turn at a steady rate. */
export interface Turn {
  readonly at: number
  readonly lasting: number
  /** Degrees a second, clockwise. */
  readonly rate: number
}

/** A steady change of speed. */
export interface SpeedChange {
  readonly at: number
  readonly lasting: number
  /** Metres a second when it is done. */
  readonly to: number
}

export interface Voyage {
  readonly x: number
  readonly y: number
  readonly courseDeg: number
  readonly speed: number
  /** Deviation of the turn rate about the turns ordered, in degrees a second: the helm's and the sea's. */
  readonly wander: number
  readonly turns?: readonly Turn[]
  readonly speeds?: readonly SpeedChange[]
}

/** Seconds between two computed points of a path. */
const STEP = 0.5
/** Seconds after which a wandering turn rate has forgotten itself. */
const MEMORY = 40

/** The path of a voyage, computed once for the whole scenario; past its ends the object keeps its last velocity. */
export function sail(voyage: Voyage, duration: number, draws: Draws): Path {
  const count = Math.ceil(duration / STEP) + 1
  const rows = new Float64Array(count * 6)
  const keep = Math.exp(-STEP / MEMORY)
  const stir = voyage.wander * Math.sqrt(1 - keep * keep)
  let { x, y, courseDeg, speed } = voyage
  let wander = 0
  for (let i = 0; i < count; i++) {
    const time = i * STEP
    const course = courseDeg * (Math.PI / 180)
    const turnRate = wander + orderedRate(voyage.turns, time)
    speed = orderedSpeed(voyage, time)
    rows.set([x, y, speed * Math.sin(course), speed * Math.cos(course), courseDeg, turnRate], i * 6)
    const midway = (courseDeg + (turnRate * STEP) / 2) * (Math.PI / 180)
    x += speed * STEP * Math.sin(midway)
    y += speed * STEP * Math.cos(midway)
    courseDeg += turnRate * STEP
    if (stir > 0) wander = wander * keep + stir * draws.normal()
  }
  return (time) => between(rows, time / STEP)
}

/** The same path, moved. */
export function moved(path: Path, east: number, north: number): Path {
  return (time) => {
    const motion = path(time)
    return { ...motion, x: motion.x + east, y: motion.y + north }
  }
}

function orderedRate(turns: readonly Turn[] | undefined, time: number): number {
  return turns?.find(({ at, lasting }) => at <= time && time < at + lasting)?.rate ?? 0
}

function orderedSpeed({ speed, speeds }: Voyage, time: number): number {
  let now = speed
  for (const { at, lasting, to } of speeds ?? []) {
    if (time < at) break
    now += (to - now) * Math.min(1, (time - at) / lasting)
  }
  return now
}

function between(rows: Float64Array, at: number): Motion {
  const last = rows.length / 6 - 1
  const row = Math.max(0, Math.min(last - 1, Math.floor(at)))
  const part = Math.max(0, Math.min(1, at - row))
  const value = (column: number) => {
    const from = rows[row * 6 + column]!
    return from + (rows[(row + 1) * 6 + column]! - from) * part
  }
  const beyond = (at - Math.max(0, Math.min(last, at))) * STEP
  const [vx, vy] = [value(2), value(3)]
  return { x: value(0) + vx * beyond, y: value(1) + vy * beyond, vx, vy, courseDeg: value(4), turnRate: value(5) }
}
