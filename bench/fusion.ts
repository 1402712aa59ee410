/**
 * How fast the tracker is, on one core: reports that state an identity, echoes that do not, what a plot costs among few
 * and among many tracks, and a harbour of 300 objects against its own time.
 * Run: node bench/fusion.ts [reports|echoes|harbour]. Prints one JSON object a line. Seconds are of this process's
 * processor time, the collector's threads with it, so that a busy machine counts less; rates are of the median round.
 */
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { createTracker, type SensorFacts, type Tracker } from '@csii/fusion'
import { degreesToRadians, normalDegrees, radiansToDegrees, type LatLon, type Plot } from '@csii/model'
import { fuseScenario, makeFusionScenario, readScenario } from '@csii/sim'
import { numbers } from './chance.ts'

const HARBOUR = fileURLToPath(new URL('../../shared/scenarios/harbour-s1', import.meta.url))
const BARS = { reports: 200_000, echoes: 100_000, harbour: 100 }
const [FEW, MANY] = [1_000, 50_000]
const BOATS = 2_000
const ROUNDS = 9
const WARMING = 2
const SEA = { south: 11, west: -66, degrees: 8 }
const RADAR: LatLon = { lat: 13.15, lon: -61.23 }
/** Metres. */
const RADAR_REACH = 40_000
/** One turn of the radar, and how often a vessel reports, ms. */
const TURN = 3_000
const INTERVAL = 10_000
const NOISE = { range: 30, bearingDeg: 0.3 }
/** The sum of four even numbers spreads by 0.58. */
const TO_UNIT = 1.7
const START = Date.UTC(2026, 0, 1)

const print = (line: object): void => console.log(JSON.stringify({ bench: 'fusion', ...line }))

function chance(seed: number): () => number {
  const next = numbers(seed + 7)
  return () => next(1 << 30) / (1 << 30)
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const factsOf = (id: string): SensorFacts =>
  id === 'radar' ? { means: 'radar', position: RADAR, range: RADAR_REACH, period: TURN / 1000 } : { means: 'ais' }

const newTracker = (): Tracker =>
  createTracker({ maxTracks: 65_536, factsOf }, { changed: () => {}, forgotten: () => {} })

const pointAt = ({ lat, lon }: LatLon, east: number, north: number): LatLon =>
  ({ lat: lat + north / 110_600, lon: lon + east / (111_320 * Math.cos(degreesToRadians(lat))) })

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
  const error = (): number => 20 * (random() - 0.5)
  return {
    sensorId: 'ais', time, receivedAt: time, simulated: true,
    position: pointAt(from, east * seconds + error(), north * seconds + error()),
    covariance: { ee: 100, en: 0, nn: 100 },
    speed: Math.hypot(east, north), courseDeg: normalDegrees(radiansToDegrees(Math.atan2(east, north))),
    claim: { mmsi, station: 'class-a' },
  }
}

/** Plots a second that a tracker takes in, so many at a time as come together. */
function rateOf(tracker: Tracker, plots: readonly Plot[], together: number): number {
  const started = processorSeconds()
  plots.forEach((plot, at) => {
    tracker.plot(plot)
    if (at % together === together - 1) tracker.advance(plot.receivedAt)
  })
  return plots.length / (processorSeconds() - started)
}

/** Of the rounds after the first ones, in which the code was still being compiled. */
function medianOf(rates: readonly number[]): number {
  const counted = rates.slice(WARMING).toSorted((a, b) => a - b)
  return counted[Math.floor(counted.length / 2)]!
}

/** Reports a second, with so many tracks alive. A round is so many reports of each as make 50,000. */
function reports(size: number): number {
  const random = chance(size)
  const vessels = fleet(size, random)
  const tracker = newTracker()
  const times = MANY / size
  return medianOf(Array.from({ length: ROUNDS }, (_, round) => {
    const plots = Array.from({ length: MANY }, (_, at) =>
      report(vessels[at % size]!, START + (round * times + at / size) * INTERVAL, random))
    return rateOf(tracker, plots, 500)
  }))
}

interface Boat {
  readonly range: number
  /** Radians. */
  readonly bearing: number
  readonly east: number
  readonly north: number
}

