import { degreesToRadians, type Claim, type Plot, type PositionCovariance } from '@csii/model'
import { onEarth } from './flat-sea.ts'

/** One sensor of a scenario, as its `meta.json` has it. */
export interface ScenarioSensor {
  readonly s: string
  /** Where it stands, metres; absent where it moves. */
  readonly x?: number
  readonly y?: number
  /** How far it sees, metres. */
  readonly rmax?: number
  /** Seconds of one turn. */
  readonly T?: number
}

/** What a tracker is told of a scenario beforehand, as its `meta.json` has it; times in seconds. */
export interface FuseMeta {
  readonly score_dt: number
  readonly score_times: readonly [first: number, last: number]
  readonly sensors: readonly ScenarioSensor[]
  readonly ais?: { readonly satLatency?: readonly [number, number] | null }
}

/** One plot, as `plots.jsonl` has it: a report with place and identity, or an echo in range and bearing or by place. */
export interface FusePlot {
  readonly p: number
  /** Seconds: time of validity and of arrival. */
  readonly t: number
  readonly ta: number
  readonly s: string
  readonly x?: number
  readonly y?: number
  /** One standard deviation on each axis, metres. */
  readonly sp?: number
  /** Speed, m/s, and course, degrees. */
  readonly v?: number
  readonly c?: number
  /** The identity that it states, and the class of its AIS: A or B. */
  readonly id?: string
  readonly cl?: string
  /** Metres. */
  readonly alt?: number | null
  /** Range in metres and bearing in degrees, with one standard deviation of each. */
  readonly r?: number
  readonly b?: number
  readonly sr?: number
  readonly sb?: number
}

/** A scenario's plot as the tracker takes it. */
export function plotOf(line: FusePlot, sensors: ReadonlyMap<string, ScenarioSensor>): Plot {
  const heard = { sensorId: line.s, time: line.t * 1000, receivedAt: line.ta * 1000, simulated: true }
  if (line.r === undefined) return { ...heard, ...reported(line) }
  const { r: range, b: bearingDeg = 0, sr = 0, sb = 0 } = line
  const { x: atX = 0, y: atY = 0 } = sensors.get(line.s) ?? {}
  const bearing = degreesToRadians(bearingDeg)
  return {
    ...heard,
    position: onEarth(atX + range * Math.sin(bearing), atY + range * Math.cos(bearing)),
    covariance: polarCovariance(range, bearing, sr, degreesToRadians(sb)),
    polar: { from: onEarth(atX, atY), range, bearingDeg, rangeSigma: sr, bearingSigmaDeg: sb },
  }
}

function reported(
  { x = 0, y = 0, sp = 0, v, c, id, cl, alt }: FusePlot,
): Pick<Plot, 'position' | 'covariance'> & Partial<Plot> {
  return {
    position: onEarth(x, y),
    covariance: { ee: sp * sp, en: 0, nn: sp * sp },
    ...(v === undefined ? {} : { speed: v }),
    ...(c === undefined ? {} : { courseDeg: c }),
    ...(alt === undefined || alt === null ? {} : { altitude: alt }),
    ...(id === undefined ? {} : { claim: claimOf(id, cl) }),
  }
}

function claimOf(id: string, cl: string | undefined): Claim {
  if (/^\d{9}$/.test(id)) return { mmsi: Number(id), station: cl === 'B' ? 'class-b' : 'class-a' }
  const icao = /^icao(\w{6})$/.exec(id)
  return icao ? { icaoAddress: Number.parseInt(icao[1]!, 16), station: 'aircraft' } : { uid: id }
}

function polarCovariance(range: number, bearing: number, rangeSigma: number, bearingSigma: number): PositionCovariance {
  const along = rangeSigma ** 2
  const across = (range * bearingSigma) ** 2
  const sine = Math.sin(bearing)
  const cosine = Math.cos(bearing)
  return {
    ee: along * sine * sine + across * cosine * cosine,
    en: (along - across) * sine * cosine,
    nn: along * cosine * cosine + across * sine * sine,
  }
}
