import { createDraws, type Draws } from './draws.ts'
import { rounded, type Arrival } from './format.ts'
import type { Radar, RadarFault, Scene, SceneObject, Sector } from './scene.ts'

/** Seconds from plot to arrival, where the radar does not say otherwise. */
const DELAY: readonly [number, number] = [0.05, 0.15]
/** Clutter begins at this part of the range. */
const NEAREST = 0.01
const NEAR_CLUTTER = 0.35

interface Echo {
  readonly t: number
  readonly r: number
  readonly b: number
  readonly id: string
}

/** Every plot of a radar in a scene. */
export function scan(radar: Radar, scene: Scene, seed: number): Arrival[] {
  const fault = scene.faults?.[radar.s] ?? {}
  const draws = createDraws(seed, 'radar', radar.s)
  const drift = new Map(scene.objects.map(({ id }) => [id, 0]))
  const arrivals: Arrival[] = []
  const start = draws.between(0, radar.T)
  for (let n = 0; start + (n + 1) * radar.T <= scene.duration; n++) {
    const begun = start + n * radar.T
    const echoes = scene.objects.flatMap((object) => {
      const along = hullDrift(object, drift, radar, draws)
      const echo = echoOf(object, radar, begun, along)
      return echo && draws.happens(object.pd ?? radar.pd) ? [echo] : []
    })
    const plot = (t: number, r: number, b: number, origin: string | null) =>
      arrivals.push({ plot: plotted(radar, fault, n, t, r, b, draws), origin })
    for (const { t, r, b, id } of merge(echoes, radar.res)) {
      plot(t, r + (fault.rbias ?? 0) + radar.sr * draws.normal(), b + (fault.bbias ?? 0) + radar.sb * draws.normal(), id)
    }
    for (const [r, b] of clutter(radar, fault, draws)) {
      if (!isShadowed(radar, r, b)) plot(begun + (b / 360) * radar.T, r, b, null)
    }
  }
  return arrivals
}

/** Whether a radar can see a place. */
export function covers(radar: Radar, x: number, y: number): boolean {
  const [r, b] = polar(radar, x, y)
  return r < radar.rmax && !isShadowed(radar, r, b)
}

const isShadowed = ({ shadow }: Radar, r: number, b: number) => shadow?.some((sector) => isIn(sector, r, b)) ?? false

function polar(radar: Radar, x: number, y: number): [number, number] {
  const b = Math.atan2(x - radar.x, y - radar.y) * (180 / Math.PI)
  return [Math.hypot(x - radar.x, y - radar.y), b < 0 ? b + 360 : b]
}

const isIn = ({ from, to, beyond }: Sector, r: number, b: number) =>
  r >= beyond && (from <= to ? b >= from && b < to : b >= from || b < to)

/** The echo of an object at the moment when the beam passes it, or none where it does not in this scan, or sees nothing. */
function echoOf(object: SceneObject, radar: Radar, begun: number, along: number): Echo | undefined {
  let t = begun
  let [r, b] = centreAt(object, radar, t, along)
  // The object moves while the beam comes round to it; its bearing is followed across north, so that time does not jump.
  for (let turn = Infinity, look = 0; Math.abs(turn) > EXACT && look < LOOKS; look++) {
    t = begun + (b / 360) * radar.T
    const [range, bearing] = centreAt(object, radar, t, along)
    turn = turnBetween(b, bearing)
    r = range
    b += turn
  }
  const { x, y } = object.path(t)
  // One that passes north meanwhile meets the beam of the scan before or of the next.
  return b >= 0 && b < 360 && covers(radar, x, y) ? { t, r, b, id: object.id } : undefined
}

/** Each look shrinks the error of the time by the object's angular speed over the antenna's. */
const LOOKS = 6
/** Degrees that a plot's rounding hides. */
const EXACT = 1e-6

function centreAt({ path }: SceneObject, radar: Radar, t: number, along: number): [number, number] {
  const { x, y, courseDeg } = path(t)
  const course = courseDeg * (Math.PI / 180)
  return polar(radar, x + along * Math.sin(course), y + along * Math.cos(course))
}

/** Degrees from one bearing to another by the shorter way, clockwise above zero. */
function turnBetween(from: number, to: number): number {
  const turn = to - from
  return turn - 360 * Math.round(turn / 360)
}

/** Metres from the middle of a hull to the centre of its echo in this scan: it moves along the hull, and remembers. */
function hullDrift({ id, hull = 0 }: SceneObject, drift: Map<string, number>, { T }: Radar, draws: Draws): number {
  if (hull === 0) return 0
  const keep = Math.exp(-T / 20)
  const sigma = 0.18 * hull
  const along = drift.get(id)! * keep + sigma * Math.sqrt(1 - keep * keep) * draws.normal()
  drift.set(id, along)
  return Math.max(-hull / 2, Math.min(hull / 2, along))
}

/** Joins the echoes that a resolution cell cannot part, each with every other that is near enough to any of its group. */
function merge(echoes: readonly Echo[], cell: readonly [number, number] | undefined): Echo[] {
  if (!cell) return [...echoes]
  const left = [...echoes]
  const merged: Echo[] = []
  for (let first = left.shift(); first; first = left.shift()) {
    const group = [first]
    for (let i = 0; i < group.length; i++) {
      for (let j = left.length - 1; j >= 0; j--) {
        if (isUnresolved(group[i]!, left[j]!, cell)) group.push(...left.splice(j, 1))
      }
    }
    const mean = (value: (echo: Echo) => number) => group.reduce((sum, echo) => sum + value(echo), 0) / group.length
    merged.push({
      t: mean(({ t }) => t), r: mean(({ r }) => r), b: mean(({ b }) => b), id: group.map(({ id }) => id).join('+'),
    })
  }
  return merged
}

// Echoes either side of north belong to two turns of the antenna and stay apart.
const isUnresolved = (one: Echo, other: Echo, [metres, degrees]: readonly [number, number]) =>
  Math.abs(one.r - other.r) < metres && Math.abs(one.b - other.b) < degrees

function clutter(radar: Radar, { patch }: RadarFault, draws: Draws): [number, number][] {
  const plots: [number, number][] = []
  for (let count = draws.poisson(radar.clutter); count > 0; count--) {
    const isNear = draws.happens(radar.near ?? 0)
    const part = isNear ? draws.between(NEAREST, NEAR_CLUTTER) : Math.sqrt(draws.between(NEAREST ** 2, 1))
    plots.push([radar.rmax * part, draws.between(0, 360)])
  }
  if (!patch) return plots
  for (let count = draws.poisson(patch.clutter); count > 0; count--) {
    const r = Math.sqrt(draws.between(patch.beyond ** 2, patch.upTo ** 2))
    plots.push([r, draws.between(patch.from, patch.to < patch.from ? patch.to + 360 : patch.to) % 360])
  }
  return plots
}

function plotted(
  radar: Radar, fault: RadarFault, n: number, t: number, r: number, b: number, draws: Draws,
): Arrival['plot'] {
  const ta = t + draws.between(...(radar.lat ?? DELAY))
  const bearing = rounded(b - 360 * Math.floor(b / 360), 4) % 360
  return {
    t: rounded(t - (fault.late ?? 0), 3), ta: rounded(ta, 3), s: radar.s, k: 'radar', n,
    r: rounded(Math.max(0, r), 3), b: bearing, sr: radar.sr, sb: radar.sb,
  }
}
