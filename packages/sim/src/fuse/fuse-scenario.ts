import { createTracker, type SensorFacts, type Tracker } from '@csii/fusion'
import type { Claim, Means, Registration, Track } from '@csii/model'
import type { AssociationLine, TrackLine } from '../score/scenario.ts'
import { onEarth, onPlane } from './flat-sea.ts'
import { plotOf, type FuseMeta, type FusePlot, type ScenarioSensor } from './scenario-plot.ts'

/** From these probabilities on a track counts as there, dark, suspect. */
const EXISTS = 0.5
const DARK = 0.9
const SUSPECT = 0.8

/** What the tracker made of a scenario. */
export interface Fused {
  readonly tracks: TrackLine[]
  /** Which track took which plot. */
  readonly associations: AssociationLine[]
  /** What was learnt of each radar by the end. */
  readonly registrations: readonly Registration[]
}

/** Runs the tracker over a scenario, plot by plot as they arrived, and looks at its tracks at each score epoch. */
export function fuseScenario(meta: FuseMeta, plots: readonly FusePlot[]): Fused {
  const sensors = new Map(meta.sensors.map((sensor) => [sensor.s, sensor]))
  const associations = new Map<number, AssociationLine>()
  const numberOf = new Map<object, number>()
  const texts = new Map<string, string>()
  const tracker = createTracker({
    maxTracks: 100_000,
    factsOf: (sensorId) => factsOf(sensorId, sensors.get(sensorId)),
    farShare: meta.ais?.satLatency ? FAR_SHARE : 0,
  }, {
    changed: () => {},
    forgotten: () => {},
    took(plot, id) {
      const p = numberOf.get(plot)!
      associations.set(p, { p, id })
    },
  })
  const tracks: TrackLine[] = []
  const [first, last] = meta.score_times
  let next = 0
  for (let epoch = first; epoch <= last + 1e-9; epoch += meta.score_dt) {
    for (; next < plots.length && plots[next]!.ta <= epoch; next++) {
      const line = plots[next]!
      const plot = plotOf(line, sensors)
      numberOf.set(plot, line.p)
      if (line.id !== undefined) texts.set(identityText(plot.claim!), line.id)
      tracker.plot(plot)
      tracker.advance(plot.receivedAt)
    }
    tracker.advance(epoch * 1000)
    for (const track of tracker.tracks.values()) {
      const line = lineOf(tracker, track, epoch, texts)
      if (line) tracks.push(line)
    }
  }
  return {
    tracks,
    associations: [...associations.values()].toSorted((a, b) => a.p - b.p),
    registrations: tracker.registrations(),
  }
}

/** Where satellites listen too, so many vessels are heard by them alone. */
const FAR_SHARE = 0.2

const MEANS_OF: Readonly<Record<string, Means>> = { AIS: 'ais', SATAIS: 'satellite', ADSB: 'adsb' }

function factsOf(sensorId: string, sensor: ScenarioSensor | undefined): SensorFacts {
  if (!sensor) return { means: MEANS_OF[sensorId] ?? 'ais' }
  const { x, y, rmax, T } = sensor
  const position = x === undefined || y === undefined ? undefined : onEarth(x, y)
  return { means: 'radar', position, range: rmax, period: T }
}

function lineOf(
  tracker: Tracker, track: Track, epoch: number, texts: ReadonlyMap<string, string>,
): TrackLine | undefined {
  if (track.existence < EXISTS) return undefined
  const estimate = tracker.foresee(track.id, epoch * 1000)
  if (!estimate) return undefined
  const { position, velocity, covariance } = estimate
  const { x, y } = onPlane(position)
  return {
    t: round(epoch), id: track.id, x: round(x), y: round(y), vx: round(velocity.east), vy: round(velocity.north),
    ident: texts.get(identityText(track.claim)) ?? null,
    dark: (track.darkness?.probability ?? 0) >= DARK,
    suspect: (track.suspicion?.probability ?? 0) >= SUSPECT,
    cxx: round(covariance.ee), cxy: round(covariance.en), cyy: round(covariance.nn),
  }
}

const identityText = ({ mmsi, icaoAddress, uid }: Claim): string => `${mmsi ?? ''} ${icaoAddress ?? ''} ${uid ?? ''}`
const round = (value: number): number => Math.round(value * 1000) / 1000
