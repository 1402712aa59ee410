import { encodeRadarSentence, encodeTtm, writeTagBlock } from '@csii/codecs'
import { degreesToRadians, mpsToKnots, normalDegrees, type Timestamp } from '@csii/model'
import { drift } from '../chance.ts'
import { fixOf } from '../navigation.ts'
import type { Scenario } from '../scenario.ts'
import { merged, type Delivery, type Installation, type SensorGroup } from '../sensor.ts'
import { conductOf } from '../truth.ts'
import type { Vessel } from '../vessel.ts'
import type { Antenna } from './antenna.ts'
import { bodiesOf } from './body.ts'
import { Extractor, type TrackedEcho } from './extractor.ts'
import { Scanner } from './scan.ts'

/** A small radar on board that follows targets and sends them with own ship's sentences. */
export interface ShipRadar {
  readonly title: string
  /** ISO 3166-1 alpha-3. */
  readonly nation: string
  /** The vessel that carries it. */
  readonly carrier: string
  readonly antenna: Antenna
  /** More than these it cannot follow, and their numbers are used again. */
  readonly mostTargets: number
}

export const shipRadar = (scenario: Scenario, radar: ShipRadar): SensorGroup => ({
  installations: [shipRadarInstallation(radar)],
  memory: 0,
  deliver: (from, to) => deliver(scenario, radar, from, to),
})

/** It has no position of its own: its ship says where it is. */
export const shipRadarInstallation = ({ title, nation, antenna: { id, height } }: ShipRadar): Installation => ({
  id, title, kind: 'radar-nmea', nation, antennaHeight: height, wire: 'we-listen', extension: 'nmea',
})

/** Degrees by which a compass is off, and milliseconds in which that changes. */
const COMPASS_ERROR = 0.6
const COMPASS_PERIOD = 300_000
/** Milliseconds between own ship's sentences. */
const OWN_SHIP = 1_000
/** Turns before the first that is delivered, in which the radar finds its targets. */
const WARMING_UP = 8
/** Turns in which a target is still being acquired. */
const ACQUIRING = 5
const NAUTICAL_MILE = 1852

function deliver(scenario: Scenario, radar: ShipRadar, from: Timestamp, to: Timestamp): Iterable<Delivery> {
  const carrier = scenario.vessels.find(({ id }) => id === radar.carrier)
  if (!carrier) throw new Error(`no vessel ${radar.carrier} could carry the radar ${radar.antenna.id}`)
  return merged([ownShip(scenario, radar, carrier, from, to), targets(scenario, radar, carrier, from, to)])
}

/** Where the compass says that the bow points. */
const headingOf = (scenario: Scenario, carrier: Vessel, t: Timestamp): number =>
  normalDegrees(conductOf(scenario, carrier, t).headingDeg + COMPASS_ERROR * drift(carrier.key ^ 51, t, COMPASS_PERIOD))

function* ownShip(
  scenario: Scenario, { antenna: { id } }: ShipRadar, carrier: Vessel, from: Timestamp, to: Timestamp,
): Generator<Delivery> {
  for (let t = Math.ceil(from / OWN_SHIP) * OWN_SHIP; t < to; t += OWN_SHIP) {
    const conduct = conductOf(scenario, carrier, t)
    const { position: { lat, lon }, speedKn, courseDeg } = fixOf(carrier.key, conduct, t)
    // Quality 8 and mode S are a simulator's.
    yield lines(id, t, [
      encodeRadarSentence('GGA', {
        time: secondsOf(t), latitude: lat, longitude: lon, quality: 8, satellites: 9, hdop: 1.1, altitude: 9,
        geoidalSeparation: -35,
      }, 'GP'),
      encodeRadarSentence('HDT', { heading: tenths(headingOf(scenario, carrier, t)) }, 'HE'),
      encodeRadarSentence('VTG', { course: tenths(courseDeg), speedKn, mode: 'S' }, 'GP'),
    ])
  }
}