/** Echoes a second of boats around one radar, with so many identified tracks elsewhere. A round is ten turns. */
function echoes(others: number): number {
  const random = chance(BOATS)
  const tracker = newTracker()
  for (const vessel of fleet(others, random)) tracker.plot(report(vessel, START, random))
  tracker.advance(START)
  const boats = Array.from({ length: BOATS }, (): Boat => ({
    range: RADAR_REACH * Math.sqrt(0.02 + 0.95 * random()), bearing: 2 * Math.PI * random(),
    east: 12 * (random() - 0.5), north: 12 * (random() - 0.5),
  }))
  return medianOf(Array.from({ length: ROUNDS }, (_, round) => {
    const plots = Array.from({ length: 10 }, (_, turn) =>
      boats.filter(() => random() < 0.9).map((boat) => echo(boat, 10 * round + turn, random)))
    return rateOf(tracker, plots.flat().toSorted((a, b) => a.time - b.time), 50)
  }))
}

function echo(boat: Boat, turn: number, random: () => number): Plot {
  const time = START + 1000 + (turn + boat.bearing / (2 * Math.PI)) * TURN
  const seconds = (time - START) / 1000
  const x = boat.range * Math.sin(boat.bearing) + boat.east * seconds
  const y = boat.range * Math.cos(boat.bearing) + boat.north * seconds
  const gauss = (): number => TO_UNIT * (random() + random() + random() + random() - 2)
  const range = Math.hypot(x, y) + NOISE.range * gauss()
  const bearing = Math.atan2(x, y) + degreesToRadians(NOISE.bearingDeg) * gauss()
  const along = NOISE.range ** 2
  const across = (degreesToRadians(NOISE.bearingDeg) * range) ** 2
  const [sine, cosine] = [Math.sin(bearing), Math.cos(bearing)]
  return {
    sensorId: 'radar', time, receivedAt: time + 100, simulated: true,
    position: pointAt(RADAR, range * sine, range * cosine),
    covariance: {
      ee: along * sine ** 2 + across * cosine ** 2,
      en: (along - across) * sine * cosine,
      nn: along * cosine ** 2 + across * sine ** 2,
    },
    polar: {
      from: RADAR, range, bearingDeg: normalDegrees(radiansToDegrees(bearing)),
      rangeSigma: NOISE.range, bearingSigmaDeg: NOISE.bearingDeg,
    },
  }
}

/** How many times faster than it happened: the reference scenario, or one of our own where it is not there. */
function harbour(): void {
  const given = readScenario(HARBOUR)
  const { meta, plots } = given.ok ? given.value : makeFusionScenario('harbour', 1)!
  const started = processorSeconds()
  const { tracks } = fuseScenario(meta, plots)
  const seconds = processorSeconds() - started
  const value = plots.at(-1)!.ta / seconds
  const scenario = given.ok ? 'shared/scenarios/harbour-s1' : 'generated'
  const what = 'times real time, a harbour of 300 objects'
  const counted = { scenario, plots: plots.length, trackLines: tracks.length, seconds }
  print({ what, value, bar: BARS.harbour, ratio: value / BARS.harbour, ...counted })
}

function printRate(what: string, value: number, bar: number): void {
  print({ what, value: Math.round(value), bar, ratio: value / bar })
}

const [only] = process.argv.slice(2)
const isAsked = (part: string): boolean => only === undefined || only === part
const load = loadavg()[0]!.toFixed(2)
print({ machine: { cores: cpus().length, model: cpus()[0]?.model, load }, node: process.version })
if (isAsked('reports')) {
  const [few, many] = [reports(FEW), reports(MANY)]
  printRate(`reports a second, ${FEW} tracks`, few, BARS.reports)
  printRate(`reports a second, ${MANY} tracks`, many, BARS.reports)
  print({ what: `cost of a report at ${MANY} tracks over that at ${FEW}`, value: few / many })
}
if (isAsked('echoes')) {
  const [alone, among] = [echoes(0), echoes(MANY)]
  printRate(`echoes a second of ${BOATS} boats, alone`, alone, BARS.echoes)
  printRate(`echoes a second of ${BOATS} boats, among ${MANY} other tracks`, among, BARS.echoes)
  print({ what: `cost of an echo among ${MANY} other tracks over that alone`, value: alone / among })
}
if (isAsked('harbour')) harbour()
