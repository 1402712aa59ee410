/** How fast the tracker takes plots, on one core: reports that state an identity, and echoes that do not. */
import { createTracker, type Tracker } from '@csii/fusion'
import { pointAt } from '@csii/geo'
import type { LatLon, Plot } from '@csii/model'
import { numbers } from './chance.ts'

const SEA = { south: 11, west: -66, degrees: 8 }
const RADAR: LatLon = { lat: 13.15, lon: -61.23 }
const RADAR_REACH = 40_000
const TURN = 3_000
const NOISE = { range: 30, bearingDeg: 0.3 }
const START = Date.UTC(2026, 0, 1)

const chance = (seed: number): (() => number) => {
  const next = numbers(seed + 7)
  return () => next(1 << 30) / (1 << 30)
}

/** Seconds of this process's processor time. */
const processorSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const tracker = (): Tracker => createTracker(
  { maxTracks: 65_536, factsOf: (id) => (id === 'radar' ? { means: 'radar', position: RADAR, range: RADAR_REACH, period: TURN / 1000 } : { means: 'ais' }) },
  { changed: () => {}, forgotten: () => {} },
)

interface Vessel {
  readonly mmsi: number
  readonly from: LatLon
  readonly east: number
  readonly north: number
}

function fleet(size: number, random: () => number): Vessel[] {
  return Array.from({ length: size }, (_, at) => {
    const speed = 2 + 10 * random()
    const course = 2 * Math.PI * random()
    const from = { lat: SEA.south + SEA.degrees * random(), lon: SEA.west + SEA.degrees * random() }
    return { mmsi: 377_000_000 + at, from, east: speed * Math.sin(course), north: speed * Math.cos(course) }
  })
}

function report({ mmsi, from, east, north }: Vessel, time: number, random: () => number): Plot {
  const seconds = (time - START) / 1000
  const error = () => 20 * (random() - 0.5)
  return {
    sensorId: 'ais', time, receivedAt: time, simulated: true,
    position: pointAt(from, { east: east * seconds + error(), north: north * seconds + error() }),
    covariance: { ee: 100, en: 0, nn: 100 }, speed: Math.hypot(east, north), courseDeg: ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360,
    claim: { mmsi, station: 'class-a' },
  }
}

/** Plots of identified vessels a second of processor time, with so many tracks alive. */
function reports(size: number): number {
  const random = chance(size)
  const vessels = fleet(size, random)
  const own = tracker()
  const rounds = Math.max(6, Math.ceil(300_000 / size))
  let taken = 0
  let seconds = 0
  for (let round = 0; round < rounds; round++) {
    const plots = vessels.map((vessel, at) => report(vessel, START + round * 10_000 + (at * 10_000) / size, random))
    const started = processorSeconds()
    for (let at = 0; at < plots.length; at++) {
      own.plot(plots[at]!)
      if (at % 500 === 499) own.advance(plots[at]!.receivedAt)
    }
    if (round < 2) continue
    seconds += processorSeconds() - started
    taken += plots.length
  }
  return taken / seconds
}

/** Echoes a second of processor time: boats around one radar, among so many identified tracks elsewhere. */
function echoes(boats: number, others: number): number {
  const random = chance(boats)
  const own = tracker()
  for (const vessel of fleet(others, random)) own.plot(report(vessel, START, random))
  own.advance(START)
  const places = Array.from({ length: boats }, () => ({
    range: RADAR_REACH * Math.sqrt(0.02 + 0.95 * random()), bearing: 2 * Math.PI * random(), u: 12 * (random() - 0.5), v: 12 * (random() - 0.5),
  })).sort((a, b) => a.bearing - b.bearing)
  let taken = 0
  let seconds = 0
  for (let turn = 0; turn < 40; turn++) {
    const plots = places.flatMap((boat) => (random() < 0.9 ? [echo(boat, turn, random)] : [])).sort((a, b) => a.time - b.time)
    const started = processorSeconds()
    for (let at = 0; at < plots.length; at++) {
      own.plot(plots[at]!)
      if (at % 50 === 49) own.advance(plots[at]!.receivedAt)
    }
    if (turn < 10) continue
    seconds += processorSeconds() - started
    taken += plots.length
  }
  return taken / seconds
}

function echo(boat: { range: number; bearing: number; u: number; v: number }, turn: number, random: () => number): Plot {
  const time = START + 1000 + turn * TURN + (boat.bearing / (2 * Math.PI)) * TURN
  const seconds = (time - START) / 1000
  const x = boat.range * Math.sin(boat.bearing) + boat.u * seconds
  const y = boat.range * Math.cos(boat.bearing) + boat.v * seconds
  const gauss = () => random() + random() + random() + random() - 2
  const range = Math.hypot(x, y) + 1.7 * NOISE.range * gauss()
  const bearingDeg = (Math.atan2(x, y) * 180) / Math.PI + 1.7 * NOISE.bearingDeg * gauss()
  const bearing = (bearingDeg * Math.PI) / 180
  const along = NOISE.range ** 2
  const across = ((NOISE.bearingDeg * Math.PI) / 180 * range) ** 2
  const sine = Math.sin(bearing)
  const cosine = Math.cos(bearing)
  return {
    sensorId: 'radar', time, receivedAt: time + 100, simulated: true,
    position: pointAt(RADAR, { east: range * sine, north: range * cosine }),
    covariance: { ee: along * sine ** 2 + across * cosine ** 2, en: (along - across) * sine * cosine, nn: along * cosine ** 2 + across * sine ** 2 },
    polar: { from: RADAR, range, bearingDeg: (bearingDeg + 360) % 360, rangeSigma: NOISE.range, bearingSigmaDeg: NOISE.bearingDeg },
  }
}

const thousand = (rate: number): number => Math.round(rate / 1000)
if (process.argv[2] !== "echoes") for (const size of [1_000, 10_000, 50_000]) console.log(`reports, ${size} tracks: ${thousand(reports(size))} k/s`)
if (process.argv[2] !== "reports") console.log(`echoes of 2000 boats, alone: ${thousand(echoes(2_000, 0))} k/s`)
if (process.argv[2] !== "reports") console.log(`echoes of 2000 boats, 50000 other tracks: ${thousand(echoes(2_000, 50_000))} k/s`)
