import { createDraws, type Draws } from './draws.ts'
import { rounded, type Arrival } from './format.ts'
import type { Motion } from './path.ts'
import type { Scene, SceneObject, Transmitter } from './scene.ts'

/** Probability that a report sent is received. */
export const RECEPTION = 0.92
/** Deviation of a GNSS position an axis, in metres. */
export const AIS_SIGMA = 10
const ADSB_SIGMA = 15
export const AIS_DELAY: readonly [number, number] = [0.2, 1.5]
const SATELLITE_DELAY: readonly [number, number] = [60, 240]
/** Part of a GNSS error's variance that drifts slowly, and the seconds in which it forgets itself. */
const [SLOW_PART, SLOW_MEMORY] = [0.3, 200]

/** What an object transmits: when it sent each report, heard or not, and the reports that arrive. */
export function transmit(object: SceneObject, scene: Scene, seed: number): { sent: number[]; arrivals: Arrival[] } {
  const { transmitter, path } = object
  const sent: number[] = []
  const arrivals: Arrival[] = []
  if (!transmitter) return { sent, arrivals }
  const draws = createDraws(seed, 'report', object.id)
  const gnss = gnssError(transmitter.medium === 'adsb' ? ADSB_SIGMA : AIS_SIGMA, draws)
  let t = draws.between(0, Math.min(30, reportingInterval(transmitter, path(0))))
  while (t < scene.duration) {
    if (!within(transmitter.off, t)) {
      sent.push(t)
      const report = reportAt(object, transmitter, t, gnss(t), draws)
      arrivals.push(...receive(report, transmitter.medium, t, scene, draws))
    }
    t += reportingInterval(transmitter, path(t)) * draws.between(0.95, 1.05)
  }
  return { sent, arrivals }
}

/**
 * Seconds from one report to the next. ITU-R M.1371-5, annex 1, tables 1 and 2, as far as speed, turn and anchor
 * matter; a satellite passes on one report in two minutes, and ADS-B sends a position about once a second.
 */
export function reportingInterval({ medium, cl, anchored }: Transmitter, { vx, vy, turnRate }: Motion): number {
  if (medium === 'adsb') return 1
  if (medium === 'sat-ais') return 120
  const speed = Math.hypot(vx, vy)
  if (cl === 'B') return anchored || speed < 1 ? 180 : 30
  if (anchored) return 180
  const turns = Math.abs(turnRate) > 0.2
  if (speed > 23 * KNOT) return 2
  if (speed > 14 * KNOT) return turns ? 2 : 6
  return turns ? 10 / 3 : 10
}

const KNOT = 1852 / 3600

/** The identity sent at a time. */
export function identityAt({ identities }: Transmitter, time: number): string {
  return identities.findLast(({ from }) => from <= time)!.id
}

export const within = (span: readonly [number, number] | undefined, t: number): boolean =>
  span !== undefined && t >= span[0] && t < span[1]

type Report = Omit<Extract<Arrival['plot'], { k: 'ais' | 'adsb' }>, 't' | 'ta' | 's'> & { readonly origin: string }

/** What an object says of itself. */
function reportAt(
  object: SceneObject, transmitter: Transmitter, t: number, error: readonly [number, number], draws: Draws,
): Report {
  const { medium, cl, offset, antenna: [ahead, abeam] = [0, 0], altitude } = transmitter
  const motion = object.path(t)
  const isFalse = offset !== undefined && t >= offset.from
  const speed = Math.hypot(motion.vx, motion.vy)
  const course = motion.courseDeg * (Math.PI / 180)
  const x = motion.x + ahead * Math.sin(course) + abeam * Math.cos(course) + error[0] + (isFalse ? offset.east : 0)
  const y = motion.y + ahead * Math.cos(course) - abeam * Math.sin(course) + error[1] + (isFalse ? offset.north : 0)
  // The course of a slow vessel is known less well.
  const c = motion.courseDeg + (1 + 4 / Math.max(speed, 0.5)) * draws.normal()
  return {
    k: medium === 'adsb' ? 'adsb' : 'ais', x: rounded(x, 3), y: rounded(y, 3),
    sp: medium === 'adsb' ? ADSB_SIGMA : AIS_SIGMA, v: rounded(Math.max(0, speed + 0.1 * draws.normal()), 3),
    c: rounded(c - 360 * Math.floor(c / 360), 3) % 360, id: identityAt(transmitter, t),
    ...(cl && { cl }), ...(altitude !== undefined && { alt: altitude }),
    origin: isFalse ? `ghost:${object.id}` : object.id,
  }
}

const SENSOR = { 'ais': 'AIS', 'sat-ais': 'SATAIS', 'adsb': 'ADSB' } as const

/** The report as it arrives: from no receiver, from one, or from both. */
function receive(
  { origin, ...report }: Report, medium: Transmitter['medium'], t: number, scene: Scene, draws: Draws,
): Arrival[] {
  const [low, high] = medium === 'sat-ais' ? scene.satelliteDelay ?? SATELLITE_DELAY
    : medium === 'adsb' ? AIS_DELAY : scene.aisDelay ?? AIS_DELAY
  const isHeard = draws.happens(RECEPTION)
  const ta = t + draws.between(low, high)
  const arrival = (s: string, at: number): Arrival =>
    ({ plot: { t: rounded(t, 3), ta: rounded(at, 3), s, ...report }, origin })
  if (medium === 'ais' && within(scene.outage, t)) return []
  const first = isHeard ? [arrival(SENSOR[medium], ta)] : []
  if (medium !== 'ais' || !scene.secondReceiver || !draws.happens(RECEPTION)) return first
  return [...first, arrival('AIS2', Math.max(t + 0.05, ta + draws.between(...scene.secondReceiver)))]
}

/** The error of a receiver's position: white, and a part that drifts. */
function gnssError(sigma: number, draws: Draws): (time: number) => readonly [number, number] {
  const [slowSigma, white] = [sigma * Math.sqrt(SLOW_PART), sigma * Math.sqrt(1 - SLOW_PART)]
  let slow: readonly [number, number] = [slowSigma * draws.normal(), slowSigma * draws.normal()]
  let at = 0
  return (time) => {
    const keep = Math.exp(-(time - at) / SLOW_MEMORY)
    const stir = slowSigma * Math.sqrt(1 - keep * keep)
    slow = [slow[0] * keep + stir * draws.normal(), slow[1] * keep + stir * draws.normal()]
    at = time
    return [slow[0] + white * draws.normal(), slow[1] + white * draws.normal()]
  }
}