function* targets(
  scenario: Scenario, radar: ShipRadar, carrier: Vessel, from: Timestamp, to: Timestamp,
): Generator<Delivery> {
  const { antenna, mostTargets } = radar
  const bodies = bodiesOf(scenario).filter(({ key }) => key !== carrier.key)
  const scanner = new Scanner(antenna, (t) => conductOf(scenario, carrier, t), bodies, scenario.seed)
  const extractor = new Extractor(antenna.rotation, { last: mostTargets, isLowestFirst: true })
  for (let scan = scanner.scanAt(from) - WARMING_UP; ; scan++) {
    const t = scanner.northOf(scan + 1)
    if (t >= to) return
    const echoes = extractor.follow(scanner.scan(scan), conductOf(scenario, carrier, t))
    const messages = echoes.flatMap((echo) => targetMessage(scenario, carrier, echo) ?? [])
    if (t >= from && messages.length > 0) yield lines(antenna.id, t, messages)
  }
}

/** Bearings as the radar sees them, from the bow; courses and speeds over ground. */
function targetMessage(scenario: Scenario, carrier: Vessel, echo: TrackedEcho): string | undefined {
  const { t, slantRange, azimuthDeg, track } = echo
  if (!track) return undefined
  const { number, plots, speed, courseDeg, hasEnded } = track
  const own = conductOf(scenario, carrier, t)
  // The antenna turns with the ship, so its bearings have none of the compass's error; the reader adds that.
  const bearing = tenths(normalDegrees(azimuthDeg - own.headingDeg))
  return encodeTtm({
    targetNumber: number, targetDistance: slantRange / NAUTICAL_MILE, bearing, bearingReference: 'R',
    targetSpeed: mpsToKnots(speed), targetCourse: tenths(courseDeg), courseReference: 'T',
    ...approach(own, track, slantRange, azimuthDeg), units: 'N',
    targetStatus: hasEnded ? 'L' : plots < ACQUIRING ? 'Q' : 'T', timeOfData: secondsOf(t), typeOfAcquisition: 'A',
  })
}

interface Moving {
  readonly speed: number
  readonly courseDeg: number
}

/** How near it will come and in how many minutes, if neither turns. */
function approach(own: Moving, target: Moving, range: number, azimuthDeg: number) {
  const [east, north] = [range * sine(azimuthDeg), range * cosine(azimuthDeg)]
  const closingEast = target.speed * sine(target.courseDeg) - own.speed * sine(own.courseDeg)
  const closingNorth = target.speed * cosine(target.courseDeg) - own.speed * cosine(own.courseDeg)
  const square = closingEast ** 2 + closingNorth ** 2
  if (square < 0.01) return {}
  const seconds = -(east * closingEast + north * closingNorth) / square
  const nearest = Math.hypot(east + closingEast * seconds, north + closingNorth * seconds)
  return { distanceOfCpa: nearest / NAUTICAL_MILE, timeToCpa: Math.max(-999, Math.min(999, seconds / 60)) }
}

const sine = (deg: number): number => Math.sin(degreesToRadians(deg))
const cosine = (deg: number): number => Math.cos(degreesToRadians(deg))

/** A direction to a tenth of a degree, never 360. */
const tenths = (deg: number): number => (Math.round(deg * 10) % 3600) / 10

const secondsOf = (t: Timestamp): number => (t % 86_400_000) / 1000

/** Each sentence with a tag block that says which simulated radar it comes from, and when it was sent. */
const lines = (id: string, t: Timestamp, sentences: readonly string[]): Delivery => ({
  t,
  sensor: id,
  bytes: Buffer.from(sentences.map((sentence) => `${tagBlock(id, t)}${sentence}\r\n`).join(''), 'latin1'),
})

const tagBlock = (id: string, t: Timestamp): string => writeTagBlock({ source: `SIM-${id.toUpperCase()}`, time: t })
